/// How far an examinee is with an exam.
enum ResultState: String, CaseIterable, Codable, Sendable {
    case notStarted, open, submitted, excused
}

/// What an exam has come to for one examinee.
struct ExamResult: Hashable, Sendable {
    let entry: RosterEntry
    let state: ResultState
    /// Of the attempt that counts, the best submitted one; nil where none, and while scores are closed.
    let score: Points?
    let passed: Bool?
    /// Of the attempt that counts, or of the one that is open.
    let startedAt: Moment?
    let submittedAt: Moment?
    /// Attempts begun.
    let attempts: Int

    var withoutScore: ExamResult {
        ExamResult(
            entry: entry, state: state, score: nil, passed: nil, startedAt: startedAt, submittedAt: submittedAt,
            attempts: attempts)
    }
}

/// How many people reached a score.
struct ScoreCount: Hashable, Sendable {
    let score: Points
    let count: Int
}

/// How many papers answer a question so.
struct AnswerCount: Hashable, Sendable {
    let revision: ID<QuestionRevision>
    let chosen: ChoiceSet
    let count: Int
}

/// The scores that a reader may see, in figures.
struct ScoreSummary: Hashable, Sendable {
    let submitted: Int
    let passed: Int
    let average: Points
    let median: Points
    let highest: Points
    let lowest: Points

    /// Thousandths of those who submitted.
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
    /// Those answered wholly right.
    let right: Int

    var percent: Int { Fraction(right, max(questions, 1)).rounded(toParts: 100) }
}
