/// What somebody has just done to a call.
enum ProposalCallDeed: String, Deed {
    case created, changed, unchanged
}

extension ProposalCallDeed {
    var sentence: String {
        switch self {
        case .created: "已建立徵件。開始時間一到，同仁就能在「創意提案」提案。"
        case .changed: "已儲存修改。"
        case .unchanged: "內容與原來相同，沒有變動。"
        }
    }
}
