import GRDB

/// Keeps the audiences of announcements right when staff numbers change.
enum AnnouncementStaffStore: StaffFollower {
    static func follow(_ renaming: StaffRenaming, by acting: ActionContext, in db: Database) throws {
        guard !renaming.numbers.isEmpty else { return }
        for (announcement, _) in try AnnouncementStore.all(limit: -1, in: db) where announcement.withdrawnAt == nil {
            let audience = renaming.renamed(announcement.audience)
            guard audience != announcement.audience else { continue }
            try AnnouncementStore.setAudience(audience, of: announcement.id, in: db)
        }
    }
}
