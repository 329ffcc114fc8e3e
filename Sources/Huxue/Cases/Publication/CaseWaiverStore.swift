import GRDB

/// What authors said points to nobody, and why.
enum CaseWaiverStore {
    static func waivers(of id: ID<CaseStudy>, in db: Database) throws -> [CaseWaiver] {
        let query: SQL = """
            SELECT waiver.*, employee.name FROM caseWaiver AS waiver \(PeopleStore.joined(on: "waiver.waivedBy"))
            WHERE waiver.caseID = \(id) ORDER BY waiver.waivedAt, waiver.field, waiver.text
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).compactMap { row in
            guard let field = CaseField(rawValue: row["field"]) else { return nil }
            return CaseWaiver(
                field: field, kind: row["kind"], text: row["text"], reason: row["reason"], name: row["name"])
        }
    }

    static func put(
        _ find: CaseFind, reason: String, of id: ID<CaseStudy>, by employee: ID<Employee>, now: Moment,
        in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO caseWaiver (caseID, field, kind, text, reason, waivedBy, waivedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (caseID, field, kind, text) DO UPDATE SET reason = excluded.reason,
                    waivedBy = excluded.waivedBy, waivedAt = excluded.waivedAt
                """,
            arguments: [id, find.field.rawValue, find.kind.rawValue, find.text, reason, employee, now])
    }
}
