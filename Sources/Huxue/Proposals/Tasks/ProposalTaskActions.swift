import GRDB

/// What is done about an adopted proposal: tasks, monthly progress, the procedure, and what came of it.
enum ProposalTaskActions {
    /// - Throws: `ProposalRefusal.missing` for whoever may not see the proposal; `ProposalTaskRefusal.notAdopted`.
    static func contents(
        of id: ID<Proposal>, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> ProposalTaskViews.Contents {
        let shown = try ProposalActions.shown(id, to: visitor, in: db)
        let decision = try ProposalDecisionStore.decision(on: id, in: db)
        guard shown.call.decidedAt != nil else { throw ProposalTaskRefusal.notAdopted }
        try ProposalTaskRules.require(decision)
        let tasks = try ProposalTaskStore.tasks(of: id, in: db)
        let effect = try ProposalTaskStore.effect(of: id, in: db)
        let page = try effect.page.isEmpty ? nil : PageStore.page(code: effect.page, in: db)
        let isManager = manages(shown, visitor)
        return ProposalTaskViews.Contents(
            shown: shown, form: try ProposalRevisionStore.current(shown.proposal, in: db).form, tasks: tasks,
            reportable: Set(tasks.filter { mayReport($0, shown, visitor) }.map(\.id)), effect: effect,
            pageTitle: page?.state == .current ? page?.title : nil, isManager: isManager,
            mayWritePage: visitor.may(.editPages),
            units: try UnitChoiceActions.choice(.manageProposals, for: visitor.actor, in: db), now: now)
    }

    /// Whoever manages the call and has no interest in the proposal.
    private static func manages(_ shown: ProposalActions.Shown, _ visitor: Visitor) -> Bool {
        shown.role == .manager && visitor.may(.manageProposals, at: shown.call.unit)
    }

    /// Whoever answers for the task, supervises its unit or manages the call.
    private static func mayReport(_ task: ProposalTask, _ shown: ProposalActions.Shown, _ visitor: Visitor) -> Bool {
        task.person?.employee.id == visitor.employee || visitor.may(.followTasks, at: task.unit.position)
            || manages(shown, visitor)
    }

    private static func managed(
        _ id: ID<Proposal>, by visitor: Visitor, in db: Database
    ) throws -> ProposalActions.Shown {
        let shown = try ProposalActions.shown(id, to: visitor, in: db)
        guard manages(shown, visitor) else { throw ProposalRefusal.missing }
        guard shown.call.decidedAt != nil else { throw ProposalTaskRefusal.notAdopted }
        try ProposalTaskRules.require(ProposalDecisionStore.decision(on: id, in: db))
        return shown
    }

    // MARK: Tasks

    static func add(
        _ form: ProposalTaskForm, to id: ID<Proposal>, by acting: ActionContext, in db: Database
    ) throws {
        _ = try managed(id, by: acting.visitor, in: db)
        _ = try ProposalTaskStore.insert(read(form, former: nil, by: acting.actor, in: db), of: id, in: db)
        try AuditStore.append(.proposalTask, on: "proposal/\(id)", .words(form.title), by: acting, in: db)
    }

    /// `seen`: the edit that the form has shown.
    static func change(
        _ task: ID<ProposalTask>, of id: ID<Proposal>, to form: ProposalTaskForm, seen: Int?, by acting: ActionContext,
        in db: Database
    ) throws {
        _ = try managed(id, by: acting.visitor, in: db)
        let former = try found(task, of: id, in: db)
        let plan = try read(form, former: former.person, by: acting.actor, in: db)
        guard former.edit == seen else { throw ProposalTaskRefusal.changedMeanwhile }
        try ProposalTaskStore.update(task, to: plan, in: db)
        try AuditStore.append(.proposalTask, on: "proposal/\(id)", .words(form.title), by: acting, in: db)
    }

    static func remove(
        _ task: ID<ProposalTask>, of id: ID<Proposal>, by acting: ActionContext, in db: Database
    ) throws {
        _ = try managed(id, by: acting.visitor, in: db)
        let former = try found(task, of: id, in: db)
        guard former.progress.isEmpty else { throw ProposalTaskRefusal.hasProgress }
        try ProposalTaskStore.remove(task, in: db)
        try AuditStore.append(.proposalTaskRemoval, on: "proposal/\(id)", .words(former.title), by: acting, in: db)
    }

    private static func found(
        _ task: ID<ProposalTask>, of id: ID<Proposal>, in db: Database
    ) throws -> ProposalTask {
        guard let found = try ProposalTaskStore.task(task, in: db), found.proposal == id else {
            throw ProposalTaskRefusal.missing
        }
        return found
    }

    /// `former`: who answered for it before stays, also when the actor may not choose them.
    private static func read(
        _ form: ProposalTaskForm, former: StaffMember?, by actor: Actor, in db: Database
    ) throws -> ProposalTaskPlan {
        var problems: [ProposalTaskProblem] = []
        if form.title.isEmpty { problems.append(ProposalTaskProblem(.title, .missing)) }
        if form.title.count > ProposalTaskRules.titleLimit {
            problems.append(ProposalTaskProblem(.title, .tooLong(limit: ProposalTaskRules.titleLimit)))
        }
        let day = ROCDate.parseDay(form.dueOn)
        if day == nil { problems.append(ProposalTaskProblem(.dueOn, form.dueOn.isEmpty ? .missing : .notADay)) }
        var unit: ID<Unit>?
        do {
            let found = try UnitChoiceActions.unit(form.unit, .manageProposals, for: actor, in: db)
            if Policy.permits(.manageProposals, for: actor, at: found.position) { unit = found.id }
        } catch let refusal as UnitRefusal {
            problems.append(ProposalTaskProblem(.unit, .unit(refusal)))
        }
        if unit == nil, problems.allSatisfy({ $0.field != .unit }) {
            problems.append(ProposalTaskProblem(.unit, .missing))
        }
        let person = try self.person(form.person, former: former, by: actor, noting: &problems, in: db)
        guard problems.isEmpty, let unit, let day else { throw ProposalTaskRefusal.invalid(problems) }
        return ProposalTaskPlan(title: form.title, unit: unit, person: person, dueOn: day)
    }

    private static func person(
        _ text: String, former: StaffMember?, by actor: Actor, noting problems: inout [ProposalTaskProblem],
        in db: Database
    ) throws -> ID<Employee>? {
        guard !text.isEmpty else { return nil }
        let chosen = try PersonChoiceStore.people(
            mentioned: [text], scope: Policy.scope(of: .choosePeople, for: actor), in: db)
        let kept = former.map { [$0.choice] } ?? []
        let people = chosen + kept.filter { old in !chosen.contains { $0.staffNumber == old.staffNumber } }
        switch PersonChoiceRules.meaning(of: text, among: people) {
        case .person(let person):
            return try EmployeeStore.member(staffNumber: person.staffNumber, in: db)?.employee.id
        case .misnamed(let person, let name):
            problems.append(ProposalTaskProblem(.person, .misnamed(person, name: name)))
        case .several(let found): problems.append(ProposalTaskProblem(.person, .severalOfName(text, found)))
        case .nobody: problems.append(ProposalTaskProblem(.person, .personNotHere(text)))
        }
        return nil
    }

    // MARK: Progress

    /// - Throws: `ProposalTaskRefusal`: `missing`, `notYours`, `invalid`.
    static func report(
        _ form: ProposalReportForm, on task: ID<ProposalTask>, of id: ID<Proposal>, by acting: ActionContext,
        in db: Database
    ) throws {
        let visitor = try acting.visitor
        let shown = try ProposalActions.shown(id, to: visitor, in: db)
        let found = try found(task, of: id, in: db)
        guard mayReport(found, shown, visitor) else { throw ProposalTaskRefusal.notYours }
        let report = try form.report(on: ROCDate.day(of: acting.now))
        try ProposalTaskStore.report(report, on: task, by: visitor.employee, now: acting.now, in: db)
        try AuditStore.append(
            .proposalProgress, on: "proposal/\(id)", .words("\(found.title) \(report.percent) %"), by: acting, in: db)
    }

    // MARK: The procedure and the effect

    /// Names the procedure that makes the idea permanent; empty for none any more.
    static func link(_ code: String, to id: ID<Proposal>, by acting: ActionContext, in db: Database) throws {
        _ = try managed(id, by: acting.visitor, in: db)
        if !code.isEmpty {
            guard let page = try PageStore.page(code: code, in: db), page.kind == .procedure, page.state == .current
            else { throw ProposalTaskRefusal.invalid([ProposalTaskProblem(.page, .noSuchPage(code))]) }
        }
        try ProposalTaskStore.setPage(code, of: id, in: db)
        try AuditStore.append(.proposalPage, on: "proposal/\(id)", .words(code), by: acting, in: db)
    }

    /// Begins a draft of the procedure, and gives the editor's address.
    /// - Throws: `ProposalTaskRefusal.notAdopted`; `CommonRefusal.forbidden` for whoever writes no pages;
    ///   `WritingRefusal.tooManyDrafts`.
    static func draftPage(
        from id: ID<Proposal>, by acting: ActionContext, in db: Database
    ) throws -> Address {
        let shown = try ProposalActions.shown(id, to: acting.visitor, in: db)
        guard shown.call.decidedAt != nil else { throw ProposalTaskRefusal.notAdopted }
        try ProposalTaskRules.require(ProposalDecisionStore.decision(on: id, in: db))
        _ = try PageEditActions.page(nil, by: acting.actor, in: db)
        let facts = try PageEditActions.facts(nil, by: acting.actor, today: ROCDate.day(of: acting.now), in: db)
        var page = PageForm(
            blank: .procedure, code: facts.proposedCode, unit: facts.suggestions[.unit]?.first ?? "",
            lawAsOf: facts.lawAsOf)
        let form = try ProposalRevisionStore.current(shown.proposal, in: db).form
        page[.title] = form[.title]
        page[.body] = ProposalTaskTerms.body(from: form, id)
        let key = DraftKey.random()
        try PageDraftActions.keep(page, key: key, of: nil, base: 0, by: acting, in: db)
        if try ProposalTaskStore.effect(of: id, in: db).page.isEmpty {
            try ProposalTaskStore.setPage(page[.code], of: id, in: db)
        }
        try AuditStore.append(.proposalPage, on: "proposal/\(id)", .words(page[.code]), by: acting, in: db)
        return Address("/pages/new").with([("draft", key)])
    }

    /// Says what the idea really brought.
    static func confirm(
        _ form: ProposalEffectForm, of id: ID<Proposal>, by acting: ActionContext, in db: Database
    ) throws {
        let visitor = try acting.visitor
        _ = try managed(id, by: visitor, in: db)
        try ProposalTaskStore.confirm(form.claim(), of: id, by: visitor.employee, now: acting.now, in: db)
        try AuditStore.append(.proposalEffect, on: "proposal/\(id)", by: acting, in: db)
    }

    // MARK: A call

    /// The adopted proposals of a call with what is done about them, for those who manage it.
    static func overview(
        of id: ID<ProposalCall>, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> ProposalTaskOverviewViews.Contents {
        let call = try ProposalCallActions.managed(id, by: visitor.actor, in: db)
        let lines = try ProposalStore.lines(
            where: "proposal.callID = \(id) AND \(ProposalStore.stands) AND proposalCall.decidedAt IS NOT NULL", in: db
        ).filter { $0.outcome?.isAdopted == true }
        let tasks = try ProposalTaskStore.tasks(in: id, db)
        return ProposalTaskOverviewViews.Contents(
            call: call,
            rows: try lines.map {
                ProposalTaskOverviewViews.Row(
                    line: $0, tasks: tasks[$0.id] ?? [], effect: try ProposalTaskStore.effect(of: $0.id, in: db))
            }, now: now)
    }

    // MARK: The home page

    /// What is overdue in the calls that somebody manages.
    static func late(for visitor: Visitor, now: Moment, in db: Database) throws -> [ManagerNote] {
        let today = ROCDate.day(of: now)
        return try ProposalCallActions.calls(for: visitor.actor, in: db).filter { $0.decidedAt != nil }
            .compactMap { call in
                let count = try ProposalTaskStore.late(in: call.id, on: today, db)
                return count > 0 ? ProposalTaskTerms.late(count, call: call) : nil
            }
    }

    /// The reports that a person owes for this month.
    static func owed(by visitor: Visitor, now: Moment, in db: Database) throws -> [DueItem] {
        let month = ProposalTaskRules.month(of: ROCDate.day(of: now))
        return try ProposalTaskStore.open(of: visitor.employee, in: db).filter { !$0.isReported(in: month) }
            .compactMap { task in
                guard let proposal = try ProposalStore.proposal(task.proposal, in: db) else { return nil }
                let title = try ProposalRevisionStore.current(proposal, in: db).form[.title]
                return ProposalTaskTerms.owed(task, proposal: title, month: month)
            }
    }
}
