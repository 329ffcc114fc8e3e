/// 試題: what the bank holds under one name; what it says is in its revisions.
struct Question: Codable, Hashable, Sendable {
    let id: ID<Question>
    /// The id in the YAML file, unique in the whole bank and never reused: `birth-001`.
    let code: String
    let topic: String
    let state: QuestionState
    /// The day of the law it was last checked against.
    let lawAsOf: Day
    let currentRevisionID: ID<QuestionRevision>
}

enum QuestionState: String, CaseIterable, Codable, Sendable {
    /// May be drawn.
    case active
    /// Kept for the record, never drawn again.
    case retired
}

enum QuestionType: String, CaseIterable, Codable, Sendable {
    case single, multiple, trueFalse
}

/// Cognitive level 認知層次: 記憶, 理解, 應用.
enum QuestionLevel: String, CaseIterable, Codable, Sendable {
    case recall, understand, apply
}
