import Synchronization

/// Directories as they were last made.
///
/// What a directory holds follows from the version up to which it was made, whatever office that is of; so one for the
/// process does for all.
final class StatuteDirectoryCache: Sendable {
    static let shared = StatuteDirectoryCache()

    /// In names: two of national size, with which a server holds the one that was and the one that is.
    private static let limit = 30_000

    /// The latest last.
    private let kept = Mutex<[StatuteDirectory]>([])

    func directory(upTo place: StatuteDirectory.Place) -> StatuteDirectory? {
        kept.withLock { $0.last { $0.last == place } }
    }

    /// Those to which later versions may be added, the longest first.
    func directories(before place: StatuteDirectory.Place) -> [StatuteDirectory] {
        kept.withLock { $0 }.filter { $0.last.map { $0.version < place.version } ?? false }
            .sorted { ($0.last?.version ?? 0) > ($1.last?.version ?? 0) }
    }

    func keep(_ directory: StatuteDirectory) {
        kept.withLock { kept in
            kept.removeAll { $0.last == directory.last }
            kept.append(directory)
            var size = kept.reduce(0) { $0 + $1.names.count }
            while size > Self.limit, kept.count > 1 { size -= kept.removeFirst().names.count }
        }
    }
}
