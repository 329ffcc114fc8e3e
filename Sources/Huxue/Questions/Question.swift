/// 試題: what the bank holds under one name; what it says is in its revisions.
struct Question: Hashable, Sendable {
    let id: ID<Question>
    /// The id in the YAML file, unique in the whole bank and never reused: `birth-001`.
    let code: String
    let topic: String
    let state: QuestionState
    /// The day of the law it was last checked against.
    let lawAsOf: Day
    let currentRevisionID: ID<QuestionRevision>
    /// The unit whose bank it belongs to, for its exams and those of units below; nil for the bank that all share.
    let unit: UnitPath?
}

/// The life of a question: it is drawn from the day on which somebody else than its author has approved it.
///
/// Source: 國家考試題庫建立及運用辦法 has every question reviewed before it is used.
enum QuestionState: String, CaseIterable, Codable, Sendable {
    /// Its author still works on it.
    case draft
    /// Waits for a reviewer.
    case inReview
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
