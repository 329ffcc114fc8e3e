import GRDB

/// Brings the ministry's file into the office: read to its end first, then written statute by statute.
///
/// A file that breaks off or is not the ministry's changes nothing. A few statutes at a time are a short write, with
/// the flags that they raise, so nobody's answers wait; an import that was interrupted goes on when it is run again.
struct StatuteImportActions {
    let database: OfficeDatabase
    let clock: OfficeClock
    let sources: [any CitationSource]
    /// Only these statutes; nil for all of the file.
    var only: Set<String>?
    /// Which file sent by page this is; nil for a command's.
    var upload: ID<StatuteUpload>?

    /// About how many articles are written at once.
    private static let articlesAtOnce = 200

    /// What the import would do; nothing is written.
    /// - Throws: `StatuteFileRefusal`.
    func plan(_ file: StatuteFile, progress: (Int) -> Void = { _ in }) throws -> StatuteImport {
        let today = ROCDate.day(of: clock.now())
        let known = try database.readAndWait { try StatuteStore.digests(in: $0) }
        var plan = StatuteImport()
        var unchanged: [String] = []
        var read = 0
        var coverage = StatuteFileCoverage()
        let summary = try StatuteFile.read(file) { edition in
            read += 1
            coverage.add(edition.pcode)
            progress(read)
            if let only, !only.contains(edition.pcode) {
                plan.passedOver += 1
            } else if edition.isUnreadable {
                // Told as a problem of the file: nothing stands in the place of what the office has.
                return
            } else if known[edition.pcode] == edition.digest {
                unchanged.append(edition.pcode)
            } else {
                try database.readAndWait { db in
                    try consider(edition, isKnown: known[edition.pcode] != nil, &plan, today, in: db)
                }
            }
        }
        plan.unchanged = unchanged.count
        plan.problems = summary.problems
        plan.published = summary.updated
        guard let published = summary.updated else { return plan }
        let (days, kept) = try database.readAndWait {
            (try StatuteStore.publishedDays(in: $0), try StatuteMissingStore.kept(in: $0))
        }
        plan.vanished = coverage.vanished(from: kept, published: published)
        plan.returned = coverage.returned(of: kept, published: published)
        plan.dated = Set(unchanged.filter { pcode in days[pcode].map { $0 < published } ?? true })
        return try withoutOlder(plan, published: published)
    }

    /// Does what `plan` says; `file` is the same file, read anew.
    ///
    /// - Throws: `CommonRefusal.forbidden` unless the actor may import the law, `StatuteFileRefusal`.
    func run(
        _ plan: StatuteImport, from file: StatuteFile, by acting: ActionContext,
        progress: (Int) -> Void = { _ in }
    ) throws -> Int {
        try StatuteUploadActions.requireImport(by: acting.actor)
        let wanted = Set(plan.changes.map(\.pcode))
        guard !plan.isNothing else { return 0 }
        let (began, days) = (acting.at(clock.now()), plan.dated.sorted())
        try database.writeAndWait { db in
            try AuditStore.append(
                .statuteImportStart, on: "statute", ["published": plan.published.map(AuditValue.day)],
                by: began, in: db)
            if let published = plan.published { try StatuteImportStore.date(days, by: published, in: db) }
        }
        var (done, flags, articles) = (0, 0, 0)
        var waiting: [(edition: StatuteEdition, digest: String)] = []
        var pending: PendingWrite<Int>?
        // The next ones are read while these are written.
        func write() throws {
            let (editions, now) = (waiting, clock.now())
            flags += try pending?.wait() ?? 0
            pending = database.writeMeanwhile { db in
                try editions.reduce(0) { flags, each in
                    try flags
                        + self.write(
                            each.edition, digest: each.digest, published: plan.published, now: now, in: db)
                }
            }
            done += waiting.count
            (waiting, articles) = ([], 0)
            progress(done)
        }
        _ = try StatuteFile.read(file) { edition in
            guard wanted.contains(edition.pcode) else { return }
            waiting.append((edition, edition.digest))
            articles += edition.articles.count
            if articles >= Self.articlesAtOnce { try write() }
        }
        try write()
        flags += try pending?.wait() ?? 0
        let total = (added: plan.added, amended: plan.amended, flags: flags)
        let finished = acting.at(clock.now())
        try database.writeAndWait { db in
            try StatuteMissingStore.mark(plan.vanished.map(\.pcode), since: plan.published, in: db)
            try StatuteMissingStore.mark(plan.returned, since: nil, in: db)
            try AuditStore.append(
                .statuteImport, on: "statute",
                [
                    "published": plan.published.map(AuditValue.day), "added": .number(total.added),
                    "amended": .number(total.amended), "flags": .number(total.flags),
                ], by: finished, in: db)
        }
        return flags
    }

    private func consider(
        _ edition: StatuteEdition, isKnown: Bool, _ plan: inout StatuteImport, _ today: Day, in db: Database
    ) throws {
        let works = try sources.flatMap { try $0.citing(edition.pcode, in: db) }
        guard isKnown, let current = try StatuteStore.current(edition.pcode, in: db) else {
            plan.changes.append(
                StatuteImport.Change(
                    pcode: edition.pcode, name: edition.name, step: .first,
                    findings: AmendmentRules.findings(since: edition, works: works, known: today, today: today)))
            return
        }
        if StatuteImportRules.isOlder(modified: edition.modified, published: nil, than: current) {
            plan.older += 1
            return
        }
        let old = try StatuteStore.edition(current, in: db)
        let edition = edition.completed(from: old)
        let comparison = StatuteComparison(from: old, to: edition)
        plan.changes.append(
            StatuteImport.Change(
                pcode: edition.pcode, name: edition.name, step: comparison.isEmpty ? .refreshed : .next(comparison),
                findings: AmendmentRules.findings(from: old, to: edition, works: works, known: today, today: today)))
    }

    /// Statutes of which the office has an edition of a later file stay as they are.
    private func withoutOlder(_ plan: StatuteImport, published: Day) throws -> StatuteImport {
        var plan = plan
        try database.readAndWait { db in
            let count = plan.changes.count
            try plan.changes.removeAll { change in
                guard case .first = change.step else {
                    return try StatuteStore.current(change.pcode, in: db).map {
                        StatuteImportRules.isOlder(modified: nil, published: published, than: $0)
                    } ?? false
                }
                return false
            }
            plan.older += count - plan.changes.count
        }
        return plan
    }

    /// The newer file may have set, or moved, the day on which what an earlier one brought takes effect.
    private static func reopen(
        _ edition: StatuteEdition, works: [CitingWork], today: Day, in db: Database
    ) throws {
        let flags = Dictionary(
            grouping: try AmendmentStore.coming(of: edition.pcode, today: today, in: db), by: \.version)
        guard !flags.isEmpty else { return }
        let versions = try StatuteStore.versions(of: edition.pcode, in: db)
        for version in versions {
            guard let mine = flags[version.id] else { continue }
            let shown = try StatuteStore.edition(version, in: db).dated(by: edition)
            let before = versions.first { $0.number == version.number - 1 }
            let known = ROCDate.day(of: version.importedAt)
            let findings =
                try before.map {
                    AmendmentRules.findings(
                        from: try StatuteStore.edition($0, in: db), to: shown, works: works, known: known,
                        today: today)
                } ?? AmendmentRules.findings(since: shown, works: works, known: known, today: today)
            for (flag, day) in AmendmentRules.moved(mine, by: findings) {
                try AmendmentDecisionStore.reopen(flag, on: day, in: db)
            }
        }
    }

    private func write(
        _ edition: StatuteEdition, digest: String, published: Day?, now: Moment, in db: Database
    ) throws -> Int {
        let today = ROCDate.day(of: now)
        let works = try sources.flatMap { try $0.citing(edition.pcode, in: db) }
        guard let current = try StatuteStore.current(edition.pcode, in: db) else {
            let version = try StatuteImportStore.insert(
                edition, digest: digest, published: published, from: upload, now: now, in: db)
            let findings = AmendmentRules.findings(since: edition, works: works, known: today, today: today)
            return try AmendmentStore.raise(findings, by: version, now: now, in: db)
        }
        // Another import may have come in between.
        guard !StatuteImportRules.isOlder(modified: edition.modified, published: published, than: current) else {
            return 0
        }
        let old = try StatuteStore.edition(current, in: db)
        let edition = edition.completed(from: old)
        guard !StatuteComparison(from: old, to: edition).isEmpty else {
            try StatuteImportStore.refresh(current.id, from: edition, digest: digest, published: published, in: db)
            try Self.reopen(edition, works: works, today: today, in: db)
            return 0
        }
        let version = try StatuteImportStore.insert(
            edition, digest: digest, published: published, from: upload, now: now, in: db)
        try Self.reopen(edition, works: works, today: today, in: db)
        let findings = AmendmentRules.findings(from: old, to: edition, works: works, known: today, today: today)
        return try AmendmentStore.raise(findings, by: version, now: now, in: db)
    }
}
