import GRDB
import Synchronization

/// What the sources found lately, for those whose findings are the same for many people.
final class SearchFindingsCache: Sendable {
    typealias Widened = (request: SearchRequest, findings: SearchFindings)

    private struct Key: Hashable {
        let text: String
        let breadth: SearchBreadth
        let offset: Int
        let limit: Int
        let day: Day?
    }

    private static let limit = 100

    private let caches = Mutex<[String: GenerationCache<Key, Kept>]>([:])

    private struct Kept: Sendable {
        let request: SearchRequest
        let findings: SearchFindings
    }

    /// As `SearchSource.widened`.
    func widened(
        _ request: SearchRequest, by source: any SearchSource, for visitor: Visitor, in db: Database
    ) throws -> Widened {
        guard let sharing = source.sharing(with: visitor) else {
            return try source.widened(request, for: visitor, in: db)
        }
        let key = Key(
            text: request.text, breadth: request.breadth, offset: request.offset, limit: request.limit, day: sharing.day
        )
        let kept = try cache(of: source, sharing).value(for: key, in: db) {
            let (request, findings) = try source.widened(request, for: visitor, in: db)
            return Kept(request: request, findings: findings)
        }
        guard let kept else { return try source.widened(request, for: visitor, in: db) }
        return (kept.request, kept.findings)
    }

    private func cache(of source: any SearchSource, _ sharing: SearchSharing) -> GenerationCache<Key, Kept> {
        caches.withLock { caches in
            if let cache = caches[source.kind.code] { return cache }
            let cache = GenerationCache<Key, Kept>(of: sharing.generations, limit: Self.limit)
            caches[source.kind.code] = cache
            return cache
        }
    }
}
