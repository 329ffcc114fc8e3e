import GRDB

/// Reads what the bank asks.
enum QuestionStemStore {
    /// Of all questions that are not retired, in one pass; it takes too long for a write.
    static func all(in db: Database) throws -> QuestionStems {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT question.code, question.topic, revision.stem
                FROM question JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
                WHERE question.state <> 'retired' ORDER BY question.topic, question.position, question.id
                """)
        var stems = QuestionStems()
        while let row = try rows.next() {
            stems.add(.init(code: row["code"], topic: row["topic"]), stem: row["stem"])
        }
        return stems
    }
}
