/// What is refused about awards.
enum ProposalMeritRefusal: Refusal, Equatable {
    case missing
    /// The call is not decided, or gave nothing for the proposal.
    case notAwarded
    /// What is wrong, by the field's name.
    case invalid([Problem])

    struct Problem: Hashable, Sendable {
        let field: String
        let sentence: String
    }

    var kind: RefusalKind {
        switch self {
        case .missing: .missing
        case .notAwarded: .conflict
        case .invalid: .invalid
        }
    }

    var problems: [Problem] {
        if case .invalid(let problems) = self { problems } else { [] }
    }

    var sentence: String {
        switch self {
        case .missing: "找不到這件提案的獎勵。可能是您與它有利害關係，請另一位承辦人辦理。"
        case .notAwarded: "這件提案還沒有決議，不能辦理獎勵；資料沒有變動。"
        case .invalid(let problems): problems.map(\.sentence).joined(separator: "；") + "。獎勵沒有變動，請修正後再儲存。"
        }
    }
}
