import GRDB

enum StatuteLookupStore {
    /// What the text names; nil when it is neither a statute's name nor a citation.
    static func named(_ text: String, in db: Database) throws -> StatuteLookup? {
        guard let citation = try? Citation(parsing: text) else { return nil }
        let pcode = citation.statute.pcode
        return StatuteLookup(
            citation: citation, name: try StatuteStore.name(of: pcode, in: db),
            hasArticle: try citation.article.map { try StatuteStore.text(of: pcode, $0, in: db) != nil } ?? false)
    }
}
