/// Questions of a published exam whose law was amended after it was published.
struct ExamAmendment: Sendable {
    let exam: Exam
    /// How many questions of the exam's pool are affected.
    let questions: Int
    /// How many of the affected questions are on somebody's paper already.
    let drawn: Int
    /// The affected questions that the reader may know of now, sorted by code.
    let shown: [(code: String, flags: [AmendmentFlag])]
    let comparisons: [ID<StatuteVersion>: AmendmentLink]
    let flags: [AmendmentFlag]
}
