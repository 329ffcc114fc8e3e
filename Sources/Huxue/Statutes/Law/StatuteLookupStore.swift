import GRDB

enum StatuteLookupStore {
    /// The articles of a bare number, such as 第14條之1, in the statutes that can always be cited, in the table's order;
    /// empty for anything else, also for digits alone.
    static func articles(numbered text: String, in db: Database) throws -> [StatuteLookup] {
        guard text.contains(where: { !$0.isNumber && !$0.isWhitespace }), let number = ArticleNumber(typed: text) else {
            return []
        }
        return try StatuteTable.all.compactMap { statute in
            let citation = Citation(statute, number)
            guard let name = try StatuteStore.name(of: statute.pcode, in: db),
                try StatuteStore.text(of: statute.pcode, number, in: db) != nil
            else { return nil }
            return StatuteLookup(citation: citation, name: name, hasArticle: true)
        }
    }

    /// What the text names; nil when it is neither a statute's name nor a citation.
    static func named(_ text: String, in db: Database) throws -> StatuteLookup? {
        guard let citation = try? Citation(parsing: text, names: StatuteDirectoryStore.names(in: db)) else {
            return nil
        }
        let pcode = citation.statute.pcode
        return StatuteLookup(
            citation: citation, name: try StatuteStore.name(of: pcode, in: db),
            hasArticle: try citation.article.map { try StatuteStore.text(of: pcode, $0, in: db) != nil } ?? false)
    }
}
