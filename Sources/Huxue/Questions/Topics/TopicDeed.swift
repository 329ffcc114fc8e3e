/// What somebody has just done to a topic.
enum TopicDeed: String, Deed {
    case added, renamed, moved, merged, removed
}

extension TopicDeed {
    /// `count`: how many questions went along; nil when the address says nothing of it.
    func sentence(_ count: Int?) -> String {
        let questions = count.map { "，\($0) 題一起改了" } ?? ""
        return switch self {
        case .added: "已新增主題，排在最後。"
        case .renamed: "已改名\(questions)。"
        case .moved: "已移動。"
        case .merged: "已併入\(questions)。"
        case .removed: "已刪除沒有試題的主題。"
        }
    }
}
