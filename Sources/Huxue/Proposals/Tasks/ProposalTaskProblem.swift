/// Something wrong in one field of the forms about a proposal's tasks.
struct ProposalTaskProblem: Hashable, Sendable {
    enum Field: String, Sendable {
        case title, unit, person, dueOn, month, percent, words, page, minutes, cases, effect
    }

    enum Kind: Hashable, Sendable {
        case missing
        case tooLong(limit: Int)
        case notADay
        /// Or one that has not begun.
        case notAMonth
        case notInRange(ClosedRange<Int>)
        case unit(UnitRefusal)
        case personNotHere(String)
        case severalOfName(String, [PersonChoice])
        case misnamed(PersonChoice, name: String)
        case noSuchPage(String)
    }

    let field: Field
    let kind: Kind

    init(_ field: Field, _ kind: Kind) {
        (self.field, self.kind) = (field, kind)
    }

    var sentence: String {
        let name = ProposalTaskTerms.name(of: field)
        return switch kind {
        case .missing: "請填「\(name)」"
        case .tooLong(let limit): "「\(name)」最多 \(limit) 個字，請縮短"
        case .notADay: "「\(name)」請寫成 115/12/31 的樣子（民國年/月/日）"
        case .notAMonth: "「\(name)」請寫成 115/12 的樣子，而且不能是以後的月份"
        case .notInRange(let range): "「\(name)」請填 \(range.lowerBound) 到 \(range.upperBound)"
        case .unit(let refusal): refusal.sentence
        case .personNotHere(let text): "您可以選的人員中沒有員工編號或姓名是「\(text)」的同仁，請更正或留空"
        case .severalOfName(let name, let people): AccountTerms.severalOfName(name, people)
        case .misnamed(let person, let name): AccountTerms.misnamed(person, name: name)
        case .noSuchPage(let code): "知識庫沒有代號是「\(code)」的標準作業程序，請到知識庫查代號（網址最後一段）"
        }
    }
}
