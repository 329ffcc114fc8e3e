import GRDB

/// What the pages of statutes show, for those who may read the law.
enum StatuteActions {
    static func listing(
        _ query: StatuteQuery, for visitor: Visitor, in db: Database
    ) throws -> StatuteListViews.Listing {
        try Policy.require(.readLaw, for: visitor.actor, at: visitor.unit)
        return StatuteListViews.Listing(
            statutes: try StatuteStore.summaries(query, limit: StatuteListViews.limit, in: db), query: query,
            total: try StatuteStore.count(in: db), data: try StatuteStore.dataVersion(in: db),
            mayImport: Policy.permitsEverywhere(.importLaw, for: visitor.actor))
    }

    /// All of them, for commands.
    static func summaries(by actor: Actor, in db: Database) throws -> [StatuteSummary] {
        try Policy.requireSomewhere(.readLaw, for: actor)
        return try StatuteStore.summaries(StatuteQuery(search: "", state: nil), limit: 20_000, in: db)
    }

    /// - Throws: `StatuteRefusal.missing`.
    static func contents(
        _ pcode: String, today: Day, for visitor: Visitor, index: CitingWorkActions, in db: Database
    ) throws -> StatuteViews.Contents {
        try Policy.require(.readLaw, for: visitor.actor, at: visitor.unit)
        guard let version = try StatuteStore.current(pcode, in: db) else { throw StatuteRefusal.missing }
        return StatuteViews.Contents(
            version: version, editions: try StatuteStore.versions(of: pcode, in: db),
            texts: try StatuteStore.texts(of: version, in: db),
            works: try index.works(citing: pcode, nil, for: visitor, in: db), today: today)
    }

    /// Two editions, the older first, whichever was chosen first.
    /// - Throws: `StatuteRefusal.missing`.
    static func comparison(
        of pcode: String, _ first: Int?, _ second: Int?, for visitor: Visitor, in db: Database
    ) throws -> StatuteComparisonViews.Contents {
        try Policy.require(.readLaw, for: visitor.actor, at: visitor.unit)
        let editions = try StatuteStore.versions(of: pcode, in: db)
        guard let one = editions.first(where: { $0.number == first }),
            let other = editions.first(where: { $0.number == second })
        else { throw StatuteRefusal.missing }
        let (old, new) = one.number <= other.number ? (one, other) : (other, one)
        return StatuteComparisonViews.Contents(
            old: (old, try StatuteStore.edition(old, in: db)), new: (new, try StatuteStore.edition(new, in: db)),
            editions: editions)
    }
}
