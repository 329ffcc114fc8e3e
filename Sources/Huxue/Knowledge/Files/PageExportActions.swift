import GRDB

/// What goes out of the knowledge base as files.
enum PageExportActions {
    struct Contents: Sendable {
        /// The text of each page's file, by path.
        let sources: [String: String]
        let attachments: [Attachment]
    }

    /// Everything there is; that it goes to `folder` is recorded before it does.
    static func export(to folder: String, by acting: ActionContext, in db: Database) throws -> Contents {
        try Policy.requireEverywhere(.editPages, for: acting.actor)
        let sources = try PageRevisionStore.sources(in: db)
        let files = try PageStore.all(in: db).compactMap { page in
            sources[page.code].map { (PageContent.path(page.kind, page.code), $0) }
        }
        try AuditStore.append(
            .pageExport, on: "page", .words(folder), by: acting, in: db)
        return Contents(
            sources: Dictionary(uniqueKeysWithValues: files), attachments: try AttachmentStore.all(in: db))
    }

    /// The pages of a kind, or all, withdrawn ones too as far as `actor` may know of them.
    static func list(
        of kind: PageKind?, isDue: Bool, for actor: Actor, today: Day, in db: Database
    ) throws -> [Page] {
        try Policy.requireSomewhere(.readPages, for: actor)
        let filter = PageFilter(
            reach: PageActions.reach(of: actor) == .editors ? .all : .staff, kind: kind, isDue: isDue)
        let known = try PageActions.retired(for: actor, in: db)
        return try PageStore.lines(filter, today: today, in: db)
            .filter { $0.state != .retired || known.contains($0.code) }
    }
}
