/// Questions of a published exam whose law was amended after it was published.
struct ExamAmendment: Sendable {
    let exam: Exam
    /// How many of what it is drawn from.
    let questions: Int
    /// How many of those stand on somebody's paper already.
    let drawn: Int
    /// Those that the reader may know of now, by code.
    let shown: [(code: String, flags: [AmendmentFlag])]
    let comparisons: [ID<StatuteVersion>: AmendmentLink]
    let flags: [AmendmentFlag]
}
