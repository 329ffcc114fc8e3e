import GRDB

/// Reads what the bank asks; nothing of the keys.
enum QuestionStemStore {
    /// A question that is not retired.
    struct Line: Sendable {
        let code: String
        let topic: String
        let stem: String
    }

    /// Of all questions that are not retired, as two stems are compared; it takes too long for a write.
    ///
    /// `scope`: only of banks that are shown to people of these units.
    static func all(shownIn scope: UnitScope = .everywhere, in db: Database) throws -> QuestionStems {
        var stems = QuestionStems()
        for line in try lines(shownIn: scope, in: db) {
            stems.add(.init(code: line.code, topic: line.topic), stem: line.stem)
        }
        return stems
    }

    /// The same one by one, in the order of topics.
    static func lines(shownIn scope: UnitScope, in db: Database) throws -> [Line] {
        let query: SQL = """
            SELECT question.code, question.topic, revision.stem
            FROM question JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
            WHERE question.state <> 'retired' AND \(QuestionUnitStore.shown(in: scope))
            ORDER BY question.topic, question.position, question.id
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map {
            Line(code: $0["code"], topic: $0["topic"], stem: $0["stem"])
        }
    }
}
