import GRDB

/// What the office has decided for all its exams.
enum ExamSettingStore {
    /// Whether supervisors see who of their people passed; no until the office says so.
    static func supervisorsSeePasses(in db: Database) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: "SELECT supervisorsSeePasses FROM examSetting")) ?? false
    }

    static func setSupervisorsSeePasses(_ isAllowed: Bool, in db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO examSetting (id, supervisorsSeePasses) VALUES (1, ?)", arguments: [isAllowed])
    }
}
