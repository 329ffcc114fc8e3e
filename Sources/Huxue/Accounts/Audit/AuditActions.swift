import GRDB

/// Reading and exporting the audit log.
enum AuditActions {
    /// One page of the audit log.
    ///
    /// `page`: the page number asked for, unchecked.
    static func contents(
        _ asked: AuditQuery, page: Int?, house: House, for actor: Actor, in db: Database
    ) throws -> AuditViews.Contents {
        try Policy.requireEverywhere(.readAudit, for: actor)
        let wording = AuditWording(house.vocabularies)
        let filter = try narrowed(asked.filter, for: actor, in: db)
        let hidden = house.vocabularies.compactMap { $0.concealed(from: actor) }
        let paging = Paging(
            page, size: AuditViews.pageSize,
            total: try AuditStore.count(filter, wording: wording, hiding: hidden, in: db))
        let entries = try AuditStore.entries(
            filter, wording: wording, hiding: hidden, limit: paging.size, offset: paging.offset, in: db)
        return AuditViews.Contents(
            lines: try AuditNameStore.lines(entries, vocabularies: house.vocabularies, for: actor, in: db),
            actions: house.auditActions, paging: paging, asked: asked)
    }

    /// The filter with the login of the person whom it names by staff number or name.
    private static func narrowed(_ filter: AuditFilter, for actor: Actor, in db: Database) throws -> AuditFilter {
        var filter = filter
        filter.actor = Login.folded(try PersonChoiceActions.login(meant: filter.actor, for: actor, in: db))
        return filter
    }

    /// The newest rows in words, as the command prints them.
    static func lines(
        _ filter: AuditFilter, limit: Int?, house: House, for actor: Actor, in db: Database
    ) throws -> [AuditLine] {
        try Policy.requireEverywhere(.readAudit, for: actor)
        let entries = try AuditStore.entries(
            filter, hiding: house.vocabularies.compactMap { $0.concealed(from: actor) },
            limit: limit ?? Int(Int32.max), in: db)
        return try AuditNameStore.lines(entries, vocabularies: house.vocabularies, for: actor, in: db)
    }

    /// The newest rows for an exported file, and the number of all rows that match the filter.
    static func exported(
        _ filter: AuditFilter, house: House, for actor: Actor, in db: Database
    ) throws -> (entries: [AuditEntry], total: Int) {
        try Policy.requireEverywhere(.readAudit, for: actor)
        let filter = try narrowed(filter, for: actor, in: db)
        let wording = AuditWording(house.vocabularies)
        let hidden = house.vocabularies.compactMap { $0.concealed(from: actor) }
        return (
            try AuditStore.entries(filter, wording: wording, hiding: hidden, limit: AuditExport.limit, in: db),
            try AuditStore.count(filter, wording: wording, hiding: hidden, in: db)
        )
    }

    /// Where the log ends now, for the sheet that is printed and filed.
    static func head(for acting: ActionContext, in db: Database) throws -> AuditHead {
        try Policy.requireEverywhere(.readAudit, for: acting.actor)
        return try head(at: acting.now, in: db)
    }

    static func head(at now: Moment, in db: Database) throws -> AuditHead {
        let (count, hash) = try AuditStore.head(in: db)
        return AuditHead(count: count, hash: hash, at: now)
    }

    /// Those of the heads, written down earlier, with which the log does not agree.
    static func disagreeing(_ heads: [AuditHead], in db: Database) throws -> [AuditHead] {
        try heads.filter { head in
            guard head.count > 0 else { return head.hash != AuditChain.beginning }
            return try AuditStore.hash(of: head.count, in: db) != head.hash
        }
    }

    /// Records an export; must be committed before the file is sent, so that no export goes unrecorded.
    static func recordExport(of count: Int, by acting: ActionContext, in db: Database) throws {
        try Policy.requireEverywhere(.readAudit, for: acting.actor)
        try AuditStore.append(.auditExport, on: "", .count(count), by: acting, in: db)
    }
}
