import GRDB

/// Pages as those see them who only read: most views are of the same few, and all these readers see the same.
final class PageViewCache: Sendable {
    /// What a page shows.
    enum View: Sendable {
        /// To everybody who only reads, ready but for the frame around it.
        case shared(PageViews.Parts)
        /// To this person alone.
        case own(PageViews.Contents)
    }

    private struct Shared: Sendable {
        let page: Page
        let parts: PageViews.Parts
    }

    private struct Key: Hashable {
        let code: String
        /// Of the reader; due dates and days of effect depend on it.
        let day: Day
    }

    private let cache = GenerationCache<Key, Shared>(
        of: [.pages, .announcements, .attachments, .law, .staff, .localFacts], limit: 300)

    /// Readers see different things of announcements, of pages that they may change, and where they ticked papers.
    /// - Throws: as `PageViewActions.contents`.
    func view(
        _ code: String, marks: PaperMarks, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> View {
        func contents() throws -> PageViews.Contents {
            try PageViewActions.contents(code: code, marks: marks, for: visitor, now: now, in: db)
        }
        try Policy.require(.readPages, for: visitor.actor, at: visitor.unit)
        guard marks.isEmpty, PageActions.reach(of: visitor.actor) == .staff else { return .own(try contents()) }
        var own: PageViews.Contents?
        let shared = try cache.value(for: Key(code: code, day: ROCDate.day(of: now)), in: db) {
            let contents = try contents()
            own = contents
            guard !contents.mayEdit, contents.page.kind != .announcement else { return nil }
            return Shared(page: contents.page, parts: PageViews.parts(contents))
        }
        guard let shared, try !PageActions.mayEdit(shared.page, by: visitor.actor, in: db) else {
            return .own(try own ?? contents())
        }
        return .shared(shared.parts)
    }
}

extension Generation {
    /// Moves whenever a page changes.
    static let pages = Generation("pages")
    /// Moves whenever an announcement is sent, changed or taken back.
    static let announcements = Generation("announcements")
}
