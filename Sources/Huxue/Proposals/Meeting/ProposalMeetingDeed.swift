/// What somebody has just done in a meeting.
enum ProposalMeetingDeed: String, Deed {
    case begun, attended, decided, closed
}

extension ProposalMeetingDeed {
    var sentence: String {
        switch self {
        case .begun: "評審會議開始了，委員不能再評分。"
        case .attended: "已儲存出席紀錄。"
        case .decided: "已儲存決議。"
        case .closed: "會議結束，決議已經公布：提案人在首頁會看到。"
        }
    }
}
