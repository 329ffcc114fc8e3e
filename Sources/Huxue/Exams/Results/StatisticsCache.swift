import Synchronization

/// Statistics of an exam, over the attempts that count.
struct ExamStatistics: Sendable {
    /// From the lowest; empty while scores may not be shown.
    let scores: [ScoreCount]
    let topics: [TopicResult]
}

/// Statistics of closed exams, counted once: the answers to a closed exam stay as they are.
final class StatisticsCache: Sendable {
    private struct Key: Hashable {
        let exam: ID<Exam>
        /// Part of the key because an exam reopened for a make-up closes again at another instant.
        let closedAt: Moment
        let showsScores: Bool
        let units: [ID<Unit>]
    }

    private static let limit = 100
    private let kept = Mutex<[Key: ExamStatistics]>([:])

    /// `units`: the units whose people are counted; empty for everybody.
    func statistics(
        of exam: Exam, units: [ID<Unit>], counted: () throws -> ExamStatistics
    ) rethrows -> ExamStatistics {
        guard exam.state == .closed, let closedAt = exam.closedAt else { return try counted() }
        let key = Key(exam: exam.id, closedAt: closedAt, showsScores: ExamRules.showsScores(exam), units: units)
        if let statistics = kept.withLock({ $0[key] }) { return statistics }
        let statistics = try counted()
        kept.withLock { kept in
            if kept.count >= Self.limit { kept.removeAll() }
            kept[key] = statistics
        }
        return statistics
    }
}
