/// Words about topics.
enum TopicTerms {
    static func way(_ way: TopicRules.Way) -> String {
        switch way {
        case .up: "上移"
        case .down: "下移"
        }
    }

    /// A topic's line in the list of a command.
    static func printed(_ topic: TopicLine) -> String {
        [topic.fileName, topic.name, String(topic.active), String(topic.total)].joined(separator: "\t")
    }
}

extension AuditAction {
    static let topicAddition = AuditAction("question.topic.addition", "新增主題")
    static let topicRenaming = AuditAction("question.topic.renaming", "主題改名")
    static let topicMove = AuditAction("question.topic.move", "移動主題")
    static let topicMerger = AuditAction("question.topic.merger", "併入主題")
    static let topicRemoval = AuditAction("question.topic.removal", "刪除主題")
}
