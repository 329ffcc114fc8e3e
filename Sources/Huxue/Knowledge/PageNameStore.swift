import GRDB

/// Pages and announcements by name, for those who read of them in the audit log.
enum PageNameStore: AuditVocabulary {
    static let actions: [AuditAction] = [
        .pageImport, .pageExport, .pageRevision, .pageState, .pageReview, .announcementSending,
        .announcementReminder, .announcementReading, .announcementWithdrawal, .announcementExport, .feedTokenChange,
        .localFactChange,
    ]

    static let namingPersons: Set<AuditAction> = [.feedTokenChange]

    static func names(
        of references: Set<String>, for reader: Actor, in db: Database
    ) throws -> [String: AuditName] {
        var names: [String: AuditName] = [:]
        for reference in references where reference.hasPrefix("page/") {
            guard let id = ID<Page>(String(reference.dropFirst("page/".count))),
                let page = try PageStore.page(id, in: db)
            else { continue }
            // What the reader may not open has no title either; the code tells which page it was.
            let isSeen = try PageActions.isSeen(page, by: reader, in: db)
            names[reference] = AuditName(
                text: isSeen ? page.title : page.code, address: isSeen ? PageAddress.page(page.code) : nil)
        }
        return names
    }

    static func words(for detail: AuditDetail, of action: AuditAction) -> String? {
        PageAuditTerms.words(for: detail, of: action)
    }

    static func words(forOldText detail: String, of action: AuditAction) -> String? {
        PageAuditOldTerms.words(for: detail, of: action)
    }
}
