import GRDB

/// Articles in force by their words, or by their number alone.
struct ArticleSearchStore: SearchSource {
    let kind = StatuteTerms.searchedArticles

    func isOpen(to visitor: Visitor?) -> Bool {
        visitor.map { $0.may(.readLaw) } ?? false
    }

    func sharing(with visitor: Visitor) -> SearchSharing? { SearchSharing(generations: [.law]) }

    func matches(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchMatches {
        if let number = StatuteLookupStore.number(typed: request.text) {
            let found = try StatuteLookupStore.articles(numbered: number, in: db)
            return SearchMatches(
                ids: found.dropFirst(request.offset).prefix(request.limit).map(\.id), count: found.count)
        }
        return try ArticleIndexStore.index.find(
            request,
            titled: {
                try ArticleIndexStore.articles(named: SearchColumn.titles(request.exact.expression ?? ""), in: $0)
            },
            in: db)
    }

    func hit(_ id: Int64, of request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchHit? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT statute.pcode, version.name, version.level, version.modifiedOn, article.main, article.branch,
                    articleVersion.text
                FROM articleVersion JOIN article ON article.id = articleVersion.articleID
                JOIN statute ON statute.id = article.statuteID
                JOIN statuteVersion AS version ON version.id = statute.currentVersionID
                WHERE articleVersion.id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [id]),
            let number = ArticleNumber(row["main"], branch: row["branch"])
        else { return nil }
        let statute: String = row["name"]
        return SearchHit(
            title: .whole(statute + number.words, phrases: request.phrases),
            address: StatuteAddress.article(row["pcode"], number),
            kindWord: "條文", facts: StatuteTerms.facts(level: row["level"], modified: row["modifiedOn"]),
            excerpt: SearchExcerpt(of: OddSigns.marked(row["text"] as String), phrases: request.phrases))
    }

    /// 戶籍法4: article 4, and those whose numbers begin so.
    func suggestions(
        _ request: SearchRequest, for visitor: Visitor?, in db: Database
    ) throws -> [SearchSuggestion] {
        guard let named = try StatuteLookupStore.named(request.text, in: db), let statute = named.name,
            let number = named.citation.article
        else { return [] }
        let pcode = named.citation.statute.pcode
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT article.main, article.branch FROM article JOIN statute ON statute.id = article.statuteID
                JOIN articleVersion ON articleVersion.articleID = article.id AND articleVersion.untilVersionID IS NULL
                WHERE statute.pcode = :pcode AND (article.main = :main AND article.branch = :branch
                    OR :branch = 0 AND (article.main = :main OR CAST(article.main AS TEXT) LIKE :main || '%'))
                ORDER BY article.main, article.branch LIMIT :limit
                """, arguments: ["pcode": pcode, "main": number.main, "branch": number.branch, "limit": request.limit])
        return rows.compactMap { row in
            ArticleNumber(row["main"], branch: row["branch"]).map {
                SearchSuggestion(
                    title: statute + $0.words, kindWord: "條文",
                    address: StatuteAddress.article(pcode, $0))
            }
        }
    }
}
