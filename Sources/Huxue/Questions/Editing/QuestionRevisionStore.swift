import GRDB

/// Saves one question; imports do so for many at once.
enum QuestionRevisionStore {
    static func current(_ question: Question, in db: Database) throws -> QuestionRevision {
        let found = try QuestionStore.revisions(ids: [question.currentRevisionID], in: db)[question.currentRevisionID]
        guard let found else { throw QuestionRefusal.missing(question.code) }
        return found
    }

    /// Who saved or brought in a revision, and why; both empty for what came with the console's files.
    static func word(
        on revision: ID<QuestionRevision>, in db: Database
    ) throws -> (author: String, reason: String) {
        let row = try Row.fetchOne(
            db, sql: "SELECT author, reason FROM questionRevision WHERE id = ?", arguments: [revision])
        return (row?["author"] ?? "", row?["reason"] ?? "")
    }

    /// Who saved which revision and why, newest first.
    static func versions(of question: Question, in db: Database) throws -> [WrittenVersion] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT number, createdAt, author, reason FROM questionRevision WHERE questionID = ? ORDER BY number DESC
                """, arguments: [question.id])
        let names = try AuditNameStore.actors(Set(rows.map { $0["author"] }), in: db)
        return rows.map { row in
            let author: String = row["author"]
            return WrittenVersion(
                number: row["number"], savedAt: row["createdAt"],
                author: author.isEmpty ? QuestionFieldTerms.importer : names[author] ?? AuditTerms.author(author),
                reason: row["reason"])
        }
    }

    /// Adds a question with its first revision, at the end of its topic.
    ///
    /// `unit`: of the bank; nil for the shared one.
    static func add(
        _ row: StagedQuestion, unit: ID<Unit>?, reason: String, by acting: ActionContext, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO question (code, topic, position, state, lawAsOf, currentRevisionID, shownText, keyText, unitID)
                VALUES (?, ?, \(nextPlace), ?, ?, 0, ?, ?, ?)
                """,
            arguments: [
                row.draft.code, row.topic, row.topic, QuestionState.draft.rawValue, row.draft.lawAsOf, row.shownText,
                row.keyText, unit,
            ])
        let question = ID<Question>(rawValue: db.lastInsertedRowID)
        try insert(row, 1, of: question, reason: reason, by: acting, in: db)
        try db.execute(
            sql: "INSERT INTO questionText (rowid, title, headings, body, key) VALUES (?, ?, ?, ?, ?)",
            arguments: [question, row.tokens.code, row.tokens.topic, row.tokens.shown, row.tokens.key])
    }

    private static let nextPlace =
        "(SELECT coalesce(max(position), 0) + 1 FROM question AS other WHERE other.topic = ?)"

    /// The next code that begins with `prefix`: `birth-061` after `birth-060`, whatever became of that one.
    static func freeCode(_ prefix: String, in db: Database) throws -> String {
        let codes = try String.fetchSet(
            db, sql: "SELECT code FROM question WHERE substr(code, 1, ?) = ?",
            arguments: [prefix.unicodeScalars.count + 1, prefix + "-"])
        return QuestionCodes.free(prefix, among: codes)
    }

    /// Makes the next revision, and makes it the current one.
    static func insert(
        _ row: StagedQuestion, after former: QuestionRevision, reason: String, by acting: ActionContext,
        in db: Database
    ) throws {
        try insert(row, former.number + 1, of: former.questionID, reason: reason, by: acting, in: db)
    }

    private static func insert(
        _ row: StagedQuestion, _ number: Int, of question: ID<Question>, reason: String, by acting: ActionContext,
        in db: Database
    ) throws {
        let draft = row.draft
        try db.execute(
            sql: """
                INSERT INTO questionRevision (questionID, number, type, level, stem, choices, key, explanation,
                    citations, createdAt, author, reason, writerID)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                question, number, draft.type.rawValue, draft.level.rawValue, draft.stem, row.choices, draft.key.bits,
                draft.explanation, row.citations, acting.now, acting.actor.auditName, reason,
                acting.actor.employee,
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
            sql: "UPDATE question SET currentRevisionID = ? WHERE id = ?", arguments: [revision, question])
    }

    /// Everything of a question that is not its revision, and the words by which it is found.
    ///
    /// `unit`: of the bank; nil for the shared one. Who goes to another topic stands last in it.
    static func place(_ row: StagedQuestion, unit: ID<Unit>?, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE question SET lawAsOf = ?, shownText = ?, keyText = ?, unitID = ?, topic = ?,
                    position = CASE WHEN topic = ? THEN position ELSE \(nextPlace) END WHERE code = ?
                """,
            arguments: [
                row.draft.lawAsOf, row.shownText, row.keyText, unit, row.topic, row.topic, row.topic, row.draft.code,
            ])
        try db.execute(
            sql: """
                UPDATE questionText SET headings = ?, body = ?, key = ?
                WHERE rowid = (SELECT id FROM question WHERE code = ?)
                """, arguments: [row.tokens.topic, row.tokens.shown, row.tokens.key, row.draft.code])
    }
}
