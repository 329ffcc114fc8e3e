/// How far an examinee is with an exam.
enum ResultState: String, CaseIterable, Codable, Sendable {
    case notStarted, open, submitted, excused
}

/// One examinee's result in one exam.
struct ExamResult: Hashable, Sendable {
    let entry: RosterEntry
    let state: ResultState
    /// Score of the best submitted attempt, the one that counts; nil without one, and while scores may not be shown.
    let score: Points?
    let passed: Bool?
    /// Start of the attempt that counts, or of the open one while none is submitted.
    let startedAt: Moment?
    let submittedAt: Moment?
    /// Attempts begun.
    let attempts: Int
    /// Nil for somebody without a make-up.
    var makeUp: MakeUp?

    /// Tells whether it was passed, and not with how many points.
    var withoutPoints: ExamResult {
        ExamResult(
            entry: entry, state: state, score: nil, passed: passed, startedAt: startedAt, submittedAt: submittedAt,
            attempts: attempts, makeUp: makeUp)
    }

    var withoutScore: ExamResult {
        ExamResult(
            entry: entry, state: state, score: nil, passed: nil, startedAt: startedAt, submittedAt: submittedAt,
            attempts: attempts, makeUp: makeUp)
    }
}

/// How many people reached a score.
struct ScoreCount: Hashable, Sendable {
    let score: Points
    let count: Int
}

/// How many papers gave the same answer to a question.
struct AnswerCount: Hashable, Sendable {
    let revision: ID<QuestionRevision>
    let chosen: ChoiceSet
    let count: Int
}

/// Summary statistics of the scores that a reader may see.
struct ScoreSummary: Hashable, Sendable {
    let submitted: Int
    let passed: Int
    let average: Points
    let median: Points
    let highest: Points
    let lowest: Points

    /// Those who passed, in thousandths of those who submitted.
    var passRate: Int { Fraction(passed, submitted).rounded(toParts: 1000) }
}

/// A bar of the distribution: scores from `from` up to `upTo`, exclusive unless it is the last.
struct ScoreBin: Hashable, Sendable {
    let from: Int
    let upTo: Int
    let count: Int
    let passes: Bool
}

/// How the questions of one topic were answered.
struct TopicResult: Hashable, Sendable {
    let topic: String
    /// Questions of this topic in all the papers counted.
    let questions: Int
    /// The questions among them that were answered wholly right.
    let right: Int

    var percent: Int { Fraction(right, max(questions, 1)).rounded(toParts: 100) }
}
