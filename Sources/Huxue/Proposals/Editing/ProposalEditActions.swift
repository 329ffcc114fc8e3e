import GRDB

/// Writing a proposal: new ones, and revisions by its authors.
enum ProposalEditActions {
    /// What was written, read before the transaction.
    struct Written: Sendable {
        let form: ProposalForm
        fileprivate let content: ProposalContent
        /// The revision that it changes; 0 for a new proposal.
        fileprivate let base: Int
        fileprivate let reason: String
        /// Of the draft that this ends.
        fileprivate let key: String
        fileprivate let seen: String?
        /// Whether it is submitted at once, if all authors have agreed.
        fileprivate let isSubmitted: Bool

        /// `key`, `seen`: the draft that this ends, and the mark of it that the window knows.
        /// - Throws: `ProposalRefusal.invalid`.
        init(
            _ form: ProposalForm, to call: ProposalCall, over base: Int, key: String, seen: String? = nil,
            isSubmitted: Bool = false, names: StatuteNames
        ) throws {
            var (content, problems) = form.reading(kinds: call.plan.kinds, names: names)
            if isSubmitted {
                let known = Set(problems.map(\.field))
                problems += form.missing.filter { !known.contains($0.field) }
            }
            guard problems.isEmpty else { throw ProposalRefusal.invalid(problems) }
            content.authors = content.authors.filter { $0.share != nil }
            (self.form, self.content, self.base, self.key, self.seen) = (form, content, base, key, seen)
            (self.isSubmitted, reason) = (isSubmitted, String(form[.reason].prefix(200)))
        }
    }

    /// What a save did.
    enum Saved: Hashable, Sendable {
        case unchanged, saved, submitted
        /// It was to be submitted, but not all authors have agreed yet.
        case savedUnconfirmed
    }

    /// Begins a proposal, submitted at once when its only author wants that.
    /// - Throws: `ProposalCallRefusal.missing`; `ProposalRefusal`, among them `notYetOpen` and `closed`.
    static func add(
        _ written: Written, to id: ID<ProposalCall>, by acting: ActionContext, in db: Database
    ) throws -> (id: ID<Proposal>, saved: Saved) {
        let visitor = try acting.visitor
        let call = try ProposalCallActions.open(id, to: visitor, in: db)
        try ProposalRules.requireOpen(call, at: acting.now)
        try requireAttachments(written.content.attachments, known: [], by: visitor, in: db)
        let authors = try ProposalPeopleActions.authors(
            written.content.authors, of: call, creator: visitor.employee, in: db)
        let proposal = try ProposalStateStore.insert(id, creator: visitor.employee, now: acting.now, in: db)
        try put(written, authors, of: proposal, number: 1, reason: ProposalFieldTerms.firstRevision, by: acting, in: db)
        try DraftActions.end(ProposalField.self, of: written.key, seen: written.seen, by: acting, in: db)
        return (proposal, try submit(written, proposal, by: acting, in: db) ?? .saved)
    }

    /// What the editor begins with.
    /// - Throws: `ProposalRefusal`, among them `notEditable`.
    static func form(
        _ id: ID<Proposal>, by visitor: Visitor, now: Moment, in db: Database
    ) throws -> (shown: ProposalActions.Shown, number: Int, form: ProposalForm) {
        let shown = try editable(id, by: visitor, now: now, in: db)
        let current = try ProposalRevisionStore.current(shown.proposal, in: db)
        return (shown, current.number, form(of: current, shown))
    }

    /// A revision's form, with authors and the day of the law as they are now.
    private static func form(of revision: ProposalRevision, _ shown: ProposalActions.Shown) -> ProposalForm {
        var form = revision.form
        if revision.id == shown.proposal.currentRevisionID {
            form[.authors] = ProposalAuthorFile.text(shown.authors)
            if let day = shown.proposal.lawAsOf { form[.lawAsOf] = ROCDate.plain(day) }
        }
        return form
    }

    /// Saves a proposal over the revision that it changes.
    /// - Throws: `ProposalRefusal`: `changedMeanwhile` when there is a later revision.
    static func save(
        _ written: Written, of id: ID<Proposal>, by acting: ActionContext, in db: Database
    ) throws -> Saved {
        let visitor = try acting.visitor
        let shown = try editable(id, by: visitor, now: acting.now, in: db)
        let current = try ProposalRevisionStore.current(shown.proposal, in: db)
        guard current.number == written.base else { throw ProposalRefusal.changedMeanwhile }
        if written.isSubmitted {
            try ProposalRules.requireSubmittable(shown.proposal.state, to: shown.call, at: acting.now)
        }
        let former = form(of: current, shown)
        let isChanged = ProposalField.kept.contains { !$0.isSame(written.form[$0], former[$0]) }
        guard isChanged else {
            try DraftActions.end(ProposalField.self, of: written.key, seen: written.seen, by: acting, in: db)
            return try submit(written, id, by: acting, in: db) ?? .unchanged
        }
        guard shown.proposal.state != .returned || !written.reason.isEmpty else { throw ProposalRefusal.noReason }
        try requireAttachments(
            written.content.attachments, known: Set(former.attachmentNames), by: visitor, in: db)
        var authors = shown.authors.map { (employee: $0.employee, share: $0.share) }
        if !ProposalField.authors.isSame(written.form[.authors], former[.authors]) {
            guard shown.isCreator else {
                throw ProposalRefusal.invalid([ProposalFormProblem(.authors, .notYours)])
            }
            authors = try ProposalPeopleActions.authors(
                written.content.authors, of: shown.call, creator: visitor.employee, in: db)
        }
        try put(written, authors, of: id, number: current.number + 1, reason: written.reason, by: acting, in: db)
        try DraftActions.end(ProposalField.self, of: written.key, seen: written.seen, by: acting, in: db)
        return try submit(written, id, by: acting, in: db) ?? .saved
    }

    /// What a co-author saved over the revision `base` while `mine` was written, and both put together.
    /// - Throws: `ProposalRefusal.changedMeanwhile` when nobody did after all.
    static func conflict(
        _ id: ID<Proposal>, base: Int, mine: ProposalForm, by visitor: Visitor, now: Moment, in db: Database
    ) throws -> WritingConflict<ProposalField> {
        let shown = try editable(id, by: visitor, now: now, in: db)
        let revisions = try ProposalRevisionStore.revisions(of: id, in: db)
        guard let current = revisions.first, current.number != base,
            let old = revisions.first(where: { $0.number == base })
        else { throw ProposalRefusal.changedMeanwhile }
        return WritingConflict(
            base: form(of: old, shown), mine: mine, theirs: form(of: current, shown), number: current.number,
            author: current.saverName, reason: current.reason)
    }

    // MARK: Parts

    private static func editable(
        _ id: ID<Proposal>, by visitor: Visitor, now: Moment, in db: Database
    ) throws -> ProposalActions.Shown {
        let shown = try ProposalActions.own(id, by: visitor, in: db)
        try ProposalRules.requireEditable(shown.proposal.state, in: shown.call.state(at: now))
        return shown
    }

    private static func put(
        _ written: Written, _ authors: [(employee: ID<Employee>, share: Int)], of id: ID<Proposal>, number: Int,
        reason: String, by acting: ActionContext, in db: Database
    ) throws {
        guard let proposal = try ProposalStore.proposal(id, in: db) else { throw ProposalRefusal.missing }
        try ProposalAuthorStore.put(authors, of: id, creator: proposal.creator, now: acting.now, in: db)
        // Written in one way, so that revisions can be compared and merged.
        var form = written.form
        form[.authors] = ProposalAuthorFile.text(try ProposalAuthorStore.authors(of: id, in: db))
        try ProposalRevisionStore.insert(
            form, written.content, number: number, of: id, reason: reason, by: acting.visitor.employee,
            now: acting.now, in: db)
        try AmendmentActions.recheck(ProposalCitationStore(only: id), by: acting, in: db)
        try AuditStore.append(.proposalRevision, on: "proposal/\(id)", by: acting, in: db)
    }

    /// Nil when it was not to be submitted.
    private static func submit(
        _ written: Written, _ id: ID<Proposal>, by acting: ActionContext, in db: Database
    ) throws -> Saved? {
        guard written.isSubmitted else { return nil }
        guard try ProposalRules.unconfirmed(ProposalAuthorStore.authors(of: id, in: db)).isEmpty else {
            return .savedUnconfirmed
        }
        try ProposalStateActions.submit(id, by: acting, in: db)
        return .submitted
    }

    /// Whoever writes the name of an attachment must be able to open it, so that nobody opens it by writing its name.
    private static func requireAttachments(
        _ names: [String], known: Set<String>, by visitor: Visitor, in db: Database
    ) throws {
        let closed = try names.filter { name in
            try !known.contains(name)
                && !AttachmentActions.isOpen(name, owners: ProposalAttachmentOwner.all, to: visitor.actor, in: db)
        }
        guard closed.isEmpty else {
            throw ProposalRefusal.invalid(closed.map { ProposalFormProblem(.attachments, .closedAttachment($0)) })
        }
    }
}
