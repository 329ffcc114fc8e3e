import GRDB

/// What reviewers do: look at what they are assigned, score it, put it aside, or give it back.
///
/// Whoever may propose may be named for a panel; that they are assigned is what opens a proposal to them.
enum ReviewActions {
    /// - Throws: `ReviewRefusal.missing` for whatever the visitor does not review, or must not.
    static func assigned(
        _ id: ID<Proposal>, to visitor: Visitor, in db: Database
    ) throws -> (call: ProposalCall, proposal: Proposal) {
        try Policy.requireSomewhere(.proposeIdeas, for: visitor.actor)
        guard let proposal = try ProposalStore.proposal(id, in: db),
            let call = try ProposalCallStore.call(proposal.callID, in: db), call.decidedAt == nil,
            try ReviewQueueStore.isReviewed(id, by: visitor.employee, in: db)
        else { throw ReviewRefusal.missing }
        return (call, proposal)
    }

    /// The same for each save, with nothing of the call but what it is asked for.
    /// - Throws: `ReviewRefusal.missing` for whatever the visitor does not review, or must not.
    static func window(on id: ID<Proposal>, for visitor: Visitor, in db: Database) throws -> ReviewWindow {
        try Policy.requireSomewhere(.proposeIdeas, for: visitor.actor)
        guard let window = try ReviewQueueStore.reviewWindow(of: id, by: visitor.employee, in: db) else {
            throw ReviewRefusal.missing
        }
        return window
    }

    /// Everything that the visitor reviews, by call, the next to close first.
    static func queues(for visitor: Visitor, in db: Database) throws -> [ReviewQueue] {
        try Policy.requireSomewhere(.proposeIdeas, for: visitor.actor)
        return try ReviewStore.calls(of: visitor.employee, in: db).compactMap { id in
            guard let call = try ProposalCallStore.call(id, in: db) else { return nil }
            let queue = try queue(of: call, for: visitor, in: db)
            return queue.items.isEmpty ? nil : queue
        }
    }

    /// The calls of whose panel the visitor is, from the end of the call to its decisions.
    static func panels(for visitor: Visitor, now: Moment, in db: Database) throws -> [ProposalCall] {
        let today = ROCDate.day(of: now)
        return try ProposalCallStore.undecided(closingBefore: now, in: db).filter { call in
            try ProposalCallActions.panel(of: call, on: today, in: db)
                .contains { $0.employee.id == visitor.employee }
        }
    }

    static func list(
        for visitor: Visitor, now: Moment, done: ReviewDeed?, in db: Database
    ) throws -> ReviewListViews.Contents {
        let queues = try queues(for: visitor, in: db)
        let known = try queues.map { try lines(of: $0, for: visitor, in: db) }
        return ReviewListViews.Contents(
            queues: queues, lines: known.reduce(into: [:]) { $0.merge($1) { first, _ in first } },
            panels: try panels(for: visitor, now: now, in: db), now: now, done: done)
    }

    private static func queue(
        of call: ProposalCall, for visitor: Visitor, in db: Database
    ) throws -> ReviewQueue {
        let assigned = try ReviewQueueStore.queue(of: visitor.employee, in: call.id, db)
        let states = try ScoreSheetStore.states(
            of: ReviewBoardActions.subject, by: visitor.employee, on: Set(assigned.map(\.id.rawValue)), in: db)
        return ReviewQueue(
            call: call,
            items: assigned.map {
                ReviewQueue.Item(id: $0.id, isAside: $0.isAside, state: states[$0.id.rawValue])
            })
    }

    /// The proposals of a queue, by id; without authors.
    static func lines(
        of queue: ReviewQueue, for visitor: Visitor, in db: Database
    ) throws -> [ID<Proposal>: ProposalLine] {
        let lines = try ProposalStore.reviewed(by: visitor.employee, in: queue.call.id, db)
        return Dictionary(uniqueKeysWithValues: lines.map { ($0.id, $0) })
    }

    /// What the visitor reviews in the call of a proposal that they review.
    static func queue(around id: ID<Proposal>, for visitor: Visitor, in db: Database) throws -> ReviewQueue {
        try queue(of: try assigned(id, to: visitor, in: db).call, for: visitor, in: db)
    }

    /// A proposal beside its score sheet.
    static func contents(
        _ id: ID<Proposal>, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> ReviewViews.Contents {
        let (call, proposal) = try assigned(id, to: visitor, in: db)
        guard let wanted = call.rubricVersion, let version = try RubricStore.version(wanted, in: db) else {
            throw ReviewRefusal.notInReview
        }
        let queue = try queue(of: call, for: visitor, in: db)
        guard let item = queue.items.first(where: { $0.id == id }),
            let line = try ProposalStore.reviewed(
                by: visitor.employee, in: call.id, among: [id.rawValue], db
            ).first
        else { throw ReviewRefusal.missing }
        let sheet = try ScoreSheetStore.sheet(on: ReviewBoardActions.subject(id), by: visitor.employee, in: db)
        let written = try ProposalRevisionStore.current(proposal, in: db).form
        let citations = written.citations(try StatuteDirectoryStore.names(in: db))
        return ReviewViews.Contents(
            queue: queue, item: item, line: line, form: call.plan.isBlind ? ReviewRules.blind(written) : written,
            authors: call.plan.isBlind ? [] : try ProposalAuthorStore.authors(of: id, in: db).map(\.name),
            citations: citations, links: try CitationLinkStore.links(citations, in: db), rubric: version.plan,
            stored: sheet,
            sheet: ScoreFormViews.Sheet(ScoreActions.Opened(version: version, sheet: sheet), draft: "review-\(id)"),
            others: sheet?.counts == true ? try others(id, but: visitor.employee, db) : [], now: now)
    }

    /// The handed-in sheets of a proposal's other reviewers, for somebody whose own is in.
    private static func others(
        _ id: ID<Proposal>, but reviewer: ID<Employee>, _ db: Database
    ) throws -> [ReviewViews.Other] {
        let names = Dictionary(
            uniqueKeysWithValues: try ReviewStore.reviews(of: id, in: db)
                .filter { $0.isLive && $0.pair.reviewer != reviewer }
                .map { ($0.pair.reviewer, $0.reviewerName) })
        return try ScoreSheetStore.sheets(of: ReviewBoardActions.subject, on: [id.rawValue], in: db)
            .filter(\.counts).compactMap { sheet in
                names[sheet.scorer].map { ReviewViews.Other(name: $0, entries: sheet.entries) }
            }
    }

    /// The attachment of this number of a proposal, and the name under which its reviewers get it.
    /// - Throws: `ReviewRefusal.missing`.
    static func attachment(
        _ number: Int, of id: ID<Proposal>, for visitor: Visitor, in db: Database
    ) throws -> (attachment: Attachment, name: String) {
        let (call, proposal) = try assigned(id, to: visitor, in: db)
        let names = try ProposalRevisionStore.current(proposal, in: db).form.attachmentNames
        guard names.indices.contains(number - 1),
            let attachment = try AttachmentStore.attachment(names[number - 1], in: db)
        else { throw ReviewRefusal.missing }
        let name = names[number - 1]
        return (attachment, call.plan.isBlind ? ReviewRules.blindName(name, number: number) : name)
    }

    // MARK: Scoring

    /// Saves what is filled in; `isAside`: whether the proposal is put aside for later.
    /// - Throws: `ReviewRefusal`, `ScoreRefusal`.
    static func save(
        _ form: (RubricPlan) throws -> ScoreForm, on id: ID<Proposal>, seen: Int?, isAside: Bool = false,
        by acting: ActionContext, in db: Database
    ) throws -> ScoreActions.Saved {
        let saved = try ScoreActions.save(
            form, on: ReviewBoardActions.subject(id), seen: seen, owner: ProposalScoreOwner(), by: acting, in: db)
        if isAside {
            try ReviewStore.putAside(
                ReviewPair(proposal: id, reviewer: try acting.visitor.employee), at: acting.now, in: db)
        }
        return saved
    }

    /// - Throws: `ReviewRefusal`, `ScoreRefusal`; what is missing is told, and the draft is kept.
    static func handIn(
        _ form: (RubricPlan) throws -> ScoreForm, on id: ID<Proposal>, seen: Int?, by acting: ActionContext,
        in db: Database
    ) throws -> ScoreActions.Saved {
        let saved = try ScoreActions.handIn(
            form, on: ReviewBoardActions.subject(id), seen: seen, owner: ProposalScoreOwner(), by: acting, in: db)
        if saved.sheet.state == .handedIn {
            try ReviewStore.putAside(
                ReviewPair(proposal: id, reviewer: try acting.visitor.employee), at: nil, in: db)
        }
        return saved
    }

    /// Gives a proposal back, with a reason; what was scored does not count.
    /// - Throws: `ReviewRefusal`: `missing`, `notInReview`, `handedIn`, `noReason`, `reasonTooLong`.
    static func abstain(_ id: ID<Proposal>, reason: String, by acting: ActionContext, in db: Database) throws {
        let visitor = try acting.visitor
        let call = try assigned(id, to: visitor, in: db).call
        try ReviewRules.requireReview(call)
        let sheet = try ScoreSheetStore.sheet(on: ReviewBoardActions.subject(id), by: visitor.employee, in: db)
        guard sheet?.counts != true else { throw ReviewRefusal.handedIn(visitor.name) }
        try ReviewStore.end(
            ReviewPair(proposal: id, reviewer: visitor.employee), as: .abstained,
            reason: ReviewConflictRules.checked(reason: reason), now: acting.now, in: db)
        try AuditStore.append(.proposalAbstention, on: "proposal/\(id)", by: acting, in: db)
    }
}
