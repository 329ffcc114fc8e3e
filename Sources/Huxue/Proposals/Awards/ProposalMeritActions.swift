import GRDB

/// Awards: what a meeting gave is ordered and put on record, author by author; and the roll of honour.
enum ProposalMeritActions {
    /// The decided proposals for which somebody gets something, or got it, as far as the visitor has no interest in them.
    static func contents(for visitor: Visitor, in db: Database) throws -> ProposalMeritViews.Contents {
        try Policy.requireSomewhere(.grantAwards, for: visitor.actor)
        let lines = try ProposalStore.lines(
            where: ProposalStore.rewardable(
                by: visitor.employee, within: Policy.scope(of: .grantAwards, for: visitor.actor)), in: db)
        return ProposalMeritViews.Contents(entries: try lines.compactMap { try entry($0, in: db) })
    }

    /// Nil for what was never decided.
    private static func entry(_ line: ProposalLine, in db: Database) throws -> ProposalMeritViews.Entry? {
        guard let decision = try ProposalDecisionStore.decision(on: line.id, in: db),
            let call = try ProposalCallStore.call(line.callID, in: db)
        else { return nil }
        let award = decision.award.flatMap {
            call.plan.awards.indices.contains($0 - 1) ? call.plan.awards[$0 - 1] : nil
        }
        return ProposalMeritViews.Entry(
            line: line, award: award, authors: try ProposalAuthorStore.authors(of: line.id, in: db),
            merits: try ProposalMeritStore.merits(of: line.id, in: db))
    }

    private static func rewardable(
        _ id: ID<Proposal>, by visitor: Visitor, in db: Database
    ) throws -> ProposalMeritViews.Entry {
        try Policy.requireSomewhere(.grantAwards, for: visitor.actor)
        let condition = ProposalStore.rewardable(
            by: visitor.employee, within: Policy.scope(of: .grantAwards, for: visitor.actor))
        guard let line = try ProposalStore.lines([id.rawValue], where: condition, in: db).first,
            let entry = try entry(line, in: db)
        else { throw ProposalMeritRefusal.missing }
        return entry
    }

    /// One proposal with the form of what its authors get.
    static func opened(
        _ id: ID<Proposal>, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> ProposalMeritViews.Sheet {
        let entry = try rewardable(id, by: visitor, in: db)
        return ProposalMeritViews.Sheet(entry: entry, form: entry.form(on: ROCDate.day(of: now)))
    }

    /// Puts on record what each author gets, in place of what was there.
    /// - Throws: `ProposalMeritRefusal`: `missing` also for whoever has an interest in it, `invalid`.
    static func grant(
        _ sent: Form, to id: ID<Proposal>, by acting: ActionContext, in db: Database
    ) throws {
        let visitor = try acting.visitor
        let entry = try rewardable(id, by: visitor, in: db)
        let form = try ProposalMeritForm(sent, of: entry.authors.map(\.staffNumber))
        var problems: [ProposalMeritRefusal.Problem] = []
        func note(_ field: String, _ sentence: String) {
            problems.append(ProposalMeritRefusal.Problem(field: field, sentence: sentence))
        }
        let day = ROCDate.parseDay(form.orderedOn)
        if day == nil { note("orderedOn", ProposalMeritTerms.needsDay) }
        if form.order.count > ProposalMeritRules.orderLimit { note("order", ProposalMeritTerms.longOrder) }
        var merits: [ProposalMerit] = []
        for author in entry.authors {
            guard let row = form.rows[author.staffNumber] else { continue }
            let prize = row.prize.isEmpty ? 0 : Form.number(typed: row.prize)
            guard let prize, (0...ProposalAwardFile.prizeLimit).contains(prize) else {
                note("prize-\(author.staffNumber)", ProposalMeritTerms.badPrize(author.name))
                continue
            }
            let merit = row.merit.isEmpty ? nil : ProposalAwardFile.merit(row.merit)
            if !row.merit.isEmpty, merit == nil {
                note("merit-\(author.staffNumber)", ProposalMeritTerms.badMerit(author.name))
                continue
            }
            guard prize > 0 || merit != nil || row.hasLetter, let day else { continue }
            merits.append(
                ProposalMerit(
                    proposal: id, employee: author.employee, prize: prize, merit: merit, hasLetter: row.hasLetter,
                    order: form.order, orderedOn: day))
        }
        guard problems.isEmpty else { throw ProposalMeritRefusal.invalid(problems) }
        try ProposalMeritStore.set(merits, of: id, by: visitor.employee, now: acting.now, in: db)
        try AuditStore.append(.proposalMerit, on: "proposal/\(id)", .count(merits.count), by: acting, in: db)
    }

    /// The table of all awards as a file, which the log records.
    static func exported(by acting: ActionContext, in db: Database) throws -> [ProposalMeritViews.Entry] {
        let contents = try contents(for: acting.visitor, in: db)
        try AuditStore.append(
            .proposalMeritExport, on: "", .count(contents.entries.count), by: acting, in: db)
        return contents.entries
    }

    // MARK: The roll of honour

    /// What was adopted or rewarded in calls of the visitor's staff, the latest year first.
    static func honours(for visitor: Visitor, in db: Database) throws -> ProposalHonourViews.Contents {
        try Policy.requireSomewhere(.proposeIdeas, for: visitor.actor)
        let lines = try ProposalStore.lines(
            where: ProposalStore.decided(for: ProposalActions.reader(visitor)), in: db)
        var years: [Int: [ProposalHonourViews.Honour]] = [:]
        for line in lines {
            guard let entry = try entry(line, in: db), entry.award != nil || line.outcome?.isAdopted == true,
                let call = try ProposalCallStore.call(line.callID, in: db)
            else { continue }
            let effect = try ProposalTaskStore.effect(of: line.id, in: db).confirmed
            years[call.plan.year, default: []].append(
                ProposalHonourViews.Honour(
                    line: line, award: entry.award, place: entry.award.flatMap(call.plan.awards.firstIndex),
                    minutesAYear: effect?.minutesAYear))
        }
        return ProposalHonourViews.Contents(
            years: years.sorted { $0.key > $1.key }.map { year, honours in
                (
                    year,
                    honours.sorted {
                        ($0.place ?? .max, -$0.line.callID.rawValue, $0.line.number ?? .max)
                            < ($1.place ?? .max, -$1.line.callID.rawValue, $1.line.number ?? .max)
                    }
                )
            })
    }
}
