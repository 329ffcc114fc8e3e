import GRDB

/// The audit log's vocabulary of attachments; it replaces no codes, because people know attachments by name.
enum AttachmentNameStore: AuditVocabulary {
    static let actions: [AuditAction] = [.attachmentUpload]

    static func names(
        of references: Set<String>, for reader: Actor, in db: Database
    ) throws -> [String: AuditName] { [:] }

    static func words(for detail: AuditDetail, of action: AuditAction) -> String? { nil }
}
