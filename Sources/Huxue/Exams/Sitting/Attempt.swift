/// 應試: one examinee taking one exam once.
struct Attempt: Codable, Hashable, Sendable {
    let id: ID<Attempt>
    /// The unguessable name in its address: 22 characters, 128 random bits.
    let address: String
    let examID: ID<Exam>
    let employeeID: ID<Employee>
    /// 1 for the first attempt of this examinee at this exam.
    let ordinal: Int
    let startedAt: Moment
    /// The first instant at which nothing is saved any more.
    let deadline: Moment
    /// Nil while open.
    let submittedAt: Moment?
    let submittedBy: SubmissionCause?
    /// Nil while open.
    let score: Points?
    let passed: Bool?
}

/// How an attempt ended.
enum SubmissionCause: String, Codable, Sendable {
    case examinee
    /// By the server, at the deadline, with what had been saved.
    case deadline
    /// Because the manager ended the exam early.
    case closure
}

/// 試卷: one question as it stands in one attempt.
struct PaperLine: Hashable, Sendable {
    /// From 1.
    let number: Int
    let revision: ID<QuestionRevision>
    /// The order in which the choices are shown: places in the revision.
    let order: [Int]
}

/// 作答: what is saved for one question of an attempt.
struct Response: Hashable, Sendable {
    let number: Int
    /// The browser's sequence number of this answer; an answer with a lower number that arrives later is outdated.
    let sequence: Int64
    /// Places in the revision, whatever order they were shown in.
    let chosen: ChoiceSet
    let isFlagged: Bool
    /// Which browser window it came from; empty without JavaScript.
    let window: String
    let savedAt: Moment
}
