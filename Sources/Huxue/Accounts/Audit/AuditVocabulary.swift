import GRDB

/// Translates the codes that a feature records in the audit log.
///
/// The log stores codes because its rows can never be rewritten while names change; codes are translated for display.
protocol AuditVocabulary: Sendable {
    /// The actions that the feature records, in the order in which the filter lists them.
    static var actions: [AuditAction] { get }

    /// The actions whose subject is a login or a staff number.
    static var namingPersons: Set<AuditAction> { get }

    /// The names of this feature's records among `references`, such as `exam/5`, by reference.
    static func names(of references: Set<String>, for reader: Actor, in db: Database) throws -> [String: AuditName]

    /// SQL that selects the subjects whose rows the reader must not see; nil for none.
    ///
    /// The rows stay in the log and its chain; others read them.
    static func concealed(from reader: Actor) -> SQL?

    /// The detail in words; nil when the action is not this feature's or the detail needs no words of its own.
    ///
    /// A record, a count, words, and a change from old to new are put into words for all features alike.
    static func words(for detail: AuditDetail, of action: AuditAction) -> String?

    /// The detail of a row from before 115/11/30 (2026-11-30) in words; nil when the action is not this feature's.
    ///
    /// Such details were plain text; the words may still contain references, which the caller replaces by names.
    static func words(forOldText detail: String, of action: AuditAction) -> String?
}

extension AuditVocabulary {
    static var namingPersons: Set<AuditAction> { [] }

    static func concealed(from reader: Actor) -> SQL? { nil }

    static func words(forOldText detail: String, of action: AuditAction) -> String? { nil }
}
