import GRDB

/// What those who manage a call see of its review, and who they are.
enum ReviewBoardActions {
    /// The kind of subject of score sheets; see `ScoredSubject.kind`.
    static let subject = "proposal"

    static func subject(_ id: ID<Proposal>) -> ScoredSubject { ScoredSubject(kind: subject, id: id.rawValue) }

    /// A call with what the visitor may know of its review.
    /// - Throws: as `ProposalCallActions.managed`; `ReviewRefusal.notInReview` before it begins.
    static func board(
        of id: ID<ProposalCall>, for visitor: Visitor, in db: Database
    ) throws -> ReviewBoard {
        let call = try ProposalCallActions.managed(id, by: visitor.actor, in: db)
        guard let board = try board(of: call, for: visitor, in: db) else { throw ReviewRefusal.notInReview }
        return board
    }

    /// The same for somebody who is known to manage it; nil before the review begins.
    ///
    /// `proposal`: the only one that the board is to have; nil for all.
    static func board(
        of call: ProposalCall, only proposal: ID<Proposal>? = nil, for visitor: Visitor, in db: Database
    ) throws -> ReviewBoard? {
        guard let id = call.rubricVersion, let version = try RubricStore.version(id, in: db) else { return nil }
        return try board(of: call, only: proposal, by: version.plan, for: visitor, in: db)
    }

    /// The same before the review begins as well; then there are no reviews, and the rubric may still be another.
    private static func prepared(
        _ call: ProposalCall, only proposal: ID<Proposal>? = nil, for visitor: Visitor, in db: Database
    ) throws -> ReviewBoard {
        let none = RubricPlan(title: "", total: 1, criteria: [])
        return try board(of: call, only: proposal, for: visitor, in: db)
            ?? board(of: call, only: proposal, by: none, for: visitor, in: db)
    }

    private static func board(
        of call: ProposalCall, only proposal: ID<Proposal>?, by rubric: RubricPlan, for visitor: Visitor,
        in db: Database
    ) throws -> ReviewBoard {
        let lines = try ProposalStore.accepted(
            in: call.id, among: proposal.map { [$0.rawValue] }, for: ProposalActions.reader(visitor), db)
        let known = Set(lines.map(\.id))
        let reviews = try
            (proposal.map { try ReviewStore.reviews(of: $0, in: db) }
            ?? ReviewStore.reviews(of: call.id, in: db)).filter { known.contains($0.pair.proposal) }
        let live = Set(reviews.filter(\.isLive).map(\.pair))
        let sheets = try ScoreSheetStore.sheets(of: subject, on: Set(known.map(\.rawValue)), in: db)
            .map { (pair: ReviewPair(proposal: ID(rawValue: $0.subject.id), reviewer: $0.scorer), sheet: $0) }
            .filter { live.contains($0.pair) }
        let states = Dictionary(uniqueKeysWithValues: sheets.map { ($0.pair, $0.sheet.state) })
        // Once the meeting has begun nobody scores any more.
        let withheld =
            call.meetingAt != nil
            ? [] : Set(live.filter { $0.reviewer == visitor.employee && states[$0] != .handedIn }.map(\.proposal))
        let counting = sheets.filter { $0.sheet.counts && !withheld.contains($0.pair.proposal) }
        return ReviewBoard(
            call: call, rubric: rubric, lines: lines, reviews: reviews, states: states,
            sheets: Dictionary(uniqueKeysWithValues: counting.map { ($0.pair, $0.sheet) }), withheld: withheld,
            isPartial: try ProposalStore.hasInterest(visitor.employee, in: call.id, db))
    }

    /// The same for the page of the review, which also says what keeps it from beginning.
    static func contents(
        of id: ID<ProposalCall>, page: Int? = nil, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> ReviewBoardViews.Contents {
        let call = try ProposalCallActions.managed(id, by: visitor.actor, in: db)
        let board = try prepared(call, for: visitor, in: db)
        return ReviewBoardViews.Contents(
            call: call, board: board,
            paging: Paging(page, size: ProposalListViews.pageSize, total: board.lines.count),
            obstacles: try ReviewAssignmentActions.obstacles(to: call, for: visitor, now: now, in: db), now: now)
    }

    /// The boards of all calls in review or in a meeting that the visitor manages.
    static func boards(for visitor: Visitor, now: Moment, in db: Database) throws -> [ReviewBoard] {
        try ProposalCallActions.calls(for: visitor.actor, in: db)
            .filter { [.review, .meeting].contains($0.state(at: now)) }
            .compactMap { try board(of: $0, for: visitor, in: db) }
    }

    /// Whether the visitor may know of the proposal's review.
    static func isOpen(
        _ id: ID<Proposal>, in call: ID<ProposalCall>, to visitor: Visitor, _ db: Database
    ) throws -> Bool {
        let call = try ProposalCallActions.managed(call, by: visitor.actor, in: db)
        return try prepared(call, only: id, for: visitor, in: db).line(id) != nil
    }

    /// One proposal, on a board that has no other; before the review begins as well.
    /// - Throws: `ReviewRefusal.missing` also for one in which the visitor has an interest.
    static func reviewed(
        _ id: ID<Proposal>, in call: ID<ProposalCall>, by visitor: Visitor, _ db: Database
    ) throws -> (board: ReviewBoard, line: ProposalLine) {
        let call = try ProposalCallActions.managed(call, by: visitor.actor, in: db)
        let board = try prepared(call, only: id, for: visitor, in: db)
        guard let line = board.line(id) else { throw ReviewRefusal.missing }
        return (board, line)
    }
}
