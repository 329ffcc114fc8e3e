import GRDB

/// What becomes of the ministry's files that people send by page; only who may bring in the law sends any.
enum StatuteUploadActions {
    /// - Throws: `CommonRefusal.forbidden` for somebody who may not bring in the law.
    static func requireImport(by actor: Actor) throws { try Policy.requireEverywhere(.importLaw, for: actor) }

    static func form(
        _ sample: StatuteSample?, followedOnly: Bool, by actor: Actor, in db: Database
    ) throws -> StatuteImportViews.Form {
        try requireImport(by: actor)
        return StatuteImportViews.Form(
            latest: try StatuteUploadStore.latest(limit: 10, in: db), data: try StatuteStore.dataVersion(in: db),
            sample: try sample.flatMap { sample in
                sample.isWaiting(known: try StatuteStore.digests(of: sample.pcodes, in: db)) ? sample.name : nil
            }, followedOnly: followedOnly)
    }

    /// A file that is to be checked.
    static func begin(
        _ fileName: String, followedOnly: Bool, by acting: ActionContext, in db: Database
    ) throws -> ID<StatuteUpload> {
        try requireImport(by: acting.actor)
        guard case .visitor(let visitor) = acting.actor else { throw CommonRefusal.signedOut }
        return try StatuteUploadStore.insert(
            of: visitor.account, by: visitor.login, fileName: fileName, followedOnly: followedOnly, now: acting.now,
            in: db)
    }

    /// The visitor's own upload, and the statutes that it amended.
    /// - Throws: `CommonRefusal.missing`.
    static func upload(
        _ id: ID<StatuteUpload>, of visitor: Visitor, in db: Database
    ) throws -> (upload: StatuteUpload, amended: [StatuteUpload.Amended]) {
        try requireImport(by: visitor.actor)
        guard let upload = try StatuteUploadStore.upload(id, of: visitor.account, in: db) else {
            throw CommonRefusal.missing
        }
        var amended = try StatuteUploadStore.amended(by: id, limit: 100, in: db)
        if (upload.outcome?.regrouped ?? 0) > 0 {
            for place in amended.indices {
                amended[place].isRegroupedOnly = try isRegroupedOnly(amended[place], in: db)
            }
        }
        return (upload, amended)
    }

    private static func isRegroupedOnly(_ amended: StatuteUpload.Amended, in db: Database) throws -> Bool {
        let versions = try StatuteStore.versions(of: amended.pcode, in: db)
        guard let old = versions.first(where: { $0.number == amended.number - 1 }),
            let new = versions.first(where: { $0.number == amended.number })
        else { return false }
        return StatuteComparison(
            from: try StatuteStore.edition(old, in: db), to: try StatuteStore.edition(new, in: db)
        ).isRegroupedOnly
    }

    /// The state on which a preview made now rests, and which statutes count; nil for all.
    static func ground(
        followedOnly: Bool, today: Day, in db: Database
    ) throws -> (basis: StatuteImportBasis, followed: Set<String>?) {
        (
            try StatuteUploadStore.basis(today: today, in: db),
            followedOnly ? try StatuteStore.followed(in: db) : nil
        )
    }

    /// Confirms a preview; returns whether it is still valid, so that the file is imported and not checked anew.
    /// - Throws: `StatuteImportRefusal.alreadyDecided`.
    static func confirm(
        _ id: ID<StatuteUpload>, _ basis: StatuteImportBasis?, by acting: ActionContext, in db: Database
    ) throws -> Bool {
        try requireImport(by: acting.actor)
        let holds = try StatuteUploadStore.basis(today: ROCDate.day(of: acting.now), in: db) == basis
        let next: StatuteUpload.State = holds ? .running : .checking
        guard try StatuteUploadStore.move(id, from: .ready, to: next, now: acting.now, in: db) else {
            throw StatuteImportRefusal.alreadyDecided
        }
        return holds
    }
}
