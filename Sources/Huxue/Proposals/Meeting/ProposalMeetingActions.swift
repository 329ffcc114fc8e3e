import GRDB

/// A call's meeting: its beginning, who is there, its end.
enum ProposalMeetingActions {
    /// The call's meeting for those who manage it, before, while and after it goes on.
    /// - Throws: as `ProposalCallActions.managed`; `ReviewRefusal.notInReview` before the review begins.
    static func contents(
        of id: ID<ProposalCall>, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> ProposalMeetingViews.Contents {
        let board = try ReviewBoardActions.board(of: id, for: visitor, in: db)
        let meeting = try ProposalMeetingStore.meeting(of: id, in: db)
        let known = Set(board.lines.map(\.id))
        return ProposalMeetingViews.Contents(
            board: board, ranking: try board.ranking(by: board.call.plan.method).ranking,
            decisions: try ProposalDecisionStore.decisions(in: id, db).filter { known.contains($0.key) },
            meeting: meeting, form: meeting.map(ProposalMeetingForm.init) ?? ProposalMeetingForm(),
            needsReason: ProposalMeetingRules.needsReason(board, at: now),
            deputies: board.isPartial
                ? try deputies(of: board.call, but: visitor, on: ROCDate.day(of: now), in: db) : [],
            now: now)
    }

    /// Who else manages the call, by name.
    private static func deputies(
        of call: ProposalCall, but visitor: Visitor, on today: Day, in db: Database
    ) throws -> [String] {
        try GrantStore.holders(of: .proposalManager, at: call.unit, on: today, in: db)
            .filter { $0 != visitor.employee }.sorted()
            .compactMap { try EmployeeStore.member($0, scope: .everywhere, in: db)?.employee.name }
    }

    /// From now on nobody scores; the panel and the secretary are taken for present until the form says otherwise.
    /// - Throws: `ProposalMeetingRefusal`: `notReady`, `invalid` when a reason is needed.
    static func begin(_ id: ID<ProposalCall>, reason: String, by acting: ActionContext, in db: Database) throws {
        let visitor = try acting.visitor
        let board = try ReviewBoardActions.board(of: id, for: visitor, in: db)
        try ProposalMeetingRules.requireReady(board.call)
        let needsReason = ProposalMeetingRules.needsReason(board, at: acting.now)
        if needsReason, reason.allSatisfy(\.isWhitespace) {
            throw ProposalMeetingRefusal.invalid([ProposalMeetingProblem(.reason, .missing)])
        }
        guard reason.count <= ReviewConflictRules.reasonLimit else {
            let kind = ProposalMeetingProblem.Kind.tooLong(limit: ReviewConflictRules.reasonLimit)
            throw ProposalMeetingRefusal.invalid([ProposalMeetingProblem(.reason, kind)])
        }
        let panel = try ProposalCallActions.panel(of: board.call, on: ROCDate.day(of: acting.now), in: db)
        try ProposalMeetingStore.begin(
            id, earlyReason: needsReason ? reason : "", attendees: panel.map(\.employee.id) + [visitor.employee],
            by: visitor.employee, now: acting.now, in: db)
        try AuditStore.append(
            .proposalMeetingStart, on: "proposalCall/\(id)", needsReason ? .words(reason) : [:], by: acting, in: db)
    }

    /// Who is there, and what is said beside the proposals.
    ///
    /// `seen`: the edit that the form has shown.
    ///
    /// - Throws: `ProposalMeetingRefusal`: `notInMeeting`, `invalid`, `changedMeanwhile`.
    static func attend(
        _ id: ID<ProposalCall>, to form: ProposalMeetingForm, seen: Int?, by acting: ActionContext, in db: Database
    ) throws {
        let call = try ProposalCallActions.managed(id, by: acting.actor, in: db)
        try ProposalMeetingRules.requireMeeting(call)
        guard let meeting = try ProposalMeetingStore.meeting(of: id, in: db) else {
            throw ProposalMeetingRefusal.notInMeeting
        }
        var problems = ProposalMeetingRules.problems(in: form)
        let former = meeting.attendees.map(\.choice) + (meeting.chair.map { [$0.choice] } ?? [])
        let texts = Form.lines(typed: form.attendees)
        let chairs = form.chair.isEmpty ? [] : [form.chair]
        let chosen = try PersonChoiceStore.people(
            mentioned: texts + chairs, scope: Policy.scope(of: .choosePeople, for: acting.actor), in: db)
        let numbers = Set(chosen.map(\.staffNumber))
        let people = chosen + former.filter { !numbers.contains($0.staffNumber) }
        func number(_ text: String, _ field: ProposalMeetingProblem.Field) -> String? {
            switch PersonChoiceRules.meaning(of: text, among: people) {
            case .person(let person): return person.staffNumber
            case .misnamed(let person, let name):
                problems.append(ProposalMeetingProblem(field, .misnamed(person, name: name)))
            case .several(let found): problems.append(ProposalMeetingProblem(field, .severalOfName(text, found)))
            case .nobody: problems.append(ProposalMeetingProblem(field, .personNotHere(text)))
            }
            return nil
        }
        let present = texts.compactMap { number($0, .attendees) }
        let chair = chairs.compactMap { number($0, .chair) }.first
        guard problems.isEmpty else { throw ProposalMeetingRefusal.invalid(problems) }
        guard seen == meeting.edit else { throw ProposalMeetingRefusal.changedMeanwhile }
        let members = try EmployeeStore.members(staffNumbers: Set(present + (chair.map { [$0] } ?? [])), in: db)
        try ProposalMeetingStore.update(
            id, to: form, chair: members.first { $0.employee.staffNumber == chair }?.employee.id,
            attendees: members.map(\.employee).filter { present.contains($0.staffNumber) }.map(\.id), in: db)
        try AuditStore.append(.proposalAttendance, on: "proposalCall/\(id)", by: acting, in: db)
    }

    /// Ends the meeting: what it decided is announced to the authors and the staff.
    ///
    /// - Throws: `ProposalMeetingRefusal`: `notInMeeting`; `deputyNeeded` for whoever has an interest in a proposal of
    ///   the call, whatever is decided about it; `undecided`.
    static func close(_ id: ID<ProposalCall>, by acting: ActionContext, in db: Database) throws {
        let visitor = try acting.visitor
        let board = try ReviewBoardActions.board(of: id, for: visitor, in: db)
        try ProposalMeetingRules.requireMeeting(board.call)
        guard !board.isPartial else { throw ProposalMeetingRefusal.deputyNeeded }
        let decided = try ProposalDecisionStore.decisions(in: id, db)
        let left = board.lines.count { decided[$0.id] == nil }
        guard left == 0, try !ProposalMeetingStore.hasUndecided(id, in: db) else {
            throw ProposalMeetingRefusal.undecided(max(1, left))
        }
        try ProposalMeetingStore.close(id, by: visitor.employee, now: acting.now, in: db)
        for line in board.lines { try AmendmentActions.retire(.proposal, id: line.id.rawValue, by: acting, in: db) }
        try AuditStore.append(.proposalMeetingEnd, on: "proposalCall/\(id)", by: acting, in: db)
    }

    /// The minutes as far as the visitor may know of them, which the log records.
    /// - Throws: as `contents`; `ProposalMeetingRefusal.notInMeeting` before the meeting begins.
    static func minutes(
        of id: ID<ProposalCall>, by acting: ActionContext, in db: Database
    ) throws -> ProposalMinutes {
        let visitor = try acting.visitor
        let contents = try contents(of: id, for: visitor, now: acting.now, in: db)
        guard let meeting = contents.meeting, let begun = contents.call.meetingAt else {
            throw ProposalMeetingRefusal.notInMeeting
        }
        try AuditStore.append(.proposalMinutes, on: "proposalCall/\(id)", by: acting, in: db)
        let discussions = try ProposalMeetingStore.discussions(in: id, db)
        let mergers = try ProposalMergerStore.done(in: id, db)
        let left = try ProposalDecisionActions.left(in: id, meeting: meeting, db)
        let names = Dictionary(
            uniqueKeysWithValues: try ProposalStore.lines(
                Set(mergers.map(\.later.rawValue)),
                where: ProposalStore.managed(by: ProposalActions.reader(visitor)), in: db
            ).map { ($0.id, ReviewTerms.name(of: $0)) })
        let isOver = contents.call.decidedAt != nil
        let items = contents.order.map { line in
            ProposalMinutes.Item(
                name: ReviewTerms.name(of: line),
                authors: isOver || !contents.call.plan.isBlind ? line.authors : [],
                standing: contents.standing(of: line.id), left: left[line.id] ?? [],
                notes: discussions[line.id]?.content.notes ?? "", decision: contents.decisions[line.id],
                merged: mergers.filter { $0.earlier == line.id }.compactMap { names[$0.later] })
        }
        return ProposalMinutes(
            call: contents.call, meeting: meeting, begun: begun, ended: contents.call.decidedAt,
            method: contents.ranking.method, items: items, isPartial: contents.board.isPartial)
    }
}
