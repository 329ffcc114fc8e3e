import GRDB

/// Writes the announcement of an amendment as a page that nobody has been asked to read yet.
enum AnnouncementDraftActions {
    /// The code of its page; one that is there already for these editions stays as it is.
    static func draft(
        _ pcode: String, from: Int, to: Int, by acting: ActionContext, in db: Database
    ) throws -> String {
        guard case .visitor(let visitor) = acting.actor, visitor.may(.editPages) else {
            throw CommonRefusal.forbidden(RoleTerms.name(of: Action.editPages))
        }
        let editions = try StatuteStore.versions(of: pcode, in: db)
        guard let old = editions.first(where: { $0.number == from }),
            let new = editions.first(where: { $0.number == to }),
            from < to
        else { throw StatuteRefusal.missing }
        let code = AnnouncementDraft.code(of: pcode, from: from, to: to)
        if let page = try PageStore.page(code: code, in: db) {
            guard try page.state != .retired || PageActions.mayEdit(page, by: acting.actor, in: db) else {
                throw PageRefusal.usedCode(code)
            }
            return code
        }
        let today = ROCDate.day(of: acting.now)
        let shown = try StatuteStore.dataVersion(in: db)?.published ?? today
        let content = AnnouncementDraft.content(
            from: try StatuteStore.edition(old, in: db), to: try StatuteStore.edition(new, in: db),
            AnnouncementDraft.Setting(
                from: from, to: to, unit: try unit(of: visitor, in: db),
                lawAsOf: min(max(shown, new.modified ?? shown), today)))
        try PageActions.save(
            content, PageReading(content, names: StatuteDirectoryStore.names(in: db)), over: 0,
            reason: AnnouncementTerms.drafted, by: acting, in: db)
        return code
    }

    /// The highest unit for which the person edits pages, as pages name units.
    private static func unit(of visitor: Visitor, in db: Database) throws -> String {
        let highest = try UnitStore.all(in: db).filter { visitor.may(.editPages, at: $0.position) }
            .min { ($0.path.utf8.count, $0.id) < ($1.path.utf8.count, $1.id) }
        return highest.map { PageEditActions.name(of: $0) } ?? ""
    }
}
