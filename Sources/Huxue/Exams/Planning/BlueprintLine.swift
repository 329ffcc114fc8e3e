/// 雙向細目表: one line of what a paper is made of.
enum BlueprintLine: Codable, Hashable, Sendable {
    /// `count` questions of a topic at one level.
    case cell(topic: String, level: QuestionLevel, count: Int)
    /// `count` questions of a topic, of any level.
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
    /// How many are left after other lines of the blueprint have taken theirs.
    let available: Int
    /// Codes that are not in the bank or not in use; only for named questions.
    let missing: [String]
    /// How many more there would be if none were held back because their law was amended.
    var held = 0
}
