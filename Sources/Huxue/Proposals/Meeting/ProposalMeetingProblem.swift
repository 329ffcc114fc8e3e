/// Something wrong in one field of a meeting's form, or of a decision's.
struct ProposalMeetingProblem: Hashable, Sendable {
    enum Field: String, Sendable {
        case reason, place, chair, attendees, guests, remarks, notes, outcome, reasons, award
    }

    enum Kind: Hashable, Sendable {
        case missing
        case tooLong(limit: Int)
        case personNotHere(String)
        case severalOfName(String, [PersonChoice])
        case misnamed(PersonChoice, name: String)
        /// The call has no such award.
        case noSuchAward
        /// Only what is carried out is rewarded, or kept for reference.
        case awardForNothing
    }

    let field: Field
    let kind: Kind

    init(_ field: Field, _ kind: Kind) {
        (self.field, self.kind) = (field, kind)
    }

    var sentence: String {
        let name = ProposalMeetingTerms.name(of: field)
        return switch kind {
        case .missing where field == .outcome: "請選決議"
        case .missing where field == .reasons: "請寫決議的理由，提案人會看到"
        case .missing where field == .reason: "評分還沒有到齊，請寫明現在就開會的理由"
        case .missing: "請填「\(name)」"
        case .tooLong(let limit): "「\(name)」最多 \(limit) 個字，請縮短"
        case .personNotHere(let text): "您可以選的人員中沒有員工編號或姓名是「\(text)」的同仁，請更正；不是本機關的人員，請寫在「列席」"
        case .severalOfName(let name, let people): AccountTerms.severalOfName(name, people)
        case .misnamed(let person, let name): AccountTerms.misnamed(person, name: name)
        case .noSuchAward: "這次徵件沒有這個獎項，請重新選擇"
        case .awardForNothing: "不採行的提案不給獎，請改決議或獎項"
        }
    }
}
