import Synchronization

/// Versions of rubrics that are fixed, by office: whoever scores by one needs it for each save.
final class FixedRubricCache: Sendable {
    static let shared = FixedRubricCache()

    private struct Key: Hashable {
        let office: String
        let version: ID<RubricVersion>
    }

    private static let limit = 200
    private let kept = Mutex<[Key: RubricVersion]>([:])

    /// The version, read only if it is not known to be fixed.
    ///
    /// `office`: names its database. `read`: gives the version as it is stored, nil when there is none.
    func version(
        _ id: ID<RubricVersion>, of office: String, _ read: () throws -> (RubricVersion, isFixed: Bool)?
    ) rethrows -> RubricVersion? {
        let key = Key(office: office, version: id)
        if let known = kept.withLock({ $0[key] }) { return known }
        guard let (version, isFixed) = try read() else { return nil }
        if isFixed {
            kept.withLock { kept in
                if kept.count >= Self.limit { kept.removeAll() }
                kept[key] = version
            }
        }
        return version
    }
}
