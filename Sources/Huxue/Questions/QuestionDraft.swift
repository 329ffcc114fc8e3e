/// 試題 as a file writes it, before the bank gives it a revision.
struct QuestionDraft: Hashable, Sendable {
    let code: String
    let state: QuestionState
    /// The day of the law it was checked against: its own, or the file's.
    let lawAsOf: Day
    let type: QuestionType
    let level: QuestionLevel
    let stem: String
    /// True-false questions have `QuestionRevision.trueFalseChoices`, which no file writes.
    let choices: [String]
    let key: ChoiceSet
    let explanation: String
    let citations: [Citation]
}

/// 主題: one file of the bank, its questions in the order of the file.
struct QuestionTopic: Hashable, Sendable {
    /// The name of the file in its folder: `birth.yaml`.
    let fileName: String
    let name: String
    /// The day of the law that holds for every question that names none of its own.
    let lawAsOf: Day
    let questions: [QuestionDraft]
}
