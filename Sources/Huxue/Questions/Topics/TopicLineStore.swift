import GRDB

/// Topics one by one: what they are called, in which order they stand, and which questions they have.
enum TopicLineStore {
    /// In their order; counts are of questions in the banks shown to people of these units.
    static func lines(shownIn scope: UnitScope = .everywhere, in db: Database) throws -> [TopicLine] {
        let query: SQL = """
            SELECT topic.fileName, topic.name, count(question.id) AS total,
                count(question.id) FILTER (WHERE question.state = 'active') AS active
            FROM topic LEFT JOIN question ON question.topic = topic.name AND \(QuestionUnitStore.shown(in: scope))
            GROUP BY topic.name ORDER BY topic.position, topic.fileName
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            TopicLine(fileName: row["fileName"], name: row["name"], active: row["active"], total: row["total"])
        }
    }

    /// Adds a topic without questions behind all others.
    ///
    /// `lawAsOf`: the day of the law for questions of its file that name none.
    static func insert(_ name: String, fileName: String, lawAsOf: Day, in db: Database) throws {
        try db.execute(
            literal: """
                INSERT INTO topic (name, fileName, lawAsOf, position)
                VALUES (\(name), \(fileName), \(lawAsOf), (SELECT coalesce(max(position), 0) + 1 FROM topic))
                """)
    }

    /// Gives the topic and its questions another name.
    static func rename(_ topic: TopicLine, to name: String, in db: Database) throws {
        // Questions refer to the name: the new one must be there before they move, and the file name is unique.
        try db.execute(
            literal: """
                INSERT INTO topic (name, fileName, lawAsOf, position)
                SELECT \(name), char(1) || fileName, lawAsOf, position FROM topic WHERE name = \(topic.name)
                """)
        try move(from: topic.name, to: name, in: db)
        try delete(topic.name, in: db)
        try db.execute(literal: "UPDATE topic SET fileName = \(topic.fileName) WHERE name = \(name)")
    }

    /// Moves all questions of a topic behind those of another; the words by which they are found follow.
    static func move(from old: String, to new: String, in db: Database) throws {
        let headings = SearchText.indexed(new)
        try db.execute(
            literal: """
                UPDATE questionText SET headings = \(headings)
                WHERE rowid IN (SELECT id FROM question WHERE topic = \(old))
                """)
        // The topic is the second of the texts in `shownText`, see `StagedQuestion`.
        try db.execute(
            literal: """
                UPDATE question SET topic = \(new),
                    position = position + (SELECT coalesce(max(position), 0) FROM question AS other
                        WHERE other.topic = \(new)),
                    shownText = substr(shownText, 1, instr(shownText, char(1))) || \(LawText.folded(new))
                        || substr(shownText, instr(shownText, char(1)) + 1 + length(\(LawText.folded(old))))
                WHERE topic = \(old)
                """)
    }

    static func delete(_ name: String, in db: Database) throws {
        try db.execute(sql: "DELETE FROM topic WHERE name = ?", arguments: [name])
    }

    /// Puts the topics of these files in this order.
    static func order(_ fileNames: [String], in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE topic SET position = :place WHERE fileName = :name AND position <> :place")
        for (place, name) in fileNames.enumerated() {
            try statement.execute(arguments: ["place": place + 1, "name": name])
        }
    }
}
