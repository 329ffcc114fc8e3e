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

    /// Saves an old revision's content as a new one.
    ///
    /// - Throws: `PageRefusal`, among them `nothingToDo` when nothing would change.
    static func restore(
        _ number: Int, of code: String, over base: Int, reason: String, by acting: ActionContext, in db: Database
    ) throws {
        let page = try PageActions.page(code: code, for: acting.actor, in: db)
        try PageActions.requireEdit(page, by: acting.actor, in: db)
        guard !reason.isEmpty else { throw PageRefusal.noReason }
        guard let revision = try PageRevisionStore.revision(of: page.id, number: number, in: db) else {
            throw PageRefusal.noSuchRevision
        }
        let content = try restored(revision, page, now: acting.now, in: db)
        guard
            try PageActions.save(
                content, PageReading(content, names: StatuteDirectoryStore.names(in: db)), over: base, reason: reason,
                by: acting, in: db)
        else { throw PageRefusal.nothingToDo }
    }

    /// Applies no longer, withdrawn, or in force again: a revision that changes nothing else.
    static func change(
        _ code: String, to state: PageState, over base: Int, reason: String, by acting: ActionContext, in db: Database
    ) throws {
        let page = try PageActions.page(code: code, for: acting.actor, in: db)
        try PageActions.requireEdit(page, by: acting.actor, in: db)
        guard page.state != state else { throw PageRefusal.nothingToDo }
        guard !reason.isEmpty else { throw PageRefusal.noReason }
        guard let revision = try PageRevisionStore.current(page, in: db) else { throw PageRefusal.missing }
        var content = try content(of: revision, page)
        content.state = state
        try PageActions.save(
            content, PageReading(content, names: StatuteDirectoryStore.names(in: db)), over: base, reason: reason,
            by: acting, in: db)
        try AuditStore.append(
            .pageState, on: "page/\(page.id)", PageAuditTerms.detail(of: state, reason: reason), by: acting, in: db)
    }
}
