import GRDB

/// The bank, question by question.
enum QuestionStore {
    /// A stored value that this version of the program cannot read.
    struct Unreadable: Error {
        let revision: ID<QuestionRevision>
        let column: String
    }

    /// Active questions with their current revisions, in the order of topics and files, without those that wait for a
    /// decision because the law they rest on was amended.
    ///
    /// `unit`: whose exam draws; nil for the shared bank alone.
    static func pool(on today: Day, for unit: UnitPath?, in db: Database) throws -> [DrawableQuestion] {
        try stock(on: today, for: unit, in: db).drawable
    }

    /// Those, and apart from them the ones that wait.
    static func stock(
        on today: Day, for unit: UnitPath?, in db: Database
    ) throws -> (drawable: [DrawableQuestion], held: [DrawableQuestion]) {
        try stock(on: today, in: unit.map(QuestionUnitStore.drawn) ?? "question.unitID IS NULL", db: db)
    }

    /// The same of all banks that are shown to people of these units.
    static func stock(
        on today: Day, shownIn scope: UnitScope, in db: Database
    ) throws -> (drawable: [DrawableQuestion], held: [DrawableQuestion]) {
        try stock(on: today, in: QuestionUnitStore.shown(in: scope), db: db)
    }

    private static func stock(
        on today: Day, in bank: SQL, db: Database
    ) throws -> (drawable: [DrawableQuestion], held: [DrawableQuestion]) {
        let held = try AmendmentStore.held(.question, today: today, in: db)
        let query: SQL = """
            SELECT question.id, question.currentRevisionID, question.code, question.topic, revision.level
            FROM question JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
            WHERE question.state = 'active' AND \(bank)
            ORDER BY question.topic, question.position, question.id
            """
        let rows = try SQLRequest<Row>(literal: query, cached: true).fetchCursor(db)
        var stock: (drawable: [DrawableQuestion], held: [DrawableQuestion]) = ([], [])
        while let row = try rows.next() {
            guard let level = QuestionLevel(rawValue: row["level"]) else { continue }
            let question = DrawableQuestion(
                id: row["id"], revision: row["currentRevisionID"], code: row["code"], topic: row["topic"], level: level)
            if held.contains(row["id"]) { stock.held.append(question) } else { stock.drawable.append(question) }
        }
        return stock
    }

    /// The revisions of these ids; those that do not exist are missing.
    static func revisions(
        ids: [ID<QuestionRevision>], in db: Database
    ) throws -> [ID<QuestionRevision>: QuestionRevision] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(revisionColumns) FROM questionRevision AS revision
                WHERE id IN (SELECT value FROM json_each(?))
                """, arguments: [list(ids)])
        var found: [ID<QuestionRevision>: QuestionRevision] = [:]
        while let row = try rows.next() { found[row["id"]] = try revision(row) }
        return found
    }

    /// What scoring needs of these revisions.
    static func keys(
        of ids: [ID<QuestionRevision>], in db: Database
    ) throws -> [ID<QuestionRevision>: QuestionKey] {
        let query = try db.cachedStatement(
            sql: """
                SELECT id, type, key, json_array_length(choices) AS choiceCount FROM questionRevision
                WHERE id IN (SELECT value FROM json_each(?))
                """)
        let rows = try Row.fetchCursor(query, arguments: [list(ids)])
        var found: [ID<QuestionRevision>: QuestionKey] = [:]
        while let row = try rows.next() {
            let id: ID<QuestionRevision> = row["id"]
            guard let type = QuestionType(rawValue: row["type"]) else { throw Unreadable(revision: id, column: "type") }
            found[id] = QuestionKey(type: type, choices: ChoiceSet(bits: row["key"]), choiceCount: row["choiceCount"])
        }
        return found
    }

    /// All revisions of a question, newest first.
    static func revisions(of question: ID<Question>, in db: Database) throws -> [QuestionRevision] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT \(revisionColumns) FROM questionRevision AS revision
                WHERE questionID = ? ORDER BY number DESC
                """, arguments: [question]
        ).map(revision)
    }

    /// The codes of these questions, in their order of text.
    static func codes(of questions: [ID<Question>], in db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT code FROM question WHERE id IN (SELECT value FROM json_each(?)) ORDER BY code",
            arguments: [list(questions)])
    }

    /// Nil when no question has that code.
    static func question(code: String, in db: Database) throws -> Question? {
        try Row.fetchOne(db, sql: "SELECT * FROM question WHERE code = ?", arguments: [code]).map {
            try question($0, in: db)
        }
    }

    static func question(_ id: ID<Question>, in db: Database) throws -> Question? {
        try Row.fetchOne(db, sql: "SELECT * FROM question WHERE id = ?", arguments: [id]).map {
            try question($0, in: db)
        }
    }

    private static func question(_ row: Row, in db: Database) throws -> Question {
        let unit: ID<Unit>? = row["unitID"]
        return Question(
            id: row["id"], code: row["code"], topic: row["topic"],
            state: QuestionState(rawValue: row["state"]) ?? .retired, lawAsOf: row["lawAsOf"],
            currentRevisionID: row["currentRevisionID"],
            unit: try unit.flatMap { try UnitStore.unit($0, in: db)?.position })
    }

    /// The questions that these revisions are of.
    static func questions(of revisions: Set<ID<QuestionRevision>>, in db: Database) throws -> Set<ID<Question>> {
        try Set(
            ID<Question>.fetchAll(
                db, sql: "SELECT questionID FROM questionRevision WHERE id IN (SELECT value FROM json_each(?))",
                arguments: [list(revisions)]))
    }

    /// Of which question each of these revisions is.
    static func owners(
        of revisions: [ID<QuestionRevision>], in db: Database
    ) throws -> [ID<QuestionRevision>: ID<Question>] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, questionID FROM questionRevision WHERE id IN (SELECT value FROM json_each(?))",
            arguments: [list(revisions)])
        return Dictionary(rows.map { ($0["id"], $0["questionID"]) }) { first, _ in first }
    }

    /// In the order of topics and questions.
    static func lines(
        _ filter: QuestionFilter, limit: Int = -1, offset: Int = 0, in db: Database
    ) throws -> [QuestionLine] {
        let query: SQL = """
            SELECT question.id, question.code, revision.number, revision.type, revision.level, question.topic,
                question.state, revision.stem
            \(matching(filter)) ORDER BY topic.position, topic.fileName, question.position, question.id
            LIMIT \(limit) OFFSET \(offset)
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).compactMap(line)
    }

    private static func line(_ row: Row) -> QuestionLine? {
        guard let type = QuestionType(rawValue: row["type"]), let level = QuestionLevel(rawValue: row["level"]),
            let state = QuestionState(rawValue: row["state"])
        else { return nil }
        return QuestionLine(
            id: row["id"], code: row["code"], revision: row["number"], type: type, level: level,
            topic: row["topic"], state: state, stem: row["stem"])
    }

    /// These questions, whatever their state, of the banks that are shown to people of these units.
    static func lines(of questions: [ID<Question>], shownIn scope: UnitScope, in db: Database) throws -> [QuestionLine]
    {
        let query: SQL = """
            SELECT question.id, question.code, revision.number, revision.type, revision.level, question.topic,
                question.state, revision.stem
            FROM question JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
            WHERE question.id IN (SELECT value FROM json_each(\(list(questions))))
                AND \(QuestionUnitStore.shown(in: scope)) ORDER BY question.code
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).compactMap(line)
    }

    static func setState(_ state: QuestionState, of question: ID<Question>, in db: Database) throws {
        try db.execute(sql: "UPDATE question SET state = ? WHERE id = ?", arguments: [state.rawValue, question])
    }

    static func count(_ filter: QuestionFilter, in db: Database) throws -> Int {
        let query: SQL = "SELECT count(*) \(matching(filter))"
        return try SQLRequest<Int>(literal: query, cached: true).fetchOne(db) ?? 0
    }

    private static func matching(_ filter: QuestionFilter) -> SQL {
        var conditions: [SQL] = [QuestionUnitStore.shown(in: filter.scope)]
        if !filter.topic.isEmpty { conditions.append("question.topic = \(filter.topic)") }
        if let level = filter.level { conditions.append("revision.level = \(level.rawValue)") }
        if let type = filter.type { conditions.append("revision.type = \(type.rawValue)") }
        if let state = filter.state { conditions.append("question.state = \(state.rawValue)") }
        if let since = filter.refreshedSince { conditions.append("question.lawAsOf < \(since)") }
        if filter.isHeld { conditions.append("question.id IN (SELECT value FROM json_each(\(list(filter.held))))") }
        if let unit = filter.unit { conditions.append("question.unitID = \(unit)") }
        let sealed = list(filter.sealed)
        for word in filter.search.split(whereSeparator: \.isWhitespace).prefix(10) {
            let folded = LawText.folded(String(word))
            conditions.append(
                """
                (instr(question.shownText, \(folded)) > 0 OR instr(question.keyText, \(folded)) > 0
                    AND question.id NOT IN (SELECT value FROM json_each(\(sealed))))
                """)
        }
        return """
            FROM question JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
            JOIN topic ON topic.name = question.topic
            WHERE \(conditions.joined(separator: " AND "))
            """
    }

    /// What `revision(_:)` reads of the table `questionRevision AS revision`.
    static let revisionColumns = """
        revision.*, (SELECT group_concat(pcode, ' ') FROM (
            SELECT pcode FROM questionCitation WHERE revisionID = revision.id ORDER BY position)) AS pcodes
        """

    static func revision(_ row: Row) throws -> QuestionRevision {
        let id: ID<QuestionRevision> = row["id"]
        guard let type = QuestionType(rawValue: row["type"]) else { throw Unreadable(revision: id, column: "type") }
        guard let level = QuestionLevel(rawValue: row["level"]) else { throw Unreadable(revision: id, column: "level") }
        guard let choices = TextList.read(row["choices"]) else { throw Unreadable(revision: id, column: "choices") }
        guard let citations = citations(row), !citations.isEmpty else {
            throw Unreadable(revision: id, column: "citations")
        }
        return QuestionRevision(
            id: id, questionID: row["questionID"], number: row["number"], type: type, level: level, stem: row["stem"],
            choices: choices, key: ChoiceSet(bits: row["key"]), explanation: row["explanation"], citations: citations,
            createdAt: row["createdAt"])
    }

    private static func citations(_ row: Row) -> [Citation]? {
        let pcodes = (row["pcodes"] as String? ?? "").split(separator: " ")
        return TextList.read(row["citations"]).map { texts in
            zip(texts, pcodes).compactMap { Citation.stored($0, of: String($1)) }
        }
    }

    /// As `json_each` reads it.
    static func list<Entity>(_ ids: some Sequence<ID<Entity>>) -> String {
        "[" + ids.map(\.description).joined(separator: ",") + "]"
    }
}
