import GRDB

/// Keeping what somebody is writing.
enum PageDraftActions {
    /// Drafts, of changes too, beside which a person may not begin that of another new page.
    static let limit = 50

    /// What I was writing, the latest first; for the home page and the list.
    static func drafts(of visitor: Visitor, in db: Database) throws -> [PageDraft] {
        try PageDraftStore.drafts(of: visitor.employee, in: db)
    }

    /// Keeps what `visitor` wrote.
    ///
    /// `key`: of a new page's draft; of a change of a page it follows from the page.
    /// `seen`: the mark of the draft that the window knows, empty for none; nil when that was not said.
    /// - Throws: `CommonRefusal.forbidden`, `PageRefusal.missing`, `tooManyDrafts`, `draftElsewhere` when another window
    ///   has kept something else since.
    static func keep(
        _ form: PageForm, key: String, of code: String?, base: Int, seen: String? = nil, by visitor: Visitor,
        now: Moment, in db: Database
    ) throws {
        let page = try PageEditActions.page(code, by: visitor.actor, in: db)
        let place = page.map { PageDraft.key(of: $0.id) } ?? key
        if let seen, let stored = try PageDraftStore.draft(place, of: visitor.employee, in: db), stored.mark != seen,
            stored.form != form
        {
            throw PageRefusal.draftElsewhere(stored)
        }
        if let page {
            return try PageDraftStore.put(
                form, key: PageDraft.key(of: page.id), of: page.id, base: base, by: visitor.employee, now: now, in: db)
        }
        guard PageDraft.isNewKey(key) else { throw PageRefusal.missing }
        if try PageDraftStore.draft(key, of: visitor.employee, in: db) == nil {
            guard try PageDraftStore.count(of: visitor.employee, in: db) < limit else {
                throw PageRefusal.tooManyDrafts(limit: limit)
            }
        }
        try PageDraftStore.put(form, key: key, of: nil, base: 0, by: visitor.employee, now: now, in: db)
    }
}
