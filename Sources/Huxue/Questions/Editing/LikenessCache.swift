import GRDB

/// The stems of the banks as pairs of characters, kept until a question changes.
final class LikenessCache: Sendable {
    private struct Entry: Sendable {
        let code: String
        let stem: String
        let pairs: Set<UInt64>
    }

    private static let shown = 3
    /// By the units of the readers.
    private let entries = GenerationCache<[UnitPath], [Entry]>(of: [.works], limit: 50)

    /// The likest questions in use or being written, at most three, with their stems.
    ///
    /// `code`: of the question itself; nil for a new one. `scope`: only in banks that are shown to people of these units.
    func similar(
        to stem: String, except code: String?, shownIn scope: UnitScope, in db: Database
    ) throws -> [SimilarQuestion] {
        let pairs = LikenessRules.pairs(of: stem)
        let found = try all(shownIn: scope, in: db).compactMap { entry -> SimilarQuestion? in
            guard entry.code != code else { return nil }
            let percent = LikenessRules.percent(pairs, entry.pairs)
            return percent >= LikenessRules.least
                ? SimilarQuestion(code: entry.code, stem: entry.stem, percent: percent) : nil
        }
        return Array(found.sorted { ($1.percent, $0.code) < ($0.percent, $1.code) }.prefix(Self.shown))
    }

    private func all(shownIn scope: UnitScope, in db: Database) throws -> [Entry] {
        try entries.value(for: QuestionAccess.key(of: scope), in: db) {
            try QuestionStemStore.lines(shownIn: scope, in: db).map {
                Entry(code: $0.code, stem: $0.stem, pairs: LikenessRules.pairs(of: $0.stem))
            }
        } ?? []
    }
}
