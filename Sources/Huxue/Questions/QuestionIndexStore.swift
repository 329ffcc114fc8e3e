import GRDB

/// The full-text index of the bank: a question's current revision.
///
/// What the key would give away stands in a column of its own, `key`.
enum QuestionIndexStore {
    static let index = SearchIndexStore(table: "questionText")

    /// Finds in what everybody who takes the test sees.
    static func shown(_ expression: String) -> String { "{title headings body} : (\(expression))" }

    /// Brings the staged questions of an import in step; their tokens were made outside.
    static func put(_ importID: ID<QuestionImport>, in db: Database) throws {
        try db.execute(
            literal: """
                DELETE FROM questionText WHERE rowid IN (
                    SELECT question.id FROM stagedQuestion AS staged
                    JOIN question ON question.code = staged.code JOIN questionText ON questionText.rowid = question.id
                    WHERE staged.importID = \(importID)
                        AND (questionText.title, questionText.headings, questionText.body, questionText.key)
                            IS NOT (staged.codeTokens, staged.topicTokens, staged.shownTokens, staged.keyTokens))
                """)
        try db.execute(
            literal: """
                INSERT INTO questionText (rowid, title, headings, body, key)
                SELECT question.id, staged.codeTokens, staged.topicTokens, staged.shownTokens, staged.keyTokens
                FROM stagedQuestion AS staged JOIN question ON question.code = staged.code
                WHERE staged.importID = \(importID)
                    AND NOT EXISTS (SELECT * FROM questionText WHERE questionText.rowid = question.id)
                """)
    }

    /// Indexes questions of an older bank that are not yet, at most `limit`; returns how many there were.
    static func catchUp(limit: Int, in db: Database) throws -> Int {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT question.id AS question, question.code, question.topic,
                    \(QuestionStore.revisionColumns)
                FROM question JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
                WHERE question.id NOT IN (SELECT rowid FROM questionText) LIMIT ?
                """, arguments: [limit])
        for row in rows {
            let revision = try QuestionStore.revision(row)
            let tokens = QuestionTokens(
                code: row["code"], topic: row["topic"], type: revision.type, stem: revision.stem,
                choices: revision.choices, explanation: revision.explanation,
                citations: revision.citations.map(\.description))
            try db.execute(
                literal: """
                    INSERT INTO questionText (rowid, title, headings, body, key)
                    VALUES (\(row["question"] as Int64), \(tokens.code), \(tokens.topic), \(tokens.shown), \(tokens.key))
                    """)
        }
        return rows.count
    }
}
