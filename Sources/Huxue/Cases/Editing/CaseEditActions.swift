import GRDB

/// Writing a case study: new ones, and revisions by its authors.
enum CaseEditActions {
    /// What was written, read before the transaction.
    struct Written: Sendable {
        let form: CaseForm
        fileprivate let content: CaseContent
        /// The revision that it changes; 0 for a new case study.
        fileprivate let base: Int
        fileprivate let reason: String
        /// Of the draft that this ends.
        fileprivate let key: String
        fileprivate let seen: String?
        /// Whether it is submitted at once.
        fileprivate let isSubmitted: Bool

        /// `key`, `seen`: the draft that this ends, and the mark of it that the window knows.
        /// - Throws: `CaseRefusal.invalid`.
        init(
            _ form: CaseForm, over base: Int, key: String, seen: String? = nil, isSubmitted: Bool = false,
            names: StatuteNames
        ) throws {
            var (content, problems) = form.reading(names: names)
            if isSubmitted {
                let known = Set(problems.map(\.field))
                problems += form.missing.filter { !known.contains($0.field) }
            }
            guard problems.isEmpty else { throw CaseRefusal.invalid(problems) }
            content.authors = content.authors.filter { $0.share != nil }
            (self.form, self.content, self.base, self.key, self.seen) = (form, content, base, key, seen)
            (self.isSubmitted, reason) = (isSubmitted, String(form[.reason].prefix(200)))
        }
    }

    /// What a save did.
    enum Saved: Hashable, Sendable {
        case unchanged, saved, submitted
        /// It was to be submitted, but nobody has decided yet about what may point to a person.
        case savedUndecided
    }

    /// Begins a case study.
    /// - Throws: `CaseRefusal`.
    static func add(
        _ written: Written, by acting: ActionContext, in db: Database
    ) throws -> (id: ID<CaseStudy>, saved: Saved) {
        let visitor = try acting.visitor
        try Policy.requireSomewhere(.writeCases, for: visitor.actor)
        try requireAttachments(written.content.attachments, known: [], by: visitor, in: db)
        let authors = try CasePeopleActions.authors(written.content.authors, creator: visitor.employee, in: db)
        let id = try CaseStore.insert(unit: visitor.unitID, creator: visitor.employee, now: acting.now, in: db)
        try put(written, authors, of: id, number: 1, reason: CaseFieldTerms.firstRevision, by: acting, in: db)
        try DraftActions.end(CaseField.self, of: written.key, seen: written.seen, by: acting, in: db)
        return (id, try submit(written, id, by: acting, in: db) ?? .saved)
    }

    /// What the editor begins with.
    /// - Throws: `CaseRefusal`, among them `notEditable`.
    static func form(
        _ id: ID<CaseStudy>, by visitor: Visitor, in db: Database
    ) throws -> (shown: CaseActions.Shown, number: Int, form: CaseForm) {
        let shown = try editable(id, by: visitor, in: db)
        let current = try CaseRevisionStore.current(shown.study, in: db)
        return (shown, current.number, form(of: current, shown))
    }

    /// A revision's form, with authors and the day of the law as they are now.
    private static func form(of revision: CaseRevision, _ shown: CaseActions.Shown) -> CaseForm {
        var form = revision.form
        if revision.id == shown.study.currentRevisionID {
            form[.authors] = CaseAuthor.text(shown.authors)
            if let day = shown.study.lawAsOf { form[.lawAsOf] = ROCDate.plain(day) }
        }
        return form
    }

    /// Saves a case study over the revision that it changes.
    /// - Throws: `CaseRefusal`: `changedMeanwhile` when there is a later revision.
    static func save(
        _ written: Written, of id: ID<CaseStudy>, by acting: ActionContext, in db: Database
    ) throws -> Saved {
        let visitor = try acting.visitor
        let shown = try editable(id, by: visitor, in: db)
        let current = try CaseRevisionStore.current(shown.study, in: db)
        guard current.number == written.base else { throw CaseRefusal.changedMeanwhile }
        let former = form(of: current, shown)
        guard CaseField.kept.contains(where: { !$0.isSame(written.form[$0], former[$0]) }) else {
            try DraftActions.end(CaseField.self, of: written.key, seen: written.seen, by: acting, in: db)
            return try submit(written, id, by: acting, in: db) ?? .unchanged
        }
        guard shown.study.state != .returned || !written.reason.isEmpty else { throw CaseRefusal.noReason }
        try requireAttachments(written.content.attachments, known: Set(former.attachmentNames), by: visitor, in: db)
        var authors = shown.authors.map { (employee: $0.employee, share: $0.share) }
        if !CaseField.authors.isSame(written.form[.authors], former[.authors]) {
            guard shown.isCreator else { throw CaseRefusal.invalid([CaseFormProblem(.authors, .notYours)]) }
            authors = try CasePeopleActions.authors(written.content.authors, creator: visitor.employee, in: db)
        }
        try put(written, authors, of: id, number: current.number + 1, reason: written.reason, by: acting, in: db)
        try DraftActions.end(CaseField.self, of: written.key, seen: written.seen, by: acting, in: db)
        return try submit(written, id, by: acting, in: db) ?? .saved
    }

    /// What a co-author saved over the revision `base` while `mine` was written, and both put together.
    /// - Throws: `CaseRefusal.changedMeanwhile` when nobody did after all.
    static func conflict(
        _ id: ID<CaseStudy>, base: Int, mine: CaseForm, by visitor: Visitor, in db: Database
    ) throws -> WritingConflict<CaseField> {
        let shown = try editable(id, by: visitor, in: db)
        let revisions = try CaseRevisionStore.revisions(of: id, in: db)
        guard let current = revisions.first, current.number != base,
            let old = revisions.first(where: { $0.number == base })
        else { throw CaseRefusal.changedMeanwhile }
        return WritingConflict(
            base: form(of: old, shown), mine: mine, theirs: form(of: current, shown), number: current.number,
            author: current.saverName, reason: current.reason)
    }

    // MARK: Parts

    private static func editable(
        _ id: ID<CaseStudy>, by visitor: Visitor, in db: Database
    ) throws -> CaseActions.Shown {
        let shown = try CaseActions.own(id, by: visitor, in: db)
        try CaseRules.requireEditable(shown.study.state)
        return shown
    }

    private static func put(
        _ written: Written, _ authors: [(employee: ID<Employee>, share: Int)], of id: ID<CaseStudy>, number: Int,
        reason: String, by acting: ActionContext, in db: Database
    ) throws {
        try CaseAuthorStore.put(authors, of: id, in: db)
        // Written in one way, so that revisions can be compared and merged.
        var form = written.form
        form[.authors] = CaseAuthor.text(try CaseAuthorStore.authors(of: id, in: db))
        try CaseRevisionStore.insert(
            form, written.content, number: number, of: id, reason: reason, by: acting.visitor.employee,
            now: acting.now, in: db)
        try AmendmentActions.recheck(CaseCitationStore(only: id), by: acting, in: db)
        try AuditStore.append(.caseRevision, on: "case/\(id)", by: acting, in: db)
    }

    /// Nil when it was not to be submitted.
    private static func submit(
        _ written: Written, _ id: ID<CaseStudy>, by acting: ActionContext, in db: Database
    ) throws -> Saved? {
        guard written.isSubmitted else { return nil }
        do {
            try CaseStateActions.submit(id, by: acting, in: db)
            return .submitted
        } catch CaseRefusal.undecidedFinds {
            return .savedUndecided
        }
    }

    /// Whoever writes the name of an attachment must be able to open it, so that nobody opens it by writing its name.
    private static func requireAttachments(
        _ names: [String], known: Set<String>, by visitor: Visitor, in db: Database
    ) throws {
        let closed = try names.filter { name in
            try !known.contains(name)
                && !AttachmentActions.isOpen(name, owners: CaseAttachmentOwner.all, to: visitor.actor, in: db)
        }
        guard closed.isEmpty else {
            throw CaseRefusal.invalid(closed.map { CaseFormProblem(.attachments, .closedAttachment($0)) })
        }
    }
}
