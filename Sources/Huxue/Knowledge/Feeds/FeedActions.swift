import GRDB

/// Personal feeds: their tokens, and what they tell.
enum FeedActions {
    /// What the page about one's own feed shows.
    static func contents(for visitor: Visitor, now: Moment, in db: Database) throws -> FeedViews.Contents {
        try Policy.require(.readPages, for: visitor.actor, at: visitor.unit)
        let today = ROCDate.day(of: now)
        return FeedViews.Contents(
            madeAt: try FeedStore.madeAt(of: visitor.employee, in: db),
            subjects: try PageStore.values(of: .subject, PageFilter(), today: today, in: db).map(\.value))
    }

    /// What a personal feed tells: every revision of the pages that `query` asks for.
    /// - Throws: as `reader`; `CommonRefusal.missing` for a kind that does not exist.
    static func items(
        _ query: Form, of token: FeedToken?, now: Moment, in db: Database
    ) throws -> [FeedItem] {
        let reader = try reader(of: token, now: now, in: db)
        guard let filter = try PageFilter(feed: query, reach: PageActions.reach(of: reader.actor)) else {
            throw CommonRefusal.missing
        }
        return try FeedStore.items(
            filter, currentOnly: false, today: ROCDate.day(of: now), limit: AtomFeed.limit, in: db)
    }

    /// Makes the person's token, or another in its place: the old address is dead at once.
    static func renew(_ token: FeedToken, by acting: ActionContext, in db: Database) throws {
        guard case .visitor(let visitor) = acting.actor else { throw CommonRefusal.missing }
        try Policy.require(.readPages, for: acting.actor, at: visitor.unit)
        try FeedStore.put(token, of: visitor.employee, now: acting.now, in: db)
        try record("made", of: visitor, by: acting, in: db)
    }

    static func withdraw(by acting: ActionContext, in db: Database) throws {
        guard case .visitor(let visitor) = acting.actor else { throw CommonRefusal.missing }
        guard try FeedStore.remove(of: visitor.employee, in: db) else { return }
        try record("withdrawn", of: visitor, by: acting, in: db)
    }

    /// The person behind a token, as things stand now.
    /// - Throws: `CommonRefusal.missing` for a token that is none any more, for people who left, and until an issued
    ///   password is changed.
    static func reader(of token: FeedToken?, now: Moment, in db: Database) throws -> Visitor {
        guard let token, let employee = try FeedStore.employee(of: token, in: db),
            let visitor = try SessionStore.visitor(employee: employee, now: now, in: db),
            !visitor.mustChangePassword, visitor.may(.readPages, at: visitor.unit)
        else { throw CommonRefusal.missing }
        return visitor
    }

    private static func record(_ detail: String, of visitor: Visitor, by acting: ActionContext, in db: Database) throws
    {
        try AuditStore.append(.feedTokenChange, on: visitor.login, ["address": .text(detail)], by: acting, in: db)
    }
}
