/// 雙向細目表: one line of what a paper is made of.
enum BlueprintLine: Codable, Hashable, Sendable {
    /// So many questions of a topic at one level.
    case cell(topic: String, level: QuestionLevel, count: Int)
    /// So many questions of a topic, of whatever level.
    case topic(topic: String, count: Int)
    /// These questions, by code.
    case questions([String])

    /// How many questions the line asks for.
    var count: Int {
        switch self {
        case .cell(_, _, let count), .topic(_, let count): count
        case .questions(let codes): codes.count
        }
    }
}

/// A blueprint cell that the bank cannot fill.
struct BlueprintShortage: Hashable, Sendable {
    /// Nil for named questions.
    let topic: String?
    /// Nil for a whole topic.
    let level: QuestionLevel?
    let wanted: Int
    /// How many there are, after what other lines of the blueprint take.
    let available: Int
    /// Codes that are not in the bank or not in use; only for named questions.
    let missing: [String]
    /// How many more there would be if they did not wait because their law was amended.
    var held = 0
}
