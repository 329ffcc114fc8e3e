import Synchronization

/// Attempts and exams that could not be ended, remembered so that each is logged only once.
final class StuckSubjectCache: Sendable {
    private let subjects = Mutex<Set<String>>([])

    func isNew(_ subject: String) -> Bool { subjects.withLock { $0.insert(subject).inserted } }
    func forget(_ subject: String) { subjects.withLock { _ = $0.remove(subject) } }
}
