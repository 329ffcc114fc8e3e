import GRDB

/// What a query names as a whole: 戶籍法48 or 個資法.
enum StatuteLookupStore {
    struct NamedStatute: Equatable, Sendable {
        let name: String
        /// Its key, where the office keeps it.
        let kept: String?
        /// Its key in the ministry's database.
        let pcode: String
    }

    enum Named: Equatable, Sendable {
        case statute(NamedStatute)
        /// Of a statute that the office keeps, an article that is there; of another one, any.
        case article(NamedStatute, ArticleNumber)
        /// The office keeps the statute, and it has no such article.
        case noArticle(NamedStatute, ArticleNumber)
    }

    /// Nil when the text is neither a statute's name nor a citation.
    static func named(_ text: String, in db: Database) throws -> Named? {
        guard text.unicodeScalars.count <= 100 else { return nil }
        if let citation = try? Citation(parsing: text) {
            return try article(citation.article, of: known(citation.statute, in: db), in: db)
        }
        if let statute = StatuteTable.statute(named: text) { return .statute(try known(statute, in: db)) }
        if let statute = try kept(named: text, in: db) { return .statute(statute) }
        return try cited(text, in: db)
    }

    /// A citation of a statute that the office keeps and the table does not know.
    private static func cited(_ text: String, in db: Database) throws -> Named? {
        let scalars = Array(LawText.folded(text).unicodeScalars)
        guard let any = StatuteTable.all.first, scalars.count > 2 else { return nil }
        for place in 2..<scalars.count {
            let (name, rest) = (scalars[..<place], scalars[place...])
            guard rest.first == "第" || rest.first == "§" || LawText.number(leading: rest) != nil,
                let citation = try? Citation(parsing: any.name + String(String.UnicodeScalarView(rest))),
                let statute = try kept(named: String(String.UnicodeScalarView(name)), in: db)
            else { continue }
            return try article(citation.article, of: statute, in: db)
        }
        return nil
    }

    private static func article(
        _ number: ArticleNumber, of statute: NamedStatute, in db: Database
    ) throws -> Named {
        guard let pcode = statute.kept else { return .article(statute, number) }
        return try StatuteStore.text(of: pcode, number, in: db) == nil
            ? .noArticle(statute, number) : .article(statute, number)
    }

    private static func known(_ statute: Statute, in db: Database) throws -> NamedStatute {
        let name = try StatuteStore.name(of: statute.pcode, in: db)
        return NamedStatute(
            name: name ?? statute.name, kept: name == nil ? nil : statute.pcode, pcode: statute.pcode)
    }

    private static func kept(named name: String, in db: Database) throws -> NamedStatute? {
        guard let id = try StatuteIndexStore.statute(named: name, in: db),
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT statute.pcode, version.name FROM statute
                    JOIN statuteVersion AS version ON version.id = statute.currentVersionID WHERE statute.id = ?
                    """, arguments: [id])
        else { return nil }
        return NamedStatute(name: row["name"], kept: row["pcode"], pcode: row["pcode"])
    }
}
