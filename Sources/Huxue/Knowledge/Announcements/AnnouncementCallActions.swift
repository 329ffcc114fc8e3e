import GRDB

/// What announcements ask of the person who looks, and tell those who follow them.
enum AnnouncementCallActions {
    /// The page's open announcement as it stands for this person; nil when there is none for them.
    static func call(_ page: Page, to visitor: Visitor, now: Moment, in db: Database) throws -> AnnouncementCall? {
        guard page.kind == .announcement, page.state == .current,
            let announcement = try AnnouncementStore.open(of: page.id, in: db)
        else { return nil }
        return try call(page, announcement, to: visitor, now: now, in: db)
    }

    static func call(
        _ page: Page, _ announcement: Announcement, to visitor: Visitor, now: Moment, in db: Database
    ) throws -> AnnouncementCall? {
        guard let unit = try UnitStore.unit(announcement.unitID, in: db),
            let member = try EmployeeStore.member(visitor.employee, scope: .everywhere, in: db),
            try AudienceStore.includes(
                visitor.employee, audience: announcement.audience, unit: unit, today: ROCDate.day(of: now), in: db)
        else { return nil }
        return try call(page, announcement, to: member.employee, in: db)
    }

    /// To somebody who is in its audience.
    private static func call(
        _ page: Page, _ announcement: Announcement, to employee: Employee, in db: Database
    ) throws -> AnnouncementCall {
        let readings = try AnnouncementStore.readings(of: announcement.id, by: employee.id, in: db)
        return AnnouncementCall(
            page: page, announcement: announcement, current: try AnnouncementActions.number(of: page, in: db),
            standing: AnnouncementRules.standing(readings, required: announcement.required),
            lastDay: AnnouncementRules.lastDay(deadline: announcement.deadline, startsOn: employee.startsOn),
            remindedOn: try AnnouncementStore.remindedDay(employee.id, of: announcement, in: db))
    }

    /// What this person still has to read.
    static func due(for visitor: Visitor, now: Moment, in db: Database) throws -> [DueItem] {
        let unread = try AnnouncementStore.unread(by: visitor.employee, in: db)
        guard !unread.isEmpty else { return [] }
        let units = try units(in: db)
        let calls = unread.compactMap { announcement in units[announcement.unitID].map { (announcement, $0) } }
        let mine = try AudienceStore.including(
            visitor.employee, calls: calls.map { ($0.0.audience, $0.1) }, today: ROCDate.day(of: now), in: db)
        guard !mine.isEmpty, let member = try EmployeeStore.member(visitor.employee, scope: .everywhere, in: db)
        else { return [] }
        return try mine.sorted().map { calls[$0].0 }.compactMap { announcement in
            guard let page = try PageStore.page(announcement.pageID, in: db) else { return nil }
            return AnnouncementViews.dueItem(try call(page, announcement, to: member.employee, in: db))
        }
    }

    private static func units(in db: Database) throws -> [ID<Unit>: Unit] {
        Dictionary(uniqueKeysWithValues: try UnitStore.all(in: db).map { ($0.id, $0) })
    }

    /// What waits for those who send announcements, and for supervisors of people who have not read one.
    static func notes(for visitor: Visitor, now: Moment, in db: Database) throws -> [ManagerNote] {
        guard visitor.may(.editPages) || visitor.may(.followReadings) else { return [] }
        let today = ROCDate.day(of: now)
        return try tallies(for: visitor.actor, today: today, in: db).compactMap {
            AnnouncementViews.note($0, today: today)
        }
    }

    /// Whose readings `actor` may look at of what a unit sends: everybody's for its senders, those of their units for
    /// supervisors; nil for others.
    static func view(of unit: Unit, for actor: Actor) -> (scope: UnitScope, isSender: Bool)? {
        if Policy.permits(.editPages, for: actor, at: unit.position) { return (.everywhere, true) }
        guard Policy.permitsSomewhere(.followReadings, for: actor) else { return nil }
        return (Policy.scope(of: .followReadings, for: actor), false)
    }

    /// What `AnnouncementActions.overview` would count of each open announcement.
    static func tallies(for actor: Actor, today: Day, in db: Database) throws -> [AnnouncementTally] {
        let units = try units(in: db)
        return try AnnouncementStore.notable(in: db).compactMap { announcement, subject in
            guard let unit = units[announcement.unitID], let view = view(of: unit, for: actor) else { return nil }
            let counts = try AnnouncementStore.counts(
                announcement,
                among: AudienceStore.ids(of: announcement.audience, unit: unit, scope: view.scope, today: today), in: db
            )
            return AnnouncementTally(
                subject: subject, announcement: announcement, people: counts.people, read: counts.read,
                isSender: view.isSender)
        }
    }
}
