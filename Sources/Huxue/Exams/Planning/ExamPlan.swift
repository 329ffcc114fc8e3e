/// Everything the exam manager decides; the same fields on the page, in YAML and in the database.
struct ExamPlan: Codable, Hashable, Sendable {
    var title: String
    var kind: ExamKind
    /// The first instant at which an attempt may begin.
    var opens: Moment
    /// The instant at which it is over: nothing begins or is saved at it or later.
    var closes: Moment
    /// Time limit of an attempt, 1 to 600.
    var minutes: Int
    /// Points needed to pass, 0 to 100.
    var passMark: Int
    /// Attempts allowed to each examinee, 1 to 99.
    ///
    /// The best attempt counts.
    var attempts: Int
    var draw: DrawKind
    var shufflesQuestions: Bool
    var shufflesChoices: Bool
    var layout: ExamLayout
    var results: ResultsRelease
    /// Whether an attempt begun in time may use its full minutes beyond `closes`.
    var mayOverrun: Bool
    var blueprint: [BlueprintLine]
    var examinees: Audience
}
