import GRDB

/// Keeping what somebody is writing of pages.
enum PageDraftActions {
    /// What the visitor was writing, the latest first.
    static func drafts(of visitor: Visitor, in db: Database) throws -> [PageDraft] {
        try Policy.requireSomewhere(.readPages, for: visitor.actor)
        return try DraftActions.drafts(of: visitor, in: db).map { try draft($0, in: db) }
    }

    /// - Throws: `CommonRefusal.missing` when the visitor has no such draft.
    static func draft(_ key: String, of visitor: Visitor, in db: Database) throws -> PageDraft {
        guard let draft: Draft<PageField> = try DraftActions.draft(of: key, by: visitor, in: db) else {
            throw CommonRefusal.missing
        }
        return try Self.draft(draft, in: db)
    }

    private static func draft(_ draft: Draft<PageField>, in db: Database) throws -> PageDraft {
        PageDraft(draft: draft, page: try PageDraft.page(of: draft.subject).flatMap { try PageStore.page($0, in: db) })
    }

    /// Keeps what the actor person wrote; looks at nothing but the page itself and the draft.
    ///
    /// `key`: of a new page's draft; of a change of a page it follows from the page. `seen`: see `DraftActions.keep`.
    /// - Throws: `CommonRefusal.forbidden`, `PageRefusal.missing`, `WritingRefusal`.
    static func keep(
        _ form: PageForm, key: String, of code: String?, base: Int, seen: String? = nil, by acting: ActionContext,
        in db: Database
    ) throws {
        let page = try PageEditActions.page(code, by: acting.actor, in: db)
        guard page != nil || DraftKey.isKey(key) else { throw PageRefusal.missing }
        try DraftActions.keep(
            PageEditActions.fitted(form, to: page), of: page.map { PageDraft.key(of: $0.id) } ?? key,
            base: page == nil ? 0 : base, seen: seen, by: acting, in: db)
    }
}
