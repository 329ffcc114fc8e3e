import GRDB

/// Saves one question; imports do so for many at once.
enum QuestionRevisionStore {
    static func current(_ question: Question, in db: Database) throws -> QuestionRevision {
        let found = try QuestionStore.revisions(ids: [question.currentRevisionID], in: db)[question.currentRevisionID]
        guard let found else { throw QuestionRefusal.missing(question.code) }
        return found
    }

    /// Who saved a revision, and why; both empty for what came with files.
    static func word(
        on revision: ID<QuestionRevision>, in db: Database
    ) throws -> (author: String, reason: String) {
        let row = try Row.fetchOne(
            db, sql: "SELECT author, reason FROM questionRevision WHERE id = ?", arguments: [revision])
        return (row?["author"] ?? "", row?["reason"] ?? "")
    }

    /// Makes the next revision, and makes it the current one.
    static func insert(
        _ row: StagedQuestion, after former: QuestionRevision, reason: String, by acting: ActionContext,
        in db: Database
    ) throws {
        let draft = row.draft
        try db.execute(
            sql: """
                INSERT INTO questionRevision (questionID, number, type, level, stem, choices, key, explanation,
                    citations, createdAt, author, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                former.questionID, former.number + 1, draft.type.rawValue, draft.level.rawValue, draft.stem,
                row.choices, draft.key.bits, draft.explanation, row.citations, acting.now, acting.actor.auditName,
                reason,
            ])
        let revision = ID<QuestionRevision>(rawValue: db.lastInsertedRowID)
        for (place, citation) in draft.citations.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO questionCitation (revisionID, position, citation, pcode, article)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    revision, place + 1, citation.description, citation.statute.pcode, citation.article?.plain ?? "",
                ])
        }
        try db.execute(
            sql: "UPDATE question SET currentRevisionID = ? WHERE id = ?", arguments: [revision, former.questionID])
    }

    /// Everything of a question that is not its revision, and the words by which it is found.
    static func place(_ row: StagedQuestion, in db: Database) throws {
        try db.execute(
            sql: "UPDATE question SET lawAsOf = ?, shownText = ?, keyText = ? WHERE code = ?",
            arguments: [row.draft.lawAsOf, row.shownText, row.keyText, row.draft.code])
        try db.execute(
            sql: """
                UPDATE questionText SET body = ?, key = ? WHERE rowid = (SELECT id FROM question WHERE code = ?)
                """, arguments: [row.tokens.shown, row.tokens.key, row.draft.code])
    }
}
