import GRDB

/// What the bank leaves in the audit log: the codes of questions are what people know them by.
enum QuestionNameStore: AuditVocabulary {
    static let actions: [AuditAction] = [
        .questionImport, .questionExport, .questionKeyView, .questionRevision, .questionRetirement,
        .questionRestoration, .questionSubmission, .questionWithdrawal, .questionAnswer, .questionApproval,
        .questionReturn, .topicAddition, .topicRenaming, .topicMove, .topicMerger, .topicRemoval,
    ]

    static func names(
        of references: Set<String>, for reader: Actor, in db: Database
    ) throws -> [String: AuditName] { [:] }

    static func words(for detail: AuditDetail, of action: AuditAction) -> String? {
        switch action {
        case .questionImport: QuestionTerms.imported(detail)
        case .questionKeyView: detail.list("codes").map { $0.compactMap(\.text).joined(separator: " ") }
        default: nil
        }
    }
}
