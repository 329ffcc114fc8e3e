/// Something wrong in one field of a call's form.
struct ProposalCallProblem: Hashable, Sendable {
    let field: ProposalCallField
    let kind: Kind

    enum Kind: Hashable, Sendable {
        case missing
        case tooLong(limit: Int)
        case hasControls
        case turns(String)
        case notAYear
        case notAMoment
        case closesTooEarly(opens: Moment)
        case notInRange(ClosedRange<Int>)
        case unknownValue(String)
        case tooMany(limit: Int)
        case unreadableAward(String)
        case unit(UnitRefusal)
        case personNotHere(String)
        case severalOfName(String, [PersonChoice])
        case misnamed(PersonChoice, name: String)
        case notInRubric(String)
        case reviewsCloseTooEarly(closes: Moment)
    }

    init(_ field: ProposalCallField, _ kind: Kind) {
        (self.field, self.kind) = (field, kind)
    }

    /// What to do about it.
    var sentence: String {
        let name = ProposalCallTerms.name(of: field)
        return switch kind {
        case .missing: "請填「\(name)」"
        case .tooLong(let limit): "「\(name)」最多 \(limit) 個字，請縮短"
        case .hasControls: "「\(name)」只能有一行，請刪除換行與看不見的字元"
        case .turns(let text): InvisibleText.sentence(onTurnsIn: text, in: name) ?? ""
        case .notAYear: "「\(name)」請填民國年，例如 115"
        case .notAMoment: "「\(name)」請寫成 115/11/30 17:30 的樣子（民國年/月/日 時:分）"
        case .closesTooEarly(let opens): "截止時間要晚於開始時間，請改在 \(ROCDate.withTime(opens)) 之後"
        case .notInRange(let range): "「\(name)」請填 \(range.lowerBound) 到 \(range.upperBound)"
        case .unknownValue(let value): "「\(name)」沒有「\(value)」這個選擇，請重新選擇"
        case .tooMany(let limit): "「\(name)」最多 \(limit) 項，請減少"
        case .unreadableAward(let line): "「\(line)」看不懂，請寫成「名稱，獎金 元，嘉獎或記功幾次」，例如：特優，5000 元，記功一次"
        case .unit(let refusal): refusal.sentence
        case .personNotHere(let text): "您可以選的人員中沒有員工編號或姓名是「\(text)」的同仁，請更正或刪除"
        case .severalOfName(let name, let people): AccountTerms.severalOfName(name, people)
        case .misnamed(let person, let name): AccountTerms.misnamed(person, name: name)
        case .notInRubric(let criterion): "選的評分表沒有「\(criterion)」這個項目，請重新選擇同分時比的項目"
        case .reviewsCloseTooEarly(let closes): "評審截止要晚於徵件截止，請改在 \(ROCDate.withTime(closes)) 之後"
        }
    }
}
