import GRDB

/// Who may do what with pages, and the work of saving one.
enum PageActions {
    /// Whether `actor` may change a page that this unit is in charge of and this owner answers for.
    ///
    /// A knowledge editor may for the units of the grant; whoever answers for a page, for that page.
    static func mayEdit(unit name: String, owner: PageOwner, by actor: Actor, in db: Database) throws -> Bool {
        if try PageOwnerActions.answers(forUnit: name, owner: owner, actor, in: db) { return true }
        return try isEditor(of: name, actor, in: db)
    }

    /// Whether `actor` manages the pages of this unit; one that is not there any more counts as the office itself.
    private static func isEditor(of name: String, _ actor: Actor, in db: Database) throws -> Bool {
        guard Policy.permitsSomewhere(.editPages, for: actor) else { return false }
        guard let unit = try PageOwnerActions.unit(named: name, in: db) else { return false }
        return Policy.permits(.editPages, for: actor, at: unit.position)
    }

    static func mayEdit(_ page: Page, by actor: Actor, in db: Database) throws -> Bool {
        try mayEdit(unit: page.unit, owner: page.owner, by: actor, in: db)
    }

    /// - Throws: `CommonRefusal.forbidden`.
    static func requireEdit(_ page: Page, by actor: Actor, in db: Database) throws {
        guard try mayEdit(page, by: actor, in: db) else {
            throw CommonRefusal.forbidden(RoleTerms.name(of: Action.editPages))
        }
    }

    /// Whether `actor` may put `content` in the page's place; `page`: nil for a new one.
    ///
    /// A page may neither be taken from a unit nor given to one where its editor has no say. Who only answers for a page
    /// neither moves it to another unit nor hands it on, makes it public, or brings back what was withdrawn; nor does
    /// naming an owner let anybody add a page to a unit where they have no say.
    /// - Throws: `CommonRefusal.forbidden`, `PageRefusal.editorsOnly`, `invalid` for attachments that are not theirs to show.
    static func requireSave(
        _ content: PageContent, _ reading: PageReading, over page: Page?, by actor: Actor, in db: Database
    ) throws {
        if let page { try requireEdit(page, by: actor, in: db) }
        let mayPlace =
            try page == nil
            ? isEditor(of: content.unit, actor, in: db)
            : mayEdit(unit: content.unit, owner: content.owner, by: actor, in: db)
        guard mayPlace else {
            throw CommonRefusal.forbidden(RoleTerms.name(of: Action.editPages))
        }
        let isMoved = page.map { $0.unit != content.unit } ?? false
        let wasPublic = page?.isPublic ?? false
        let isBroughtBack =
            content.isPublic && content.state == .current && page?.state != .current
            || page?.state == .retired && content.state != .retired
        let isHandedOn = page.map { $0.owner != content.owner } ?? false
        if isMoved || isHandedOn || isBroughtBack || (content.isPublic && !wasPublic) {
            for unit in Set([page?.unit, content.unit].compactMap { $0 })
            where try !isEditor(of: unit, actor, in: db) {
                throw PageRefusal.editorsOnly(
                    isMoved ? .unit : isHandedOn ? .owner : isBroughtBack ? .state : .isPublic)
            }
        }
        try requireAttachments(reading, of: content, over: page, by: actor, in: db)
    }

    /// A link opens an attachment to all who read the page: so who does not manage the unit's pages adds only what they
    /// may open already, and nothing to a public page.
    private static func requireAttachments(
        _ reading: PageReading, of content: PageContent, over page: Page?, by actor: Actor, in db: Database
    ) throws {
        let known = try page.map { try PageAttachmentStore.names(linkedFrom: $0.id, in: db) } ?? []
        let added = reading.attachments.subtracting(known).sorted()
        guard !added.isEmpty, try !isEditor(of: content.unit, actor, in: db) else { return }
        guard !content.isPublic else { throw PageRefusal.invalid(added.map { .attachmentForEveryone($0) }) }
        let closed = try added.filter { name in
            try !AttachmentActions.isOpen(name, owners: PageAttachmentOwner.all, to: actor, in: db)
                && AttachmentStore.attachment(name, in: db)?.uploadedBy != actor.auditName
        }
        guard closed.isEmpty else { throw PageRefusal.invalid(closed.map { .closedAttachment($0) }) }
    }

    /// The codes of the withdrawn pages that `actor` may know of.
    static func retired(for actor: Actor, in db: Database) throws -> Set<String> {
        let all = try PageStore.all(in: db).filter { $0.state == .retired }
        return Set(try all.filter { try mayEdit($0, by: actor, in: db) }.map(\.code))
    }

    /// The page, when the reader may know of it.
    /// - Throws: `PageRefusal.missing`.
    static func page(code: String, for actor: Actor, in db: Database) throws -> Page {
        guard let page = try PageStore.page(code: code, in: db), try isSeen(page, by: actor, in: db) else {
            throw PageRefusal.missing
        }
        return page
    }

    /// Withdrawn pages are for those who may change them, announcements that were never sent for editors as well.
    static func isSeen(_ page: Page, by actor: Actor, in db: Database) throws -> Bool {
        if page.state == .retired { return try mayEdit(page, by: actor, in: db) }
        guard reach(of: actor) == .staff, try PageStore.waitsToBeSent(page.id, in: db) else { return true }
        return try mayEdit(page, by: actor, in: db)
    }

    static func isSeen(_ id: ID<Page>, by actor: Actor, in db: Database) throws -> Bool {
        try PageStore.page(id, in: db).map { try isSeen($0, by: actor, in: db) } ?? false
    }

    /// How far a signed-in person may look.
    static func reach(of actor: Actor) -> PageFilter.Reach {
        Policy.permitsSomewhere(.editPages, for: actor) ? .editors : .staff
    }

    /// Saves a page over its revision `base`; 0 for a new page.
    ///
    /// Returns false when nothing differs from what is there. `isReview`: whether somebody thereby says that it is right.
    ///
    /// - Throws: `PageRefusal.changedMeanwhile` when the page has a later revision than `base`.
    @discardableResult
    static func save(
        _ prepared: PreparedPage, over base: Int, reason: String, isReview: Bool = true, by acting: ActionContext,
        in db: Database
    ) throws -> Bool {
        let content = prepared.content
        let page = try PageStore.page(code: content.code, in: db)
        if let page {
            try requireEdit(page, by: acting.actor, in: db)
            guard let current = try PageRevisionStore.current(page, in: db) else { throw PageRefusal.missing }
            guard base != 0 else { throw PageRefusal.usedCode(content.code) }
            guard current.number == base else { throw PageRefusal.changedMeanwhile }
            guard current.source != prepared.source else { return false }
        } else if base != 0 {
            throw PageRefusal.missing
        }
        try requireSave(content, prepared.reading, over: page, by: acting.actor, in: db)
        let known = try PageSurroundingsActions.names(in: [content], now: acting.now, in: db)
        let unknown = PageRules.unknownNames(in: content, known)
        guard unknown.isEmpty else { throw PageRefusal.invalid(unknown) }
        let id = try PageRevisionStore.save(
            prepared, of: page, reason: reason, isReview: isReview, by: acting, in: db)
        try settle(id, retired: content.state == .retired, by: acting, in: db)
        try AuditStore.append(.pageRevision, on: "page/\(id)", .words(reason), by: acting, in: db)
        return true
    }

    /// Brings the flags of amended law in step with a page that was saved.
    private static func settle(_ id: ID<Page>, retired: Bool, by acting: ActionContext, in db: Database) throws {
        if retired { try AmendmentActions.retire(.page, id: id.rawValue, by: acting, in: db) }
        try AmendmentActions.recheck(PageCitationStore(only: id), by: acting, in: db)
    }

    /// Settles what waits on the page of the amendments in force that were shown; see `AmendmentActions.confirm`.
    static func confirmAmendments(of page: Page, shown: Int64?, by acting: ActionContext, in db: Database) throws {
        let today = ROCDate.day(of: acting.now)
        let isWaiting = try AmendmentStore.open(.page, id: page.id.rawValue, in: db).contains { flag in
            flag.phase(on: today) == .opened && (shown.map { flag.id.rawValue <= $0 } ?? true)
        }
        guard isWaiting else { return }
        try AmendmentActions.confirm(
            .page, id: page.id.rawValue, code: page.code, .opened, shown: shown, by: acting, in: db)
    }

    /// Its owner or an editor finds the page still right, under the law as it is.
    ///
    /// `seen`: the number of the revision that they looked at; `shown`: the latest flag that stood beside it.
    static func confirm(_ page: Page, seen: Int?, shown: Int64?, by acting: ActionContext, in db: Database) throws {
        try requireEdit(page, by: acting.actor, in: db)
        guard page.state == .current else { throw PageRefusal.wrongState(page.state) }
        guard let revision = try PageRevisionStore.current(page, in: db),
            let months = PageFile(stored: revision.source, of: page).content?.reviewMonths
        else { throw PageRefusal.missing }
        guard revision.number == seen else { throw PageRefusal.changedMeanwhile }
        let today = ROCDate.day(of: acting.now)
        try PageRevisionStore.review(
            page.id, by: acting.actor.auditName, on: today, next: PageRules.reviewDay(after: today, months: months),
            in: db)
        try confirmAmendments(of: page, shown: shown, by: acting, in: db)
        try AuditStore.append(.pageReview, on: "page/\(page.id)", ["day": .day(today)], by: acting, in: db)
    }
}
