/// What somebody has just done about an adopted proposal.
enum ProposalTaskDeed: String, Deed {
    case added, changed, removed, reported, linked, unlinked, confirmed
}

extension ProposalTaskDeed {
    var sentence: String {
        switch self {
        case .added: "已加入執行工作，負責的人每個月會在首頁看到。"
        case .changed: "已儲存修改。"
        case .removed: "已刪除這項工作。"
        case .reported: "已儲存進度。"
        case .linked: "已連到知識庫的程序。"
        case .unlinked: "已取消與知識庫的連結。"
        case .confirmed: "已確認實際效益。"
        }
    }
}
