import GRDB

/// What people do about the law's amendments.
enum AmendmentActions {
    /// Looks anew at the works of one feature, after they changed: flags what was checked against older law than the
    /// office has, and settles the flags of what was checked since.
    static func recheck(_ source: any CitationSource, by actor: Actor, now: Moment, in db: Database) throws {
        let today = ROCDate.day(of: now)
        for pcode in try source.pcodes(in: db) {
            guard let current = try StatuteStore.current(pcode, in: db), let modified = current.modified else {
                continue
            }
            let works = try source.works(citing: pcode, in: db)
            try AmendmentStore.settle(
                works.filter { $0.lawAsOf >= modified }, of: pcode, by: actor.auditName, now: now, in: db)
            let older = works.filter { $0.lawAsOf < modified }
            guard !older.isEmpty else { continue }
            let edition = try StatuteStore.edition(current, in: db)
            let findings = AmendmentRules.findings(since: edition, works: older, today: today)
            _ = try AmendmentStore.raise(findings, by: current.id, now: now, in: db)
        }
    }

    /// Its editor has looked at a question and finds it still right under the amended law.
    /// - Throws: `CommonRefusal`; `StatuteRefusal.nothingToDecide` when nothing waits any more.
    static func confirm(
        _ subject: CitedWork.Subject, id: Int64, code: String, by actor: Actor, origin: String, now: Moment,
        in db: Database
    ) throws {
        try Policy.requireSomewhere(.editQuestions, for: actor)
        let decided = try AmendmentStore.decide(
            .confirmed, subject, id: id, by: actor.auditName, now: now, in: db)
        guard decided > 0 else { throw StatuteRefusal.nothingToDecide }
        try AuditStore.append(
            actor: actor, action: .amendmentConfirmation, subject: "\(subject.rawValue)/\(code)", detail: "\(decided)",
            origin: origin, now: now, in: db)
    }
}
