import GRDB

/// Keeps attachments with who uploaded them, when logins change: a file in use nowhere is open to that person.
enum AttachmentStaffStore: StaffFollower {
    static func follow(_ renaming: StaffRenaming, by acting: ActionContext, in db: Database) throws {
        guard !renaming.logins.isEmpty else { return }
        try AttachmentStore.rename(renaming.logins, in: db)
    }
}
