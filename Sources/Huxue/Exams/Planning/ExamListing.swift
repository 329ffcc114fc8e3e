/// A line of `exam list --json`.
struct ExamListing: Encodable {
    let id: Int64
    let title: String
    let kind: String
    let state: String
    let unit: String
    /// ISO 8601 with Taipei's offset, as all times here.
    let opens: String
    let closes: String
    let minutes: Int
    let passMark: Int
    let attempts: Int
    let questions: Int
    let results: String
    @OrNull var publishedAt: String?
    @OrNull var closedAt: String?
    @OrNull var announcedAt: String?

    init(_ exam: Exam, unit: String) {
        id = exam.id.rawValue
        title = exam.plan.title
        kind = exam.plan.kind.rawValue
        state = exam.state.rawValue
        self.unit = unit
        opens = ROCDate.iso(exam.plan.opens)
        closes = ROCDate.iso(exam.plan.closes)
        minutes = exam.plan.minutes
        passMark = exam.plan.passMark
        attempts = exam.plan.attempts
        questions = BlueprintRules.questionCount(exam.plan.blueprint)
        results = exam.plan.results.rawValue
        publishedAt = exam.publishedAt.map(ROCDate.iso)
        closedAt = exam.closedAt.map(ROCDate.iso)
        announcedAt = exam.releasedAt.map(ROCDate.iso)
    }
}
