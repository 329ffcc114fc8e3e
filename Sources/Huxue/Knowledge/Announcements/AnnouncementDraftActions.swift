import GRDB

/// Writes the announcement of an amendment as a page that nobody has been asked to read yet.
enum AnnouncementDraftActions {
    /// What it is written from.
    struct Editions: Sendable {
        let code: String
        fileprivate let old: StatuteEdition
        fileprivate let new: StatuteEdition
        fileprivate let setting: AnnouncementDraft.Setting
        fileprivate let names: StatuteNames

        /// The page; takes time, and needs no database.
        func page() throws -> PreparedPage {
            try PreparedPage(AnnouncementDraft.content(from: old, to: new, setting), names: names)
        }
    }

    /// The two editions; nil when there is a page for them already, which stays as it is.
    static func editions(
        _ pcode: String, from: Int, to: Int, for actor: Actor, now: Moment, in db: Database
    ) throws -> Editions? {
        let visitor = try writer(actor)
        let editions = try StatuteStore.versions(of: pcode, in: db)
        guard let old = editions.first(where: { $0.number == from }),
            let new = editions.first(where: { $0.number == to }),
            from < to
        else { throw StatuteRefusal.missing }
        let code = AnnouncementDraft.code(of: pcode, from: from, to: to)
        guard try !isWritten(code, by: actor, in: db) else { return nil }
        let today = ROCDate.day(of: now)
        let shown = try StatuteStore.dataVersion(in: db)?.published ?? today
        return Editions(
            code: code, old: try StatuteStore.edition(old, in: db), new: try StatuteStore.edition(new, in: db),
            setting: AnnouncementDraft.Setting(
                from: from, to: to, unit: try unit(of: visitor, in: db),
                lawAsOf: min(max(shown, new.modified ?? shown), today)),
            names: try StatuteDirectoryStore.names(in: db))
    }

    /// Saves the page, unless somebody else has meanwhile.
    static func save(_ prepared: PreparedPage, by acting: ActionContext, in db: Database) throws {
        _ = try writer(acting.actor)
        guard try !isWritten(prepared.content.code, by: acting.actor, in: db) else { return }
        try PageActions.save(prepared, over: 0, reason: AnnouncementTerms.drafted, by: acting, in: db)
    }

    /// - Throws: `PageRefusal.usedCode` when it was withdrawn and `actor` may not know of it.
    private static func isWritten(_ code: String, by actor: Actor, in db: Database) throws -> Bool {
        guard let page = try PageStore.page(code: code, in: db) else { return false }
        guard try page.state != .retired || PageActions.mayEdit(page, by: actor, in: db) else {
            throw PageRefusal.usedCode(code)
        }
        return true
    }

    private static func writer(_ actor: Actor) throws -> Visitor {
        guard case .visitor(let visitor) = actor, visitor.may(.editPages) else {
            throw CommonRefusal.forbidden(RoleTerms.name(of: Action.editPages))
        }
        return visitor
    }

    /// The highest unit for which the person edits pages, as pages name units.
    private static func unit(of visitor: Visitor, in db: Database) throws -> String {
        let highest = try UnitStore.all(in: db).filter { visitor.may(.editPages, at: $0.position) }
            .min { ($0.path.utf8.count, $0.id) < ($1.path.utf8.count, $1.id) }
        return highest.map { PageEditActions.name(of: $0) } ?? ""
    }
}
