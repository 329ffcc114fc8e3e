import GRDB

/// Reads the bank for its check.
enum BankCheckStore {
    /// Questions that are not retired, of banks shown to people of these units, in the order of topics.
    static func questions(shownIn scope: UnitScope, in db: Database) throws -> [CheckedQuestion] {
        let query: SQL = """
            SELECT question.id, question.currentRevisionID, question.code, question.topic
            FROM question JOIN topic ON topic.name = question.topic
            WHERE question.state <> 'retired' AND \(QuestionUnitStore.shown(in: scope))
            ORDER BY topic.position, topic.fileName, question.position, question.id
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            CheckedQuestion(
                id: row["id"], revision: row["currentRevisionID"], code: row["code"], topic: row["topic"])
        }
    }

    /// What these revisions say, as files are checked; one that cannot be read is missing.
    static func readings(
        of revisions: [ID<QuestionRevision>], in db: Database
    ) throws -> [ID<QuestionRevision>: QuestionReading] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT revision.id, question.code, revision.type, revision.stem, revision.choices, revision.key,
                    revision.explanation
                FROM questionRevision AS revision JOIN question ON question.id = revision.questionID
                WHERE revision.id IN (SELECT value FROM json_each(?))
                """, arguments: [QuestionStore.list(revisions)])
        var found: [ID<QuestionRevision>: QuestionReading] = [:]
        while let row = try rows.next() {
            guard let type = QuestionType(rawValue: row["type"]), let choices = TextList.read(row["choices"]) else {
                continue
            }
            let code: String = row["code"]
            found[row["id"]] = QuestionReading(
                file: code, line: 1, code: code, state: .active, type: type, stem: row["stem"], stemLine: 1,
                choices: choices.map { .init(text: $0, line: 1) }, key: ChoiceSet(bits: row["key"]),
                explanation: row["explanation"], explanationLine: 1, citations: [])
        }
        return found
    }

    /// These questions as the page shows them, by code.
    ///
    /// `editable`: the units whose banks the reader may change.
    static func lines(
        of codes: Set<String>, editable: UnitScope, in db: Database
    ) throws -> [String: BankCheckLine] {
        let query: SQL = """
            SELECT question.id, question.code, question.topic, revision.stem,
                (\(QuestionUnitStore.within(editable))) AS isEditable
            FROM question JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
            WHERE question.code IN (SELECT value FROM json_each(\(TextList.print(codes.sorted()))))
            """
        let rows = try SQLRequest<Row>(literal: query, cached: true).fetchAll(db)
        return Dictionary(
            rows.map { row in
                let isEditable: Bool? = row["isEditable"]
                let line = BankCheckLine(
                    id: row["id"], code: row["code"], topic: row["topic"], stem: row["stem"],
                    isEditable: isEditable ?? false)
                return (line.code, line)
            }
        ) { first, _ in first }
    }
}
