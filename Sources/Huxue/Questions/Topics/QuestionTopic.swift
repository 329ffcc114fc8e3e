/// 主題: one file of the bank, its questions in the order of the file.
struct QuestionTopic: Hashable, Sendable {
    /// The name of the file in its folder: `birth.yaml`.
    let fileName: String
    let name: String
    /// The day of the law that holds for every question that names none of its own.
    let lawAsOf: Day
    let questions: [QuestionDraft]
}
