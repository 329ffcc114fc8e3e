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
    let publishedAt: String?
    let closedAt: String?
    let announcedAt: String?

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
        announcedAt = exam.announcedAt.map(ROCDate.iso)
    }

    enum CodingKeys: CodingKey {
        case id, title, kind, state, unit, opens, closes, minutes, passMark, attempts, questions, results
        case publishedAt, closedAt, announcedAt
    }

    /// Every key is there, null where there is nothing.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(title, forKey: .title)
        try container.encode(kind, forKey: .kind)
        try container.encode(state, forKey: .state)
        try container.encode(unit, forKey: .unit)
        try container.encode(opens, forKey: .opens)
        try container.encode(closes, forKey: .closes)
        try container.encode(minutes, forKey: .minutes)
        try container.encode(passMark, forKey: .passMark)
        try container.encode(attempts, forKey: .attempts)
        try container.encode(questions, forKey: .questions)
        try container.encode(results, forKey: .results)
        try container.encode(publishedAt, forKey: .publishedAt)
        try container.encode(closedAt, forKey: .closedAt)
        try container.encode(announcedAt, forKey: .announcedAt)
    }
}
