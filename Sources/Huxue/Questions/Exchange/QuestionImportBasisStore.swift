import GRDB

/// Reads what imports are planned against and checked by.
enum QuestionImportBasisStore {
    /// A question of the bank as far as rights and order go.
    struct Line: Sendable {
        let id: ID<Question>
        let code: String
        let position: Int
        /// The unit to whose bank it belongs; nil for the shared one.
        let unit: UnitPath?
        /// Its current revision.
        let revision: ID<QuestionRevision>
    }

    static func lines(in db: Database) throws -> [Line] {
        try lines(Row.fetchAll(db, sql: "SELECT id, code, position, unitID, currentRevisionID FROM question"), in: db)
    }

    /// Questions of the bank that an import has staged.
    static func staged(_ importID: ID<QuestionImport>, in db: Database) throws -> [Line] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT question.id, question.code, question.position, question.unitID, question.currentRevisionID
                FROM question JOIN stagedQuestion AS staged ON staged.code = question.code AND staged.importID = ?
                ORDER BY question.code
                """, arguments: [importID])
        return try lines(rows, in: db)
    }

    /// The units to whose banks staged questions come that are not there yet; nil for the shared bank.
    static func filled(_ importID: ID<QuestionImport>, in db: Database) throws -> [ID<Unit>?] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT DISTINCT staged.unitID FROM stagedQuestion AS staged
                LEFT JOIN question ON question.code = staged.code
                WHERE staged.importID = ? AND (question.id IS NULL OR question.unitID IS NOT staged.unitID)
                """, arguments: [importID]
        ).map { $0["unitID"] }
    }

    /// The first topic of an import that the bank has not; nil for none.
    static func newTopic(_ importID: ID<QuestionImport>, in db: Database) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT topic FROM stagedQuestion WHERE importID = ? AND topic NOT IN (SELECT name FROM topic)
                ORDER BY topic LIMIT 1
                """, arguments: [importID])
    }

    private static func lines(_ rows: [Row], in db: Database) throws -> [Line] {
        let units = Dictionary(try UnitStore.all(in: db).map { ($0.id, $0.position) }) { first, _ in first }
        return rows.map { row in
            Line(
                id: row["id"], code: row["code"], position: row["position"],
                unit: (row["unitID"] as ID<Unit>?).flatMap { units[$0] }, revision: row["currentRevisionID"])
        }
    }
}
