import GRDB

/// What waits because the law was amended, across the features.
enum AmendmentListActions {
    /// How far back the list of amendments goes.
    private static let lately = 366
    private static let decidedLimit = 100

    /// - Throws: `CommonRefusal.forbidden` for somebody who may see the works of no feature.
    static func contents(
        _ desks: [any AmendmentDesk], for visitor: Visitor, now: Moment, in db: Database
    ) throws -> AmendmentViews.Contents {
        let mine = desks.filter { visitor.may($0.reading) }
        guard !mine.isEmpty else {
            throw CommonRefusal.forbidden(RoleTerms.name(of: desks.first?.reading ?? .browseQuestions))
        }
        var entries: [AmendmentViews.Entry] = []
        var decided: [AmendmentViews.Entry] = []
        for desk in mine {
            entries += try self.entries(of: desk, AmendmentStore.open(desk.subject, in: db), for: visitor, in: db)
                .filter(\.work.isInUse)
            decided += try self.entries(
                of: desk, AmendmentStore.decided(desk.subject, limit: decidedLimit, in: db), for: visitor, in: db)
        }
        let flags = (entries + decided).flatMap(\.flags)
        let lately = ROCDate.day(of: now).adding(days: -Self.lately)
        return AmendmentViews.Contents(
            amendments: try AmendmentVersionStore.amendments(
                publishedSince: lately, or: Set(entries.flatMap(\.flags).map(\.version)), in: db),
            entries: entries, decided: decided,
            comparisons: try AmendmentVersionStore.comparisons(of: Set(flags.map(\.version)), in: db),
            deciders: try AuditNameStore.actors(Set(flags.compactMap(\.settlement?.by)), in: db),
            deciding: Set(mine.filter { visitor.may($0.deciding) }.map(\.subject)), today: ROCDate.day(of: now))
    }

    /// Confirms every work whose law is of a later day than all amendments in force that wait on it; returns how many.
    ///
    /// `shown`: the latest flag that was on the page; later ones stay open.
    /// - Throws: `CommonRefusal.forbidden` for somebody who decides on nothing.
    static func confirmDated(
        _ desks: [any AmendmentDesk], shown: Int64, by acting: ActionContext, in db: Database
    ) throws -> Int {
        guard case .visitor(let visitor) = acting.actor else { return 0 }
        let mine = desks.filter { visitor.may($0.deciding) }
        guard !mine.isEmpty else {
            throw CommonRefusal.forbidden(RoleTerms.name(of: desks.first?.deciding ?? .editQuestions))
        }
        var count = 0
        for desk in mine {
            let entries = try self.entries(of: desk, AmendmentStore.open(desk.subject, in: db), for: visitor, in: db)
            for entry in entries where entry.work.isInUse && entry.work.mayDecide {
                guard let dated = entry.dated(on: ROCDate.day(of: acting.now), shown: shown),
                    let flag = dated.flags.first
                else {
                    continue
                }
                try AmendmentActions.confirm(
                    desk.subject, id: flag.subjectID, code: entry.work.code, .opened, shown: shown, by: acting, in: db)
                count += 1
            }
        }
        return count
    }

    /// What waits for those who decide, for the home page; nothing for anybody else.
    static func notes(
        _ desks: [any AmendmentDesk], for visitor: Visitor, today: Day, in db: Database
    ) throws -> [ManagerNote] {
        try desks.filter { visitor.may($0.deciding) }.flatMap { desk -> [ManagerNote] in
            let entries = try self.entries(of: desk, AmendmentStore.open(desk.subject, in: db), for: visitor, in: db)
                .filter { $0.work.isInUse && $0.work.mayDecide }
            return AmendmentNoteViews.notes(entries, of: desk.subject, today: today)
        }
    }

    /// Those of the findings whose works the visitor may read.
    static func visible(
        _ findings: [AmendmentRules.Finding], _ desks: [any AmendmentDesk], for visitor: Visitor, in db: Database
    ) throws -> [AmendmentRules.Finding] {
        var seen: [CitedSubject: Set<Int64>] = [:]
        for desk in desks {
            let ids = Set(findings.filter { $0.work.subject == desk.subject }.map(\.work.id))
            seen[desk.subject] = Set(try desk.readable(ids, for: visitor, in: db).keys)
        }
        return findings.filter { seen[$0.work.subject]?.contains($0.work.id) ?? false }
    }

    private static func entries(
        of desk: any AmendmentDesk, _ flags: [AmendmentFlag], for visitor: Visitor, in db: Database
    ) throws -> [AmendmentViews.Entry] {
        guard !flags.isEmpty else { return [] }
        let works = try desk.works(Set(flags.map(\.subjectID)), for: visitor, in: db)
        return Dictionary(grouping: flags, by: \.subjectID).compactMap { id, flags in
            works[id].map { AmendmentViews.Entry(subject: desk.subject, work: $0, flags: flags) }
        }.sorted { $0.work.code < $1.work.code }
    }
}
