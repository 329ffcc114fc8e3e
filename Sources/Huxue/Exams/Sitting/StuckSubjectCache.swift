import Synchronization

/// What could not be ended, so that it is told once.
final class StuckSubjectCache: Sendable {
    private let subjects = Mutex<Set<String>>([])

    func isNew(_ subject: String) -> Bool { subjects.withLock { $0.insert(subject).inserted } }
    func forget(_ subject: String) { subjects.withLock { _ = $0.remove(subject) } }
}
