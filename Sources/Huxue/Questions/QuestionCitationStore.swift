import GRDB

/// The questions in use that cite a statute, or a part of it; `questionCitation.article` is empty for the whole.
struct QuestionCitationStore: CitationSource {
    /// Nil for all of them.
    var only: ID<Question>?

    let subject = CitedSubject.question
    var onlyWork: Int64? { only?.rawValue }

    func pcodes(in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT questionCitation.pcode FROM questionCitation
                JOIN question ON question.currentRevisionID = questionCitation.revisionID
                WHERE question.state = 'active' AND question.id = coalesce(?, question.id)
                ORDER BY questionCitation.pcode
                """, arguments: [only])
    }

    func inUse(_ ids: Set<Int64>, in db: Database) throws -> Set<Int64> {
        try Int64.fetchSet(
            db, sql: "SELECT id FROM question WHERE state = 'active' AND id IN (SELECT value FROM json_each(?))",
            arguments: [QuestionStore.list(ids.map { ID<Question>(rawValue: $0) })])
    }

    func works(citing pcode: String, in db: Database) throws -> [CitedWork] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT question.id, question.code, question.lawAsOf, questionRevision.stem, questionCitation.citation
                FROM questionCitation
                JOIN question ON question.currentRevisionID = questionCitation.revisionID
                JOIN questionRevision ON questionRevision.id = question.currentRevisionID
                WHERE questionCitation.pcode = ? AND question.state = 'active'
                    AND question.id = coalesce(?, question.id)
                ORDER BY question.code, questionCitation.position
                """)
        let rows = try Row.fetchAll(statement, arguments: [pcode, only])
        return rows.map { row in
            CitedWork(
                subject: .question, id: row["id"], code: row["code"], title: row["stem"], pcode: pcode,
                citation: row["citation"], lawAsOf: row["lawAsOf"])
        }
    }
}
