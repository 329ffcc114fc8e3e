import GRDB

/// What attachments leave in the audit log: their names are what people know them by.
enum AttachmentNameStore: AuditVocabulary {
    static let actions: [AuditAction] = [.attachmentUpload]

    static func names(
        of references: Set<String>, for reader: Actor, in db: Database
    ) throws -> [String: AuditName] { [:] }

    static func words(for detail: AuditDetail, of action: AuditAction) -> String? { nil }
}
