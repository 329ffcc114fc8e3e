import GRDB

/// Which citations this site has a page for.
enum CitationLinkStore {
    /// At most one query, however many citations: what was asked before is remembered until another version comes in.
    static func links(_ citations: some Sequence<Citation>, in db: Database) throws -> CitationLinks {
        let wanted = Set(citations.map(\.withoutParts))
        guard !wanted.isEmpty, let newest = try StatuteDirectoryStore.newest(in: db) else { return .ministry }
        let known = CitationLinkCache.shared.known(wanted, at: newest)
        let asked = wanted.filter { known[$0] == nil }
        let found = asked.isEmpty ? [] : try own(Array(asked), in: db)
        CitationLinkCache.shared.keep(asked, found, at: newest)
        return CitationLinks(own: found.union(wanted.filter { known[$0] == true }))
    }

    /// Those of them that the office has.
    private static func own(_ places: [Citation], in db: Database) throws -> Set<Citation> {
        let list = places.map { "[\(quoted($0.statute.pcode)),\($0.article?.main ?? 0),\($0.article?.branch ?? 0)]" }
        let found = try Int.fetchAll(
            db,
            sql: """
                SELECT wanted.key FROM json_each(?) AS wanted
                JOIN statute ON statute.pcode = wanted.value ->> 0
                LEFT JOIN article ON article.statuteID = statute.id AND article.main = wanted.value ->> 1
                    AND article.branch = wanted.value ->> 2
                WHERE wanted.value ->> 1 = 0 OR article.id IS NOT NULL
                """, arguments: ["[" + list.joined(separator: ",") + "]"])
        return Set(found.map { places[$0] })
    }

    /// The statutes among them that the office has not loaded, each once, in the order of the text.
    static func unloaded(_ citations: some Sequence<Citation>, in db: Database) throws -> [Statute] {
        let loaded = try Set(String.fetchAll(db, sql: "SELECT pcode FROM statute"))
        var seen = loaded
        return citations.map(\.statute).filter { seen.insert($0.pcode).inserted }
    }

    /// The articles among them that a statute which the office has loaded never had.
    static func missing(_ citations: some Sequence<Citation>, in db: Database) throws -> Set<Citation> {
        let articles = Set(citations.filter { $0.article != nil }.map(\.withoutParts))
        let loaded = try Set(String.fetchAll(db, sql: "SELECT pcode FROM statute"))
        let links = try links(articles, in: db)
        return articles.filter { loaded.contains($0.statute.pcode) && !links.has($0) }
    }

    /// Keys of the ministry have letters and digits alone.
    private static func quoted(_ pcode: String) -> String {
        "\"" + pcode.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) } + "\""
    }
}
