import GRDB

/// The bank, topic by topic.
enum TopicStore {
    /// In the order that editors gave them.
    static func names(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT name FROM topic ORDER BY position, fileName")
    }

    /// Topics without any question.
    static func emptyNames(in db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT name FROM topic WHERE NOT EXISTS (SELECT 1 FROM question WHERE topic = topic.name)")
    }

    /// What codes of a topic begin with, after the name of its file: `birth`; nil when there is no such topic.
    static func prefix(of topic: String, in db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT fileName FROM topic WHERE name = ?", arguments: [topic]).map { name in
            String(name.prefix { $0 != "." })
        }
    }

    static func counts(within scope: UnitScope = .everywhere, in db: Database) throws -> [TopicCount] {
        let query: SQL = """
            SELECT question.topic, revision.level, question.state, count(*) AS count
            FROM question JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
            WHERE \(QuestionUnitStore.shown(in: scope)) GROUP BY question.topic, revision.level, question.state
            """
        let rows = try SQLRequest<Row>(literal: query, cached: true).fetchAll(db)
        let groups = Dictionary(grouping: rows) { $0["topic"] as String }
        return try names(in: db).map { topic in
            var counts: [QuestionLevel: Int] = [:]
            var (retired, unfinished) = (0, 0)
            for row in groups[topic] ?? [] {
                switch QuestionState(rawValue: row["state"]) {
                case .active: if let level = QuestionLevel(rawValue: row["level"]) { counts[level] = row["count"] }
                case .draft, .inReview: unfinished += row["count"]
                case .retired, nil: retired += row["count"]
                }
            }
            return TopicCount(topic: topic, counts: counts, unfinished: unfinished, retired: retired)
        }
    }

    /// The topic of each question of these revisions.
    static func topics(of revisions: [ID<QuestionRevision>], in db: Database) throws -> [ID<Question>: String] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT question.id, question.topic FROM questionRevision AS revision
                JOIN question ON question.id = revision.questionID
                WHERE revision.id IN (SELECT value FROM json_each(?))
                """, arguments: [QuestionStore.list(revisions)])
        return Dictionary(rows.map { ($0["id"], $0["topic"]) }) { first, _ in first }
    }

    /// The whole bank as its files have it.
    static func all(in db: Database) throws -> [QuestionTopic] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(QuestionStore.revisionColumns), question.code, question.topic, question.state, question.lawAsOf,
                    question.unitID
                FROM question JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
                ORDER BY question.topic, question.position, question.id
                """)
        let units = try QuestionUnitStore.bankNames(in: db)
        var drafts: [String: [QuestionDraft]] = [:]
        while let row = try rows.next() {
            let revision = try QuestionStore.revision(row)
            drafts[row["topic"], default: []].append(
                QuestionDraft(
                    code: row["code"], state: QuestionState(rawValue: row["state"]) ?? .retired,
                    lawAsOf: row["lawAsOf"], type: revision.type, level: revision.level, stem: revision.stem,
                    choices: revision.choices, key: revision.key, explanation: revision.explanation,
                    citations: revision.citations, unit: (row["unitID"] as ID<Unit>?).flatMap { units[$0] } ?? ""))
        }
        return try Row.fetchAll(db, sql: "SELECT * FROM topic ORDER BY position, fileName").map { row in
            QuestionTopic(
                fileName: row["fileName"], name: row["name"], lawAsOf: row["lawAsOf"],
                questions: drafts[row["name"]] ?? [])
        }
    }
}
