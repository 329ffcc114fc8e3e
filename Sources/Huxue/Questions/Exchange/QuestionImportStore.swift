import Foundation
import GRDB

/// Brings topics into the bank: `begin`, `stage` in slices, then `finish` switches all of it over at once.
///
/// Nothing is visible before `finish`. Each step is a write of its own, so that a big bank never holds up anybody
/// else's write for long.
enum QuestionImportStore {
    /// How many questions a slice should have.
    static let slice = 500

    /// Opens an import, and clears away those that were given up more than a day ago.
    static func begin(now: Moment, in db: Database) throws -> ID<QuestionImport> {
        try db.execute(sql: "DELETE FROM questionImport WHERE startedAt < ?", arguments: [now.adding(seconds: -86400)])
        try db.execute(sql: "INSERT INTO questionImport (startedAt) VALUES (?)", arguments: [now])
        return ID(rawValue: db.lastInsertedRowID)
    }

    static func stage(_ topics: [QuestionTopic], for importID: ID<QuestionImport>, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO stagedTopic (importID, name, fileName, lawAsOf) VALUES (?, ?, ?, ?)")
        for topic in topics {
            try statement.execute(arguments: [importID, topic.name, topic.fileName, topic.lawAsOf])
        }
    }

    /// Adds a slice of rows, made outside by `StagedQuestion.rows(of:)`.
    ///
    /// `units`: the ids of the units that the rows name; a name without one stands for the shared bank.
    static func stage(
        _ rows: some Sequence<StagedQuestion>, units: [String: ID<Unit>] = [:], for importID: ID<QuestionImport>,
        in db: Database
    ) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO stagedQuestion (importID, code, topic, position, state, lawAsOf, shownText, keyText,
                    type, level, stem, choices, key, explanation, citations, articles, codeTokens, topicTokens,
                    shownTokens, keyTokens, unitID)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for row in rows {
            let draft = row.draft
            try statement.execute(arguments: [
                importID, draft.code, row.topic, row.position, draft.state.rawValue, draft.lawAsOf, row.shownText,
                row.keyText, draft.type.rawValue, draft.level.rawValue, draft.stem, row.choices, draft.key.bits,
                draft.explanation, row.citations, row.articles, row.tokens.code, row.tokens.topic, row.tokens.shown,
                row.tokens.key, units[draft.unit],
            ])
        }
    }

    /// Makes the staged questions the bank's.
    ///
    /// Questions of the bank that were not staged stay as they are, behind the staged ones of their topic; with
    /// `keepingOrder`, where they are.
    ///
    /// `keepingTopics`: names, files, days and order of topics stay, also of one that loses its last question; all topics
    /// of the import must be the bank's.
    ///
    /// - Throws: `QuestionRefusal` when a code belongs to a different question of another topic, or a file name to
    ///   another topic.
    static func finish(
        _ importID: ID<QuestionImport>, keepingOrder: Bool = false, keepingTopics: Bool = false,
        by acting: ActionContext, in db: Database
    ) throws -> QuestionImport {
        try refuseForeignCodes(importID, in: db)
        let summary = try count(importID, in: db)
        let empty = try TopicStore.emptyNames(in: db)
        if !keepingTopics { try switchTopics(importID, in: db) }
        try switchQuestions(importID, by: acting, in: db)
        try placeQuestions(importID, keepingOrder: keepingOrder || keepingTopics, in: db)
        try QuestionIndexStore.put(importID, in: db)
        if !keepingTopics { try endTopics(except: empty, in: db) }
        try abandon(importID, in: db)
        return summary
    }

    static func abandon(_ importID: ID<QuestionImport>, in db: Database) throws {
        try db.execute(sql: "DELETE FROM stagedQuestion WHERE importID = ?", arguments: [importID])
        try db.execute(sql: "DELETE FROM questionImport WHERE id = ?", arguments: [importID])
    }

    private static func refuseForeignCodes(_ importID: ID<QuestionImport>, in db: Database) throws {
        if let row = try Row.fetchOne(
            db,
            sql: """
                SELECT staged.code, question.topic FROM stagedQuestion AS staged
                JOIN question ON question.code = staged.code
                JOIN questionRevision AS current ON current.id = question.currentRevisionID
                WHERE staged.importID = ? AND question.topic <> staged.topic AND current.stem <> staged.stem
                ORDER BY staged.code LIMIT 1
                """, arguments: [importID])
        {
            throw QuestionRefusal.codeInUse(row["code"], topic: row["topic"])
        }
    }

    /// SQL condition: the staged question differs from the current revision.
    private static let isRevised = """
        (current.type, current.level, current.stem, current.choices, current.key, current.explanation,
            current.citations)
        IS NOT (staged.type, staged.level, staged.stem, staged.choices, staged.key, staged.explanation,
            staged.citations)
        """

    private static func count(
        _ importID: ID<QuestionImport>, in db: Database
    ) throws -> QuestionImport {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*) AS total,
                    count(*) FILTER (WHERE question.id IS NULL) AS added,
                    count(*) FILTER (WHERE question.id IS NOT NULL AND \(isRevised)) AS revised,
                    count(*) FILTER (WHERE question.id IS NOT NULL AND NOT (\(isRevised))
                        AND (question.state, question.lawAsOf, question.topic, question.unitID)
                            IS NOT (staged.state, staged.lawAsOf, staged.topic, staged.unitID)) AS updated
                FROM stagedQuestion AS staged
                LEFT JOIN question ON question.code = staged.code
                LEFT JOIN questionRevision AS current ON current.id = question.currentRevisionID
                WHERE staged.importID = ?
                """, arguments: [importID])
        guard let row else { return QuestionImport() }
        var summary = QuestionImport(added: row["added"], revised: row["revised"], updated: row["updated"])
        summary.unchanged = row["total"] - summary.total
        return summary
    }

    /// A file name that another topic gives up in this import is taken from it first; `endTopics` looks at what is left.
    ///
    /// A new topic takes the place of the one whose file it takes, and otherwise stands last.
    private static func switchTopics(_ importID: ID<QuestionImport>, in db: Database) throws {
        try db.execute(
            literal: """
                UPDATE topic SET fileName = char(1) || fileName
                WHERE EXISTS (SELECT * FROM stagedTopic AS staged WHERE staged.importID = \(importID)
                    AND staged.fileName = topic.fileName AND staged.name <> topic.name)
                """)
        try db.execute(
            literal: """
                INSERT INTO topic (name, fileName, lawAsOf, position)
                SELECT name, fileName, lawAsOf, coalesce(
                    (SELECT position FROM topic AS former WHERE former.fileName = char(1) || staged.fileName),
                    (SELECT coalesce(max(position), 0) FROM topic) + row_number() OVER (ORDER BY fileName))
                FROM stagedTopic AS staged WHERE importID = \(importID) AND true
                ON CONFLICT (name) DO UPDATE SET fileName = excluded.fileName, lawAsOf = excluded.lawAsOf
                """)
    }

    /// Removes topics that have lost their last question; `empty`: those that had none before stay,
    /// unless their file name was taken.
    /// - Throws: `QuestionRefusal.fileNameInUse` when one with questions has lost its file name.
    private static func endTopics(except empty: [String], in db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM topic WHERE NOT EXISTS (SELECT * FROM question WHERE question.topic = topic.name)
                    AND (name NOT IN (SELECT value FROM json_each(?)) OR substr(fileName, 1, 1) = char(1))
                """, arguments: [TextList.print(empty)])
        let robbed = try String.fetchOne(
            db, sql: "SELECT name FROM topic WHERE substr(fileName, 1, 1) = char(1) ORDER BY name LIMIT 1")
        if let robbed { throw QuestionRefusal.fileNameInUse(topic: robbed) }
    }

    /// A person who brings a question in is its author, and does not review it.
    private static func switchQuestions(
        _ importID: ID<QuestionImport>, by acting: ActionContext, in db: Database
    ) throws {
        let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM questionRevision") ?? 0
        try db.execute(
            literal: """
                INSERT INTO question (code, topic, position, state, lawAsOf, currentRevisionID, shownText, keyText, unitID)
                SELECT code, topic, position, state, lawAsOf, 0, shownText, keyText, unitID FROM stagedQuestion AS staged
                WHERE importID = \(importID) AND NOT EXISTS (SELECT * FROM question WHERE question.code = staged.code)
                ORDER BY topic, position
                """)
        try db.execute(
            sql: """
                INSERT INTO questionRevision (questionID, number, type, level, stem, choices, key, explanation,
                    citations, createdAt, author, writerID)
                SELECT question.id, coalesce(current.number, 0) + 1, staged.type, staged.level, staged.stem,
                    staged.choices, staged.key, staged.explanation, staged.citations, :now, :author, :writer
                FROM stagedQuestion AS staged JOIN question ON question.code = staged.code
                LEFT JOIN questionRevision AS current ON current.id = question.currentRevisionID
                WHERE staged.importID = :importID AND (current.id IS NULL OR \(isRevised))
                ORDER BY question.id
                """,
            arguments: [
                "now": acting.now, "importID": importID, "writer": acting.actor.employee,
                "author": acting.actor.employee == nil ? "" : acting.actor.auditName,
            ])
        try db.execute(
            literal: """
                INSERT INTO questionCitation (revisionID, position, citation, pcode, article)
                SELECT revision.id, citation.key + 1, citation.value,
                    substr(article.value, 1, instr(article.value, ' ') - 1),
                    substr(article.value, instr(article.value, ' ') + 1)
                FROM questionRevision AS revision JOIN question ON question.id = revision.questionID
                JOIN stagedQuestion AS staged ON staged.code = question.code AND staged.importID = \(importID)
                JOIN json_each(staged.citations) AS citation
                JOIN json_each(staged.articles) AS article ON article.key = citation.key
                WHERE revision.id > \(last)
                """)
        try db.execute(
            literal: """
                UPDATE question SET currentRevisionID = revision.id
                FROM questionRevision AS revision WHERE revision.id > \(last) AND revision.questionID = question.id
                """)
        if acting.actor.employee == nil { try QuestionReleaseStore.release(importID, after: last, in: db) }
    }

    /// Everything of a question that is not its revision; questions that were not staged move behind those that were.
    private static func placeQuestions(
        _ importID: ID<QuestionImport>, keepingOrder: Bool, in db: Database
    ) throws {
        try db.execute(
            literal: """
                UPDATE question SET topic = staged.topic, position = staged.position, state = staged.state,
                    lawAsOf = staged.lawAsOf, shownText = staged.shownText, keyText = staged.keyText,
                    unitID = staged.unitID
                FROM stagedQuestion AS staged
                WHERE staged.importID = \(importID) AND staged.code = question.code
                """)
        guard !keepingOrder else { return }
        try db.execute(
            literal: """
                WITH behind AS (
                    SELECT question.id, (SELECT count(*) FROM stagedQuestion
                            WHERE importID = \(importID) AND topic = question.topic)
                        + row_number() OVER (PARTITION BY question.topic ORDER BY question.position, question.id) AS place
                    FROM question JOIN stagedTopic ON stagedTopic.importID = \(importID)
                        AND stagedTopic.name = question.topic
                    WHERE NOT EXISTS (SELECT * FROM stagedQuestion
                        WHERE importID = \(importID) AND stagedQuestion.code = question.code))
                UPDATE question SET position = behind.place FROM behind WHERE behind.id = question.id
                """)
    }
}
