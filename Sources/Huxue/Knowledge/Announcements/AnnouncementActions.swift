import GRDB

/// What senders and readers do with announcements: permitted by the policy, decided by the rules, recorded.
enum AnnouncementActions {
    /// What a sender asks for.
    struct Order: Sendable {
        let audience: Audience
        let deadline: Day
        /// The latest revision as the sender saw it.
        let revision: Int
    }

    /// Whose unit it is sent for: the highest in which the actor edits pages and which is the page's or above it.
    /// - Throws: `CommonRefusal.forbidden` for anybody who edits no pages there.
    static func sendingUnit(of page: Page, by actor: Actor, in db: Database) throws -> Unit {
        let units = try UnitStore.all(in: db)
        guard let unit = try PageOwnerActions.unit(named: page.unit, in: db) else { throw PageRefusal.missing }
        let above = units.filter { candidate in
            candidate.position.covers(unit.position) && Policy.permits(.editPages, for: actor, at: candidate.position)
        }
        guard let highest = above.min(by: { $0.path.utf8.count < $1.path.utf8.count }) else {
            throw CommonRefusal.forbidden(RoleTerms.name(of: Action.editPages))
        }
        return highest
    }

    /// - Throws: `AnnouncementRefusal`; `AnnouncementProblems` for what is wrong with the order.
    static func send(_ code: String, _ order: Order, by acting: ActionContext, in db: Database) throws {
        let page = try PageActions.page(code: code, for: acting.actor, in: db)
        let unit = try sendingUnit(of: page, by: acting.actor, in: db)
        guard page.kind == .announcement else { throw AnnouncementRefusal.notAnAnnouncement }
        guard page.state == .current else { throw AnnouncementRefusal.notCurrent }
        guard try AnnouncementStore.open(of: page.id, in: db) == nil else { throw AnnouncementRefusal.openAlready }
        guard try number(of: page, in: db) == order.revision else { throw AnnouncementRefusal.pageChanged }
        let today = ROCDate.day(of: acting.now)
        let audience = try AudienceStore.normalised(order.audience, unit: unit, in: db)
        var problems = try AudienceStore.strangers(in: audience, unit: unit, in: db).map(AnnouncementProblem.stranger)
        let people = try AudienceStore.count(of: audience, unit: unit, today: today, in: db)
        if audience.isEmpty {
            problems.append(.nobody)
        } else if people == 0, problems.isEmpty {
            problems.append(.nobodyInService)
        }
        if order.deadline < today { problems.append(.deadlineOver(today)) }
        guard problems.isEmpty else { throw AnnouncementProblems(problems: problems) }
        try AnnouncementStore.insert(
            page: page.id, unit: unit.id, audience: audience, required: order.revision, deadline: order.deadline,
            by: acting.actor.auditName, now: acting.now, in: db)
        try record(
            .announcementSending, page, PageAuditTerms.sending(order.revision, by: order.deadline, to: people),
            by: acting, in: db)
    }

    /// Asks everybody for the latest revision, by a day of its own.
    static func renew(
        _ code: String, to revision: Int, deadline: Day, by acting: ActionContext, in db: Database
    ) throws {
        let (page, announcement, _) = try owned(code, by: acting.actor, in: db)
        try AnnouncementRules.checkRenewal(to: revision, of: announcement, current: try number(of: page, in: db))
        try AnnouncementRules.check(deadline: deadline, today: ROCDate.day(of: acting.now))
        try AnnouncementStore.renew(announcement.id, required: revision, deadline: deadline, in: db)
        let count = try overview(of: page, announcement, for: acting.actor, now: acting.now, in: db)?.lines.count ?? 0
        try record(
            .announcementSending, page, PageAuditTerms.sending(revision, by: deadline, to: count), by: acting, in: db)
    }

    /// Asks those again who have not read it; gives how many.
    static func remind(_ code: String, by acting: ActionContext, in db: Database) throws -> Int {
        let (page, announcement, _) = try owned(code, by: acting.actor, in: db)
        guard page.state == .current, page.kind == .announcement else { throw AnnouncementRefusal.notCurrent }
        let today = ROCDate.day(of: acting.now)
        let overview = try overview(of: page, announcement, for: acting.actor, now: acting.now, in: db)
        let unread = (overview?.lines ?? []).filter { !$0.standing.isRead }.map(\.member.employee.id)
        try AnnouncementRules.checkReminder(
            last: try AnnouncementStore.reminded(announcement, in: db), today: today, unread: unread.count)
        try AnnouncementStore.insertReminder(
            of: announcement, to: unread, on: today, by: acting.actor.auditName, in: db)
        try record(.announcementReminder, page, .count(unread.count), by: acting, in: db)
        return unread.count
    }

    static func withdraw(_ code: String, by acting: ActionContext, in db: Database) throws {
        let (page, announcement, _) = try owned(code, by: acting.actor, in: db)
        try AnnouncementStore.withdraw(announcement.id, now: acting.now, in: db)
        try record(.announcementWithdrawal, page, [:], by: acting, in: db)
    }

    /// The signed-in person has read revision `number`; a second tick on it changes nothing.
    static func confirm(_ code: String, number: Int, by acting: ActionContext, in db: Database) throws {
        guard case .visitor(let visitor) = acting.actor else { throw AnnouncementRefusal.missing }
        guard let page = try PageStore.page(code: code, in: db), page.kind == .announcement, page.state == .current
        else { throw AnnouncementRefusal.missing }
        guard let announcement = try AnnouncementStore.open(of: page.id, in: db) else {
            throw AnnouncementRefusal.withdrawn
        }
        guard let call = try AnnouncementCallActions.call(page, announcement, to: visitor, now: acting.now, in: db)
        else {
            throw AnnouncementRefusal.missing
        }
        try AnnouncementRules.checkTick(on: number, of: announcement, current: call.current)
        let reading = AnnouncementReading(
            employee: visitor.employee, number: number, readAt: acting.now,
            isLate: ROCDate.day(of: acting.now) > call.lastDay)
        guard try AnnouncementStore.insert(reading, of: announcement.id, in: db) else { return }
        try record(.announcementReading, page, ["revision": .number(number)], by: acting, in: db)
    }

    /// The people for a file; what has been taken away is recorded before it goes out.
    static func export(_ code: String, by acting: ActionContext, in db: Database) throws -> AnnouncementOverview {
        guard let overview = try AnnouncementSheetActions.overview(code, for: acting.actor, now: acting.now, in: db)
        else {
            throw AnnouncementRefusal.missing
        }
        try record(
            .announcementExport, overview.page, .count(overview.lines.count + overview.departed.count), by: acting,
            in: db)
        return overview
    }

    /// The people of an announcement as the reader may see them: all for its sender, those of their units for
    /// supervisors; nil for others.
    static func overview(
        of page: Page, _ announcement: Announcement, for actor: Actor, now: Moment, in db: Database
    ) throws -> AnnouncementOverview? {
        guard let unit = try UnitStore.unit(announcement.unitID, in: db) else { return nil }
        let isSender = Policy.permits(.editPages, for: actor, at: unit.position)
        guard isSender || Policy.permitsSomewhere(.followReadings, for: actor) else { return nil }
        func isShown(_ member: StaffMember) -> Bool {
            isSender || Policy.permits(.followReadings, for: actor, at: member.unit)
        }
        let today = ROCDate.day(of: now)
        let called = try AudienceStore.members(of: announcement.audience, unit: unit, today: today, in: db)
        let ids = Set(called.map(\.employee.id))
        let departed = try EmployeeStore.members(among: AnnouncementStore.readers(of: announcement.id), in: db)
            .filter { !ids.contains($0.employee.id) }
        let readings = try AnnouncementStore.readings(of: announcement.id, in: db)
        let reminded = try AnnouncementStore.remindedDays(of: announcement, in: db)
        func line(_ member: StaffMember, _ departure: AnnouncementOverview.Departure?) -> AnnouncementOverview.Line {
            let readings = readings[member.employee.id] ?? []
            return AnnouncementOverview.Line(
                member: member, standing: AnnouncementRules.standing(readings, required: announcement.required),
                remindedOn: reminded[member.employee.id], departure: departure)
        }
        return AnnouncementOverview(
            page: page, announcement: announcement, unit: unit, current: try number(of: page, in: db),
            lines: called.filter(isShown).map { line($0, nil) }.sorted {
                ($0.member.unit.rawValue, $0.member.employee.staffNumber)
                    < ($1.member.unit.rawValue, $1.member.employee.staffNumber)
            },
            departed: departed.filter(isShown).map { line($0, $0.employee.isInService(on: today) ? .moved : .left) },
            isSender: isSender, remindedOn: isSender ? try AnnouncementStore.reminded(announcement, in: db) : nil)
    }

    /// The number of the page's latest revision.
    static func number(of page: Page, in db: Database) throws -> Int {
        try PageRevisionStore.current(page, in: db)?.number ?? 0
    }

    /// The open announcement that the actor may manage.
    private static func owned(
        _ code: String, by actor: Actor, in db: Database
    ) throws -> (page: Page, announcement: Announcement, unit: Unit) {
        let page = try PageActions.page(code: code, for: actor, in: db)
        guard let announcement = try AnnouncementStore.open(of: page.id, in: db),
            let unit = try UnitStore.unit(announcement.unitID, in: db)
        else {
            try Policy.requireSomewhere(.editPages, for: actor)
            throw AnnouncementRefusal.missing
        }
        try Policy.require(.editPages, for: actor, at: unit.position)
        return (page, announcement, unit)
    }

    private static func record(
        _ action: AuditAction, _ page: Page, _ detail: AuditDetail, by acting: ActionContext, in db: Database
    ) throws {
        try AuditStore.append(action, on: "page/\(page.id)", detail, by: acting, in: db)
    }
}
