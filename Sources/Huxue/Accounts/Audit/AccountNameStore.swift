import GRDB

/// Translates what accounts, staff and units record in the audit log into names and words.
enum AccountNameStore: AuditVocabulary {
    static let actions = AuditTerms.actions
    static let namingPersons = AuditTerms.namingPersons

    static func names(
        of references: Set<String>, for reader: Actor, in db: Database
    ) throws -> [String: AuditName] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT employee.id, employee.name, employee.staffNumber AS mark
                FROM (SELECT value FROM json_each(?)) AS wanted
                JOIN employee ON employee.id = CAST(substr(wanted.value, 10) AS INTEGER)
                """, arguments: [try AuditNameStore.json(references.filter { $0.hasPrefix("employee/") })])
        return Dictionary(
            rows.map { ("employee/\($0["id"] as Int64)", AuditNameStore.person($0)) },
            uniquingKeysWith: { first, _ in first })
    }

    static func words(for detail: AuditDetail, of action: AuditAction) -> String? {
        AuditTerms.words(for: detail, of: action)
    }

    static func words(forOldText detail: String, of action: AuditAction) -> String? {
        AuditOldTerms.words(for: detail, of: action)
    }
}
