import GRDB

/// One proposal in the meeting: what is said, and what is decided.
enum ProposalDecisionActions {
    /// The proposal for the projector; that its scores are looked at is on record.
    /// - Throws: `ReviewRefusal.missing` also for whoever has an interest in it; `ProposalMeetingRefusal.notInMeeting`
    ///   before the meeting.
    static func contents(
        _ id: ID<Proposal>, in call: ID<ProposalCall>, by acting: ActionContext, _ db: Database
    ) throws -> ProposalDecisionViews.Contents {
        let visitor = try acting.visitor
        let meeting = try ProposalMeetingActions.contents(of: call, for: visitor, now: acting.now, in: db)
        guard let record = meeting.meeting else { throw ProposalMeetingRefusal.notInMeeting }
        guard let line = meeting.board.line(id), let proposal = try ProposalStore.proposal(id, in: db) else {
            throw ReviewRefusal.missing
        }
        try AuditStore.append(.proposalScoreReading, on: "proposal/\(id)", by: acting, in: db)
        let isBlind = meeting.call.plan.isBlind && meeting.call.decidedAt == nil
        let written = try ProposalRevisionStore.current(proposal, in: db).form
        let citations = written.citations(try StatuteDirectoryStore.names(in: db))
        let stored = try ProposalMeetingStore.discussion(on: id, in: db)
        return ProposalDecisionViews.Contents(
            meeting: meeting, line: line, form: isBlind ? ReviewRules.blind(written) : written,
            authors: isBlind ? [] : line.authors, citations: citations,
            links: try CitationLinkStore.links(citations, in: db),
            left: try left(in: call, meeting: record, db)[id] ?? [],
            stored: stored, content: stored?.content ?? ProposalDiscussion())
    }

    /// Those present who have an interest in a proposal, by name, and so have left the room.
    static func left(
        in call: ID<ProposalCall>, meeting: ProposalMeeting, _ db: Database
    ) throws -> [ID<Proposal>: [String]] {
        let present = meeting.attendees + (meeting.chair.map { [$0] } ?? [])
        let names = Dictionary(
            present.map { ($0.employee.id, $0.employee.name) }, uniquingKeysWith: { first, _ in first })
        let pairs = try Set(ReviewConflictStore.authors(in: call, db))
            .union(ReviewConflictStore.conflicts(in: call, db).map(\.pair)).sorted()
        return Dictionary(grouping: pairs, by: \.proposal).mapValues { $0.compactMap { names[$0.reviewer] } }
    }

    /// Keeps what is written; `isFinal`: it is what the meeting decides.
    ///
    /// `seen`: the sequence that the form has shown; 0 for none.
    ///
    /// What keeps it from being a decision is returned, and then it is kept as a draft.
    ///
    /// - Throws: `ReviewRefusal.missing`; `ProposalMeetingRefusal`: `notInMeeting`, `elsewhere`, `invalid` for what is too
    ///   long to be kept; then nothing has changed.
    static func keep(
        _ discussion: ProposalDiscussion, on id: ID<Proposal>, in call: ID<ProposalCall>, seen: Int?, isFinal: Bool,
        by acting: ActionContext, _ db: Database
    ) throws -> (stored: StoredDiscussion, problems: [ProposalMeetingProblem]) {
        let visitor = try acting.visitor
        let board = try ReviewBoardActions.reviewed(id, in: call, by: visitor, db).board
        try ProposalMeetingRules.requireMeeting(board.call)
        let former = try ProposalMeetingStore.discussion(on: id, in: db)
        let tooLong = ProposalMeetingRules.problems(inDraft: discussion)
        guard tooLong.isEmpty else { throw ProposalMeetingRefusal.invalid(tooLong) }
        if let former, former.content != discussion, former.sequence != seen {
            throw ProposalMeetingRefusal.elsewhere(former.savedAt)
        }
        if former?.content != discussion {
            try ProposalMeetingStore.save(
                discussion, on: id, by: visitor.employee, now: acting.now, in: db)
        }
        let problems =
            isFinal ? ProposalMeetingRules.problems(in: discussion, awards: board.call.plan.awards.count) : []
        if isFinal, problems.isEmpty, let outcome = discussion.outcome {
            try ProposalDecisionStore.save(
                ProposalDecision(
                    proposal: id, outcome: outcome, reasons: discussion.reasons, award: discussion.award,
                    decidedBy: visitor.employee, decidedAt: acting.now), in: db)
            try AuditStore.append(.proposalDecision, on: "proposal/\(id)", by: acting, in: db)
        }
        guard let stored = try ProposalMeetingStore.discussion(on: id, in: db) else {
            throw ProposalMeetingRefusal.missing
        }
        return (stored, problems)
    }
}
