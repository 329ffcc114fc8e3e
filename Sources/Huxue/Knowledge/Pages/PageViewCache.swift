import GRDB

/// Pages as those see them who only read: most views are of the same few, and all these readers see the same.
final class PageViewCache: Sendable {
    /// A page as it is shown, but for the frame around it.
    struct Shown: Sendable {
        let page: Page
        let parts: PageViews.Parts
    }

    private struct Key: Hashable {
        let code: String
        /// Of the reader; due dates and days of effect depend on it.
        let day: Day
    }

    private let cache = GenerationCache<Key, Shown>(
        of: [.pages, .announcements, .attachments, .law, .staff], limit: 300)

    /// Nil where readers see different things: announcements, those who may change the page.
    /// - Throws: as `PageViewActions.contents`.
    func page(_ code: String, for visitor: Visitor, now: Moment, in db: Database) throws -> Shown? {
        try Policy.require(.readPages, for: visitor.actor, at: visitor.unit)
        guard PageActions.reach(of: visitor.actor) == .staff else { return nil }
        let shown = try cache.value(for: Key(code: code, day: ROCDate.day(of: now)), in: db) {
            let contents = try PageViewActions.contents(code: code, for: visitor, now: now, in: db)
            guard !contents.mayEdit, contents.page.kind != .announcement else { return nil }
            return Shown(page: contents.page, parts: PageViews.parts(contents))
        }
        guard let shown, try !PageActions.mayEdit(shown.page, by: visitor.actor, in: db) else { return nil }
        return shown
    }
}

extension Generation {
    /// Moves whenever a page changes.
    static let pages = Generation("pages")
    /// Moves whenever an announcement is sent, changed or taken back.
    static let announcements = Generation("announcements")
}
