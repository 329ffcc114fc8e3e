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
            member.employee.isInService(on: ROCDate.day(of: now)),
            AudienceStore.includes(member, audience: announcement.audience, unit: unit)
        else { return nil }
        let readings = try AnnouncementStore.readings(of: announcement.id, by: visitor.employee, in: db)
        return AnnouncementCall(
            page: page, announcement: announcement, current: try AnnouncementActions.number(of: page, in: db),
            standing: AnnouncementRules.standing(readings, required: announcement.required),
            lastDay: AnnouncementRules.lastDay(deadline: announcement.deadline, startsOn: member.employee.startsOn),
            remindedOn: try AnnouncementStore.remindedDays(of: announcement, in: db)[visitor.employee])
    }

    /// What this person still has to read.
    static func due(for visitor: Visitor, now: Moment, in db: Database) throws -> [DueItem] {
        try AnnouncementStore.open(in: db).compactMap { announcement, page in
            try call(page, announcement, to: visitor, now: now, in: db).flatMap { call in
                call.standing.isRead ? nil : AnnouncementPages.dueItem(call)
            }
        }
    }

    /// What waits for those who send announcements, and for supervisors of people who have not read one.
    static func notes(for visitor: Visitor, now: Moment, in db: Database) throws -> [ManagerNote] {
        guard visitor.may(.editPages) || visitor.may(.followReadings) else { return [] }
        return try AnnouncementStore.open(in: db).compactMap { announcement, page in
            let overview = try AnnouncementActions.overview(
                of: page, announcement, for: visitor.actor, now: now, in: db)
            return overview.flatMap { AnnouncementPages.note($0, today: ROCDate.day(of: now)) }
        }
    }
}
