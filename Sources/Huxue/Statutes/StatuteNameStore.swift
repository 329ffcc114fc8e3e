import GRDB

/// What the law leaves in the audit log: statutes are called by their names there.
enum StatuteNameStore: AuditVocabulary {
    static let actions: [AuditAction] = [.statuteImport, .statuteImportStart, .amendmentConfirmation]

    static func names(
        of references: Set<String>, for reader: Actor, in db: Database
    ) throws -> [String: AuditName] { [:] }

    static func words(for detail: AuditDetail, of action: AuditAction) -> String? {
        action == .statuteImport || action == .statuteImportStart ? StatuteAuditTerms.imported(detail) : nil
    }
}
