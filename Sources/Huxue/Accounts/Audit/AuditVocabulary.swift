import GRDB

/// What a feature knows of the codes that it leaves in the audit log.
///
/// The log keeps codes, because its rows are chained and names change; they become words only when they are shown.
protocol AuditVocabulary: Sendable {
    /// What the feature records, in the order in which a reader of the log chooses.
    static var actions: [AuditAction] { get }

    /// Those of the actions whose subject is a login or a staff number.
    static var namingPersons: Set<AuditAction> { get }

    /// The names of those of `references`, such as `exam/5`, that are this feature's.
    static func names(of references: Set<String>, for reader: Actor, in db: Database) throws -> [String: AuditName]

    /// A detail in words; nil when the action is not this feature's, or the detail says only what every vocabulary can
    /// read: a record, a count, words, or a change from old to new.
    static func words(for detail: AuditDetail, of action: AuditAction) -> String?

    /// The same for rows older than 115/11/30, whose details are text; references may still stand in the words.
    static func words(forOldText detail: String, of action: AuditAction) -> String?
}

extension AuditVocabulary {
    static var namingPersons: Set<AuditAction> { [] }

    static func words(forOldText detail: String, of action: AuditAction) -> String? { nil }
}
