import Synchronization

/// Statistics of topics, counted once: the answers to a closed exam stay as they are.
final class TopicCache: Sendable {
    private struct Key: Hashable {
        let exam: ID<Exam>
        /// A make-up opens the exam again, and closes it at another instant.
        let closedAt: Moment
        let units: [ID<Unit>]
    }

    private static let limit = 100
    private let kept = Mutex<[Key: [TopicResult]]>([:])

    /// `units`: those whose people are counted; empty for everybody.
    func topics(
        of exam: Exam, units: [ID<Unit>], counted: () throws -> [TopicResult]
    ) rethrows -> [TopicResult] {
        guard exam.state == .closed, let closedAt = exam.closedAt else { return try counted() }
        let key = Key(exam: exam.id, closedAt: closedAt, units: units)
        if let topics = kept.withLock({ $0[key] }) { return topics }
        let topics = try counted()
        kept.withLock { kept in
            if kept.count >= Self.limit { kept.removeAll() }
            kept[key] = topics
        }
        return topics
    }
}
