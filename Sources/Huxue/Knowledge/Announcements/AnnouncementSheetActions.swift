import GRDB

/// What the pages about an announcement need to be shown.
enum AnnouncementSheetActions {
    /// How far ahead the form puts the deadline.
    private static let usualDays = 7

    /// The open announcement as the reader may see it; nil for a page of which none is open.
    /// - Throws: `CommonRefusal.forbidden` for somebody who has nobody in it to look after.
    static func overview(
        _ code: String, for actor: Actor, now: Moment, in db: Database
    ) throws -> AnnouncementOverview? {
        let page = try PageActions.page(code: code, for: actor, in: db)
        guard let announcement = try AnnouncementStore.open(of: page.id, in: db) else { return nil }
        guard let overview = try AnnouncementActions.overview(of: page, announcement, for: actor, now: now, in: db)
        else { throw CommonRefusal.forbidden(RoleTerms.name(of: Action.followReadings)) }
        return overview
    }

    /// The form that sends it; `form`: nil for a fresh one.
    static func sheet(
        _ code: String, form: AnnouncementForm?, problems: [AnnouncementProblem], for actor: Actor, today: Day,
        in db: Database
    ) throws -> AnnouncementFormViews.Sheet {
        let page = try PageActions.page(code: code, for: actor, in: db)
        let unit = try AnnouncementActions.sendingUnit(of: page, by: actor, in: db)
        guard page.kind == .announcement else { throw AnnouncementRefusal.notAnAnnouncement }
        guard page.state == .current else { throw AnnouncementRefusal.notCurrent }
        let fresh = AnnouncementForm(
            revision: try AnnouncementActions.number(of: page, in: db), deadline: today.adding(days: usualDays))
        let form = form ?? fresh
        let overfull = form.overfull
        let audience = try AudienceStore.normalised(
            overfull.isEmpty ? form.readers.audience : Audience(), unit: unit, in: db)
        let scope = UnitScope.units([unit.position])
        // Of a form that has other problems too, so that all of them are told at once.
        var others = overfull
        if !problems.isEmpty, overfull.isEmpty {
            others += try AudienceStore.strangers(in: audience, unit: unit, in: db).map(AnnouncementProblem.stranger)
            if audience.isEmpty { others.append(.nobody) }
        }
        var choice = try AudienceStore.choice(within: scope, caller: unit, today: today, in: db)
        choice.reach = try AudienceStore.reach(of: choice, within: scope, today: today, in: db)
        return AnnouncementFormViews.Sheet(
            page: page, unit: unit, choice: choice, form: form,
            reach: try AudienceStore.count(of: audience, unit: unit, today: today, in: db),
            problems: problems + others.filter { !problems.contains($0) })
    }

    /// The announcement's latest text, for somebody who is called to read it.
    static func text(
        _ code: String, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> (call: AnnouncementCall, text: HTML)? {
        guard let page = try PageStore.page(code: code, in: db),
            let call = try AnnouncementCallActions.call(page, to: visitor, now: now, in: db),
            let revision = try PageRevisionStore.current(page, in: db),
            let content = PageFile(stored: revision.source, of: page).content
        else { return nil }
        let reading = try PageReading(content, names: StatuteDirectoryStore.names(in: db))
        let surroundings = try PageViewActions.surroundings(
            reading, reach: PageActions.reach(of: visitor.actor), in: db)
        return (call, PageRendering(content, reading, in: surroundings).html)
    }
}
