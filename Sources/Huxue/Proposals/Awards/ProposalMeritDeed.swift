/// What somebody has just done about awards.
enum ProposalMeritDeed: String, Deed {
    case granted
}

extension ProposalMeritDeed {
    var sentence: String {
        switch self {
        case .granted: "已登錄獎勵。"
        }
    }
}
