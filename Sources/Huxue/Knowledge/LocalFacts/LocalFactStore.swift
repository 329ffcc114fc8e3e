import GRDB

enum LocalFactStore {
    static func facts(in db: Database) throws -> LocalFacts {
        var facts = LocalFacts()
        for row in try SQLRequest<Row>(literal: "SELECT code, text FROM localFact", cached: true).fetchAll(db) {
            if let fact = LocalFact(rawValue: row["code"]) { facts.texts[fact] = row["text"] }
        }
        return facts
    }

    /// `text`: an empty one takes the answer back.
    static func set(_ fact: LocalFact, _ text: String, by acting: ActionContext, in db: Database) throws {
        guard !text.isEmpty else {
            return try db.execute(sql: "DELETE FROM localFact WHERE code = ?", arguments: [fact.rawValue])
        }
        try db.execute(
            sql: """
                INSERT INTO localFact (code, text, changedAt, changedBy) VALUES (?, ?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET text = excluded.text, changedAt = excluded.changedAt,
                    changedBy = excluded.changedBy
                """, arguments: [fact.rawValue, text, acting.now, acting.actor.auditName])
    }
}
