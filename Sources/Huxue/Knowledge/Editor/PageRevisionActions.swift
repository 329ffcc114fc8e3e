import GRDB

/// The versions of a page, and going back to one.
enum PageRevisionActions {
    static func contents(_ code: String, for actor: Actor, in db: Database) throws -> PageRevisionViews.Contents {
        try Policy.requireSomewhere(.readPages, for: actor)
        let page = try PageActions.page(code: code, for: actor, in: db)
        let revisions = try PageRevisionStore.revisions(of: page.id, in: db)
        return PageRevisionViews.Contents(
            page: page, revisions: revisions,
            names: try PageViewActions.names(of: Set(revisions.map(\.author)), in: db),
            mayEdit: try PageActions.mayEdit(page, by: actor, in: db))
    }

    /// The page as it stands in the revision; its kind may have been another then.
    static func content(of revision: PageRevision, _ page: Page) throws -> PageContent {
        for kind in [page.kind] + PageKind.allCases.filter({ $0 != page.kind }) {
            let file = PageFile(reading: Array(revision.source.utf8), path: PageContent.path(kind, page.code))
            if let content = file.content { return content }
        }
        throw PageRefusal.noSuchRevision
    }

    /// What the page would be with the revision's text: its state stays as it is now, and so do its owner and unit where
    /// those of then are not there any more.
    static func restored(_ revision: PageRevision, _ page: Page, now: Moment, in db: Database) throws -> PageContent {
        var content = try content(of: revision, page)
        content.state = page.state
        let around = try PageSurroundingsActions.names(in: [content], now: now, in: db)
        for problem in PageRules.unknownNames(in: content, around) {
            switch problem {
            case .unknownOwner: content.owner = page.owner
            case .unknownUnit: content.unit = page.unit
            default: break
            }
        }
        return content
    }

    /// What the page would be with the content of an old revision.
    static func restored(_ number: Int, of code: String, for actor: Actor, now: Moment, in db: Database) throws
        -> PageContent
    {
        let page = try editable(code, by: actor, in: db)
        guard let revision = try PageRevisionStore.revision(of: page.id, number: number, in: db) else {
            throw PageRefusal.noSuchRevision
        }
        return try restored(revision, page, now: now, in: db)
    }

    /// Saves the content of an old revision, which `restored` gave, as a new one.
    ///
    /// - Throws: `PageRefusal`, among them `nothingToDo` when nothing would change.
    static func restore(
        _ prepared: PreparedPage, over base: Int, reason: String, by acting: ActionContext, in db: Database
    ) throws {
        _ = try editable(prepared.content.code, by: acting.actor, in: db)
        guard !reason.isEmpty else { throw PageRefusal.noReason }
        guard try PageActions.save(prepared, over: base, reason: reason, by: acting, in: db) else {
            throw PageRefusal.nothingToDo
        }
    }

    /// What the page shows that changes the state.
    static func state(of code: String, for actor: Actor, in db: Database) throws -> PageStateViews.Contents {
        let (page, current) = try PageEditActions.current(code, by: actor, in: db)
        return PageStateViews.Contents(
            page: page, base: current.number,
            links: try PageStore.linkCount(to: PageContent.path(page.kind, page.code), in: db))
    }

    /// What the page would be in another state: applies no longer, withdrawn, or in force again.
    static func changed(_ code: String, to state: PageState, for actor: Actor, in db: Database) throws -> PageContent {
        let page = try editable(code, by: actor, in: db)
        guard page.state != state else { throw PageRefusal.nothingToDo }
        guard let revision = try PageRevisionStore.current(page, in: db) else { throw PageRefusal.missing }
        var content = try content(of: revision, page)
        content.state = state
        return content
    }

    /// Saves a change of state, which `changed` gave: a revision that changes nothing else.
    static func change(
        _ prepared: PreparedPage, over base: Int, reason: String, by acting: ActionContext, in db: Database
    ) throws {
        let (page, state) = (try editable(prepared.content.code, by: acting.actor, in: db), prepared.content.state)
        guard page.state != state else { throw PageRefusal.nothingToDo }
        guard !reason.isEmpty else { throw PageRefusal.noReason }
        try PageActions.save(prepared, over: base, reason: reason, by: acting, in: db)
        try AuditStore.append(
            .pageState, on: "page/\(page.id)", PageAuditTerms.detail(of: state, reason: reason), by: acting, in: db)
    }

    private static func editable(_ code: String, by actor: Actor, in db: Database) throws -> Page {
        let page = try PageActions.page(code: code, for: actor, in: db)
        try PageActions.requireEdit(page, by: actor, in: db)
        return page
    }
}
