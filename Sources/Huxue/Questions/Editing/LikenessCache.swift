import GRDB

/// The stems of the bank as pairs of characters, kept until a question changes.
final class LikenessCache: Sendable {
    /// A question as likeness sees it: nothing of its key.
    struct Entry: Sendable {
        let code: String
        let stem: String
        let pairs: Set<UInt64>
    }

    private static let shown = 3
    private let entries = GenerationCache<Bool, [Entry]>(of: [.works], limit: 1)

    /// The likest questions in use or being written, at most three, with their stems.
    ///
    /// `code`: of the question itself; nil for a new one.
    func similar(to stem: String, except code: String?, in db: Database) throws -> [SimilarQuestion] {
        let pairs = LikenessRules.pairs(of: stem)
        let found = try all(in: db).compactMap { entry -> SimilarQuestion? in
            guard entry.code != code else { return nil }
            let percent = LikenessRules.percent(pairs, entry.pairs)
            return percent >= LikenessRules.least
                ? SimilarQuestion(code: entry.code, stem: entry.stem, percent: percent) : nil
        }
        return Array(found.sorted { ($1.percent, $0.code) < ($0.percent, $1.code) }.prefix(Self.shown))
    }

    func all(in db: Database) throws -> [Entry] {
        try entries.value(for: true, in: db) {
            try QuestionStore.stems(in: db).map {
                Entry(code: $0.code, stem: $0.stem, pairs: LikenessRules.pairs(of: $0.stem))
            }
        } ?? []
    }
}
