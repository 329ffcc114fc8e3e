import GRDB

/// Proposals as people get to see them, each as what they are to it.
enum ProposalActions {
    /// A proposal, and what the visitor is to it.
    struct Shown: Sendable {
        let proposal: Proposal
        let call: ProposalCall
        /// None for a reviewer of a blind call.
        let authors: [ProposalAuthor]
        let role: ProposalRole
        let visitor: ID<Employee>

        /// Whether the visitor began it.
        var isCreator: Bool { proposal.creator == visitor }
        /// The visitor among the authors; nil for everybody else.
        var own: ProposalAuthor? { authors.first { $0.employee == visitor } }
    }

    /// How the visitor narrows lists; see `ProposalStore.visible`.
    static func reader(_ visitor: Visitor) -> ProposalStore.Reader {
        ProposalStore.Reader(
            employee: visitor.employee, unit: visitor.unit,
            managed: Policy.scope(of: .manageProposals, for: visitor.actor))
    }

    /// - Throws: `ProposalRefusal.missing` for whatever the visitor may not see.
    static func shown(_ id: ID<Proposal>, to visitor: Visitor, in db: Database) throws -> Shown {
        try Policy.requireSomewhere(.proposeIdeas, for: visitor.actor)
        guard let proposal = try ProposalStore.proposal(id, in: db),
            let call = try ProposalCallStore.call(proposal.callID, in: db)
        else { throw ProposalRefusal.missing }
        let authors = try ProposalAuthorStore.authors(of: id, in: db)
        let access = ProposalAccess(
            consent: authors.first { $0.employee == visitor.employee }?.consent,
            hasConflict: try ProposalAuthorStore.hasConflict(visitor.employee, with: id, in: db),
            isManager: Policy.permits(.manageProposals, for: visitor.actor, at: call.unit),
            isReviewer: try call.reviewAt != nil && isReviewer(visitor, of: id, in: db),
            isStaff: ProposalCallActions.invites(call, visitor),
            isMerging: try ProposalStore.isMerging(visitor.employee, id, in: db), state: proposal.state,
            wasSubmitted: proposal.submittedAt != nil, isDecided: call.decidedAt != nil)
        guard let role = access.role else { throw ProposalRefusal.missing }
        return Shown(
            proposal: proposal, call: call, authors: role == .reviewer && call.plan.isBlind ? [] : authors, role: role,
            visitor: visitor.employee)
    }

    private static func isReviewer(_ visitor: Visitor, of id: ID<Proposal>, in db: Database) throws -> Bool {
        try ReviewStore.review(ReviewPair(proposal: id, reviewer: visitor.employee), in: db)?.isLive ?? false
    }

    /// The same for somebody who must be one of its authors.
    static func own(_ id: ID<Proposal>, by visitor: Visitor, in db: Database) throws -> Shown {
        let shown = try shown(id, to: visitor, in: db)
        guard shown.role == .author else { throw ProposalRefusal.notAnAuthor }
        return shown
    }

    static func shows(attachment name: String, to visitor: Visitor, in db: Database) throws -> Bool {
        if try AttachmentStore.attachment(name, in: db)?.uploadedBy == visitor.login { return true }
        let ids = try ProposalRevisionStore.proposals(showing: name, in: db).map(\.rawValue)
        return try !ids.isEmpty
            && !ProposalStore.lines(Set(ids), where: ProposalStore.named(to: reader(visitor)), in: db).isEmpty
    }

    // MARK: Pages

    /// What the visitor may propose to, has proposed, and was writing.
    static func overview(for visitor: Visitor, now: Moment, in db: Database) throws -> ProposalListViews.Contents {
        try Policy.requireSomewhere(.proposeIdeas, for: visitor.actor)
        return ProposalListViews.Contents(
            calls: try ProposalCallActions.open(to: visitor, now: now, in: db),
            own: try ProposalStore.lines(where: ProposalStore.own(visitor.employee), in: db),
            drafts: try ProposalDraftActions.drafts(of: visitor, in: db),
            isReviewer: try !ReviewStore.calls(of: visitor.employee, in: db).isEmpty
                || !ReviewActions.panels(for: visitor, now: now, in: db).isEmpty, now: now)
    }

    /// A proposal for its page.
    static func contents(
        _ id: ID<Proposal>, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> ProposalViews.Contents {
        let shown = try shown(id, to: visitor, in: db)
        let revision = try ProposalRevisionStore.current(shown.proposal, in: db)
        let citations = revision.form.citations(try StatuteDirectoryStore.names(in: db))
        let open = try AmendmentStore.open(.proposal, id: id.rawValue, in: db)
        let mergers =
            shown.role == .author || shown.call.decidedAt != nil
            ? try ProposalMergerStore.mergers(touching: id, in: db) : []
        return ProposalViews.Contents(
            shown: shown, revision: revision, citations: citations,
            links: try CitationLinkStore.links(citations, in: db), flags: open,
            comparisons: try AmendmentVersionStore.comparisons(of: Set(open.map(\.version)), in: db),
            decision: try ProposalDecisionStore.announced(id, in: db),
            comments: shown.role == .author && shown.call.decidedAt != nil ? try comments(on: id, in: db) : [],
            mergers: mergers, names: try ProposalMergerActions.names(of: mergers, for: visitor, in: db), now: now)
    }

    /// What the panel says to the authors, in an order that tells nothing of who said it.
    private static func comments(on id: ID<Proposal>, in db: Database) throws -> [String] {
        let live = Set(try ReviewStore.reviews(of: id, in: db).filter(\.isLive).map(\.pair.reviewer))
        return try ScoreSheetStore.sheets(of: ReviewBoardActions.subject, on: [id.rawValue], in: db)
            .filter { $0.counts && live.contains($0.scorer) && !$0.entries.toAuthors.isEmpty }
            .map(\.entries.toAuthors).sorted()
    }

    /// Earlier proposals like what is written: decided ones and own ones, the most alike first.
    ///
    /// `id`: of the proposal itself; nil for a new one.
    static func similar(
        to form: ProposalForm, except id: ID<Proposal>?, for visitor: Visitor, in db: Database
    ) throws -> [ProposalLine] {
        let text = form[.title] + " " + form[.idea]
        let request = SearchQuery(typed: text).request(.partial, limit: looked)
        let reader = reader(visitor)
        let condition: SQL = "(\(ProposalStore.own(reader.employee)) OR \(ProposalStore.decided(for: reader)))"
        let found = try ProposalIndexStore.index.find(
            request, visible: "found.id <> \(id?.rawValue ?? 0) AND \(ProposalStore.found(condition))", in: db)
        var alike: [(line: ProposalLine, likeness: Int)] = []
        for line in try ProposalStore.lines(Set(found.ids), where: condition, in: db) where line.state != .withdrawn {
            guard let proposal = try ProposalStore.proposal(line.id, in: db) else { continue }
            let earlier = try ProposalRevisionStore.current(proposal, in: db).form
            let likeness = ProposalRules.likeness(of: text, to: earlier[.title] + " " + earlier[.idea])
            if likeness >= ProposalRules.leastLikeness { alike.append((line, likeness)) }
        }
        return alike.sorted { ($0.likeness, $1.line.id) > ($1.likeness, $0.line.id) }.prefix(3).map(\.line)
    }

    private static let looked = 20

    /// The versions of a proposal, for its authors and for those who check its form.
    static func revisions(
        of id: ID<Proposal>, for visitor: Visitor, in db: Database
    ) throws -> ProposalRevisionViews.Contents {
        let shown = try shown(id, to: visitor, in: db)
        guard shown.role == .author || shown.role == .manager else { throw ProposalRefusal.missing }
        return ProposalRevisionViews.Contents(
            proposal: shown.proposal, revisions: try ProposalRevisionStore.revisions(of: id, in: db))
    }

    // MARK: Commands

    /// What a person may see, for a command in their name, which the log names.
    /// - Throws: `ProposalRefusal.needsPerson` for a command in nobody's name.
    static func lines(by acting: ActionContext, in db: Database) throws -> [ProposalLine] {
        let visitor = try person(acting)
        let named = Set(
            try ProposalStore.lines(where: ProposalStore.named(to: reader(visitor)), in: db).map(\.id))
        let lines = try ProposalStore.lines(where: ProposalStore.visible(to: reader(visitor)), in: db)
            .map { named.contains($0.id) ? $0 : $0.blind }
        try AuditStore.append(
            .proposalListing, on: "employee/\(visitor.employee)", .count(lines.count), by: acting, in: db)
        return lines
    }

    /// - Throws: `ProposalRefusal.needsPerson`, `.missing`.
    static func reading(
        _ id: ID<Proposal>, by acting: ActionContext, in db: Database
    ) throws -> (shown: Shown, form: ProposalForm) {
        let shown = try shown(id, to: person(acting), in: db)
        let form = try ProposalRevisionStore.current(shown.proposal, in: db).form
        try AuditStore.append(.proposalReading, on: "proposal/\(id)", by: acting, in: db)
        return shown.role == .reviewer && shown.call.plan.isBlind ? (shown, ReviewRules.blind(form)) : (shown, form)
    }

    private static func person(_ acting: ActionContext) throws -> Visitor {
        guard case .visitor(let visitor) = acting.actor else { throw ProposalRefusal.needsPerson }
        return visitor
    }
}
