import GRDB

/// Statutes by their present, former and short names.
struct StatuteSearchStore: SearchSource {
    let kind = StatuteTerms.searchedStatutes

    func isOpen(to visitor: Visitor?) -> Bool {
        visitor.map { $0.may(.readLaw) } ?? false
    }

    func sharing(with visitor: Visitor) -> SearchSharing? { SearchSharing(generations: [.law]) }

    func matches(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchMatches {
        try find(request, in: db)
    }

    func suggestions(
        _ request: SearchRequest, for visitor: Visitor?, in db: Database
    ) throws -> [SearchSuggestion] {
        var wanted = request
        wanted.limit = Self.candidates
        let rows = try find(wanted, in: db).ids
            .compactMap { try row($0, in: db) }
        let found = rows.map {
            SearchSuggestion(title: $0["name"], kindWord: "法規", address: StatuteAddress.statute($0["pcode"]))
        }
        return Array(found.sorted { $0.title.count < $1.title.count }.prefix(request.limit))
    }

    func places(named text: String, for visitor: Visitor, in db: Database) throws -> [NamedPlace] {
        let named = try StatuteLookupStore.named(text, in: db).map(StatuteTerms.place)
        guard let number = StatuteLookupStore.number(typed: text) else { return [named].compactMap { $0 } }
        let numbered = try StatuteLookupStore.articles(numbered: number, in: db).prefix(Self.placesShown)
        return numbered.map { found in
            NamedPlace(
                kind: .oneOfSeveral, title: found.statute + number.words, words: "",
                address: StatuteAddress.article(found.pcode, number))
        }
    }

    /// How many articles of one number are named above the hits, which have them all.
    private static let placesShown = 50

    /// How many matches are looked at; those with the shortest names are suggested.
    private static let candidates = 30

    private func find(_ request: SearchRequest, in db: Database) throws -> SearchMatches {
        try StatuteIndexStore.index.find(
            request,
            lowered: """
                (SELECT version.isRepealed FROM statute
                    JOIN statuteVersion AS version ON version.id = statute.currentVersionID
                    WHERE statute.id = found.id)
                """, in: db)
    }

    func hit(_ id: Int64, of request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchHit? {
        let phrases = request.phrases
        guard let row = try row(id, in: db), let names = try StatuteIndexStore.names(of: id, in: db) else { return nil }
        let title = SearchExcerpt.whole(names.present, phrases: phrases)
        let other = names.others.lazy.map { SearchExcerpt.whole("又稱\($0)", phrases: phrases) }.first(where: \.hasMatch)
        return SearchHit(
            title: title, address: StatuteAddress.statute(row["pcode"]), kindWord: "法規",
            facts: StatuteTerms.facts(level: row["level"], modified: row["modifiedOn"]),
            excerpt: title.hasMatch ? nil : other, isOutOfForce: row["isRepealed"])
    }

    private func row(_ id: Int64, in db: Database) throws -> Row? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT statute.pcode, version.name, version.level, version.modifiedOn, version.isRepealed
                FROM statute JOIN statuteVersion AS version ON version.id = statute.currentVersionID
                WHERE statute.id = ?
                """)
        return try Row.fetchOne(statement, arguments: [id])
    }
}
