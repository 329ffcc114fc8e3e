import GRDB

/// The announcements that somebody sends or follows.
enum AnnouncementListActions {
    private static let limit = 200

    /// - Throws: `CommonRefusal.forbidden` for those who do neither.
    static func contents(for actor: Actor, now: Moment, in db: Database) throws -> AnnouncementViews.Contents {
        guard [.editPages, .followReadings].contains(where: { Policy.permitsSomewhere($0, for: actor) }) else {
            throw CommonRefusal.forbidden(RoleTerms.name(of: Action.followReadings))
        }
        let today = ROCDate.day(of: now)
        let units = Dictionary(uniqueKeysWithValues: try UnitStore.all(in: db).map { ($0.id, $0) })
        let sent = try AnnouncementStore.all(limit: limit, in: db).compactMap { announcement, page in
            try units[announcement.unitID].flatMap { unit in
                try listed(announcement, page, of: unit, for: actor, today: today, in: db)
            }
        }
        let unsent = try AnnouncementStore.unsent(in: db).compactMap { try PageStore.page($0, in: db) }
            .filter { try PageActions.mayEdit($0, by: actor, in: db) }
        return AnnouncementViews.Contents(sent: sent, unsent: unsent.sorted { $0.title < $1.title })
    }

    /// Nil for what the reader may not know of, or has nobody in to look after.
    private static func listed(
        _ announcement: Announcement, _ page: Page, of unit: Unit, for actor: Actor, today: Day, in db: Database
    ) throws -> AnnouncementViews.Listed? {
        guard try page.state != .retired || PageActions.mayEdit(page, by: actor, in: db) else { return nil }
        guard let view = AnnouncementCallActions.view(of: unit, for: actor) else { return nil }
        // How many have read what was withdrawn, nobody asks any more.
        let isCounted = announcement.withdrawnAt == nil || !view.isSender
        let counts =
            try isCounted
            ? AnnouncementStore.counts(
                announcement,
                among: AudienceStore.ids(of: announcement.audience, unit: unit, scope: view.scope, today: today), in: db
            )
            : (people: 0, read: 0)
        guard view.isSender || counts.people > 0 else { return nil }
        return AnnouncementViews.Listed(
            page: page, announcement: announcement, unit: unit, people: counts.people, read: counts.read)
    }
}
