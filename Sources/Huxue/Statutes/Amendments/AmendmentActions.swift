import GRDB

/// What people do about the law's amendments.
enum AmendmentActions {
    /// Brings the flags on the works of one feature in step, after the works changed.
    ///
    /// Works that were checked against older law than the office has are flagged. Flags are settled when their work was
    /// checked since, cites something else now or is out of use; and raised again when that is undone, as by restoring
    /// an old version.
    static func recheck(_ source: any CitationSource, by acting: ActionContext, in db: Database) throws {
        let open = try AmendmentStore.open(source.subject, id: source.onlyWork, in: db)
        let inUse = try source.inUse(Set(open.map(\.subjectID)), in: db)
        try settle(open.filter { !inUse.contains($0.subjectID) }, .retired, by: acting, in: db)
        let standing = Dictionary(grouping: open.filter { inUse.contains($0.subjectID) }, by: \.pcode)
        let past = Dictionary(
            grouping: try AmendmentStore.settled(source.subject, id: source.onlyWork, in: db), by: \.pcode)
        for pcode in Set(try source.pcodes(in: db)).union(standing.keys).sorted() {
            let works = try source.citing(pcode, in: db)
            func isSettled(_ flag: AmendmentFlag) -> Bool {
                let work = works.first { $0.id == flag.subjectID && $0.passage.description == flag.citation }
                return work.map { flag.isSettled(byLawOf: $0.lawAsOf) } ?? true
            }
            try settle((standing[pcode] ?? []).filter(isSettled), .revised, by: acting, in: db)
            for flag in past[pcode] ?? [] where !isSettled(flag) {
                try AmendmentStore.raiseAgain(flag, now: acting.now, in: db)
            }
            try raise(works, citing: pcode, of: source, now: acting.now, in: db)
        }
    }

    /// Flags the works that were checked against older law than the office has, as the imports would have.
    ///
    /// The first edition tells by its history, each later one by what it changed. No edition raises a flag twice.
    private static func raise(
        _ works: [CitingWork], citing pcode: String, of source: any CitationSource, now: Moment, in db: Database
    ) throws {
        guard !works.isEmpty else { return }
        let today = ROCDate.day(of: now)
        let versions = try StatuteStore.versions(of: pcode, in: db).sorted { $0.number < $1.number }
        var before: (number: Int, edition: StatuteEdition)?
        for (place, version) in versions.enumerated() {
            let (known, isAhead) = (ROCDate.day(of: version.importedAt), !version.isInForce(on: today))
            let published = version.modified ?? (place == 0 ? nil : known)
            // Some of it may have taken effect long after it was published.
            let effective = [version.effective.day, StatuteHistory(reading: version.histories).lastEffect]
            let last = published.map { ([$0] + effective.compactMap(\.self)).max() ?? $0 }
            let older = works.filter { work in isAhead || last.map { work.lawAsOf < $0 } ?? true }
            guard !older.isEmpty else { continue }
            let edition = try StatuteStore.edition(version, in: db)
            var findings: [AmendmentRules.Finding]
            if place == 0 {
                findings = AmendmentRules.findings(since: edition, works: older, known: known, today: today)
            } else {
                let former = versions[place - 1]
                let old =
                    try before.flatMap { $0.number == former.number ? $0.edition : nil }
                    ?? StatuteStore.edition(former, in: db)
                findings = AmendmentRules.findings(from: old, to: edition, works: older, known: known, today: today)
                    .filter { AmendmentRules.isNews($0, of: published) }
            }
            before = (version.number, edition)
            let told = try AmendmentStore.told(by: version.id, source.subject, id: source.onlyWork, in: db)
            findings.removeAll { finding in told[finding.place].map { $0 >= finding.promulgated } ?? false }
            _ = try AmendmentStore.raise(findings, by: version.id, now: now, in: db)
        }
    }

    /// Its editor has looked at a work and finds it still right under the amended law that is in force, or under that
    /// which is to come.
    ///
    /// `shown`: the latest flag that they were shown; later ones stay open. Nil for all.
    /// - Throws: `StatuteRefusal.nothingToDecide` when nothing waits any more.
    static func confirm(
        _ subject: CitedSubject, id: Int64, code: String, _ phase: AmendmentFlag.Phase, shown: Int64?,
        by acting: ActionContext, in db: Database
    ) throws {
        let today = ROCDate.day(of: acting.now)
        let flags = try AmendmentStore.open(subject, id: id, in: db).filter { flag in
            flag.phase(on: today) == phase && (shown.map { flag.id.rawValue <= $0 } ?? true)
        }
        guard !flags.isEmpty else { throw StatuteRefusal.nothingToDecide }
        try settle(flags, .confirmed, by: acting, in: db)
        try AuditStore.append(
            .amendmentConfirmation, on: "\(subject.code)/\(code)", .count(flags.count), by: acting, in: db)
    }

    /// Settles whatever waits on a work that is taken out of use.
    static func retire(_ subject: CitedSubject, id: Int64, by acting: ActionContext, in db: Database) throws {
        try settle(AmendmentStore.open(subject, id: id, in: db), .retired, by: acting, in: db)
    }

    private static func settle(
        _ flags: [AmendmentFlag], _ decision: AmendmentFlag.Decision, by acting: ActionContext, in db: Database
    ) throws {
        _ = try AmendmentDecisionStore.decide(
            decision, flags, by: acting.actor.auditName, now: acting.now, in: db)
    }
}
