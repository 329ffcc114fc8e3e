import GRDB

/// Case studies as people get to see them, each as what they are to it.
enum CaseActions {
    /// A case study, and what the visitor is to it.
    struct Shown: Sendable {
        let study: CaseStudy
        let authors: [CaseAuthor]
        let role: CaseRole
        let visitor: ID<Employee>

        /// Whether the visitor began it.
        var isCreator: Bool { study.creator == visitor }
    }

    /// How the visitor narrows lists; see `CaseStore.visible`.
    static func reader(_ visitor: Visitor) -> CaseStore.Reader {
        CaseStore.Reader(
            employee: visitor.employee, unit: visitor.unit, checked: Policy.scope(of: .checkCases, for: visitor.actor))
    }

    /// - Throws: `CaseRefusal.missing` for whatever the visitor may not see.
    static func shown(_ id: ID<CaseStudy>, to visitor: Visitor, in db: Database) throws -> Shown {
        try Policy.requireSomewhere(.writeCases, for: visitor.actor)
        guard let study = try CaseStore.study(id, in: db) else { throw CaseRefusal.missing }
        let authors = try CaseAuthorStore.authors(of: id, in: db)
        let access = CaseAccess(
            isAuthor: authors.contains { $0.employee == visitor.employee },
            isChecker: Policy.permits(.checkCases, for: visitor.actor, at: study.unit),
            isStaff: study.openUnit?.covers(visitor.unit) ?? false, state: study.state)
        guard let role = access.role else { throw CaseRefusal.missing }
        return Shown(study: study, authors: authors, role: role, visitor: visitor.employee)
    }

    /// The same for somebody who must be one of its authors.
    static func own(_ id: ID<CaseStudy>, by visitor: Visitor, in db: Database) throws -> Shown {
        let shown = try shown(id, to: visitor, in: db)
        guard shown.role == .author else { throw CaseRefusal.notAnAuthor }
        return shown
    }

    /// The same for somebody who checks it and has not written it.
    /// - Throws: `CaseRefusal.ownCase` for its authors, `CommonRefusal.forbidden` for those who only read it.
    static func checked(_ id: ID<CaseStudy>, by visitor: Visitor, in db: Database) throws -> Shown {
        let shown = try shown(id, to: visitor, in: db)
        // Nor for those who were authors once.
        guard shown.role != .author, try !CaseRevisionStore.wrote(visitor.employee, in: id, db) else {
            throw CaseRefusal.ownCase
        }
        try Policy.require(.checkCases, for: visitor.actor, at: shown.study.unit)
        return shown
    }

    static func shows(attachment name: String, to visitor: Visitor, in db: Database) throws -> Bool {
        if try AttachmentStore.attachment(name, in: db)?.uploadedBy == visitor.login { return true }
        let ids = try CaseRevisionStore.cases(showing: name, in: db).map(\.rawValue)
        return try !ids.isEmpty
            && !CaseStore.lines(Set(ids), where: CaseStore.visible(to: reader(visitor)), in: db).isEmpty
    }

    // MARK: Pages

    /// The case studies that the visitor may see, and what they were writing.
    static func listing(
        _ filter: CaseFilter, page asked: Int, for visitor: Visitor, in db: Database
    ) throws -> CaseListViews.Contents {
        try Policy.requireSomewhere(.writeCases, for: visitor.actor)
        let reader = reader(visitor)
        let condition = CaseStore.condition(filter, for: reader)
        let paging = Paging(asked, size: CaseListViews.pageSize, total: try CaseStore.count(where: condition, in: db))
        let all = CaseStore.visible(to: reader)
        return CaseListViews.Contents(
            filter: filter, paging: paging,
            lines: try CaseStore.lines(where: condition, limit: paging.size, offset: paging.offset, in: db),
            subjects: try CaseStore.values(of: "subject", where: all, in: db),
            services: try CaseStore.values(of: "service", where: all, in: db),
            drafts: try CaseDraftActions.drafts(of: visitor, in: db), isChecker: visitor.may(.checkCases))
    }

    /// A case study for its page.
    static func contents(_ id: ID<CaseStudy>, for visitor: Visitor, now: Moment, in db: Database) throws
        -> CaseViews.Contents
    {
        let shown = try shown(id, to: visitor, in: db)
        let revision = try CaseRevisionStore.current(shown.study, in: db)
        let citations = revision.form.citations(try StatuteDirectoryStore.names(in: db))
        let open = try AmendmentStore.open(.caseStudy, id: id.rawValue, in: db)
        return CaseViews.Contents(
            shown: shown, revision: revision, citations: citations,
            links: try CitationLinkStore.links(citations, in: db), flags: open,
            comparisons: try AmendmentVersionStore.comparisons(of: Set(open.map(\.version)), in: db),
            units: shown.role == .checker
                ? try UnitChoiceActions.choice(.checkCases, typed: "\(shown.study.unitID)", for: visitor.actor, in: db)
                : nil,
            now: now, discussion: try CaseDiscussionStore.discussion(of: id, in: db),
            followUps: followUps(of: shown.study, for: visitor),
            reading: try CaseReadingActions.reading(of: shown, by: visitor, in: db),
            isRequired: try CaseReadingStore.deadline(of: id, in: db) != nil,
            waivers: shown.role == .colleague ? [] : try CaseWaiverStore.waivers(of: id, in: db),
            own: try CasePrivacyActions.own(in: db))
    }

    private static func followUps(of study: CaseStudy, for visitor: Visitor) -> Set<CaseFollowUp.Kind> {
        guard study.state == .concluded || study.state == .published else { return [] }
        return Set(visitor.may(.editPages) ? [.faq, .interpretation] : [])
            .union(visitor.may(.editQuestions) ? [.question] : [])
    }

    /// Whether it is a look at what others have not made open, which is on record.
    static func isAudited(_ id: ID<CaseStudy>, for visitor: Visitor, in db: Database) throws -> Bool {
        let shown = try shown(id, to: visitor, in: db)
        return shown.role == .checker && !shown.study.state.isOpen
    }

    /// The page of such a case study.
    static func audited(_ id: ID<CaseStudy>, by acting: ActionContext, in db: Database) throws -> CaseViews.Contents {
        let contents = try contents(id, for: acting.visitor, now: acting.now, in: db)
        try AuditStore.append(.caseReading, on: "case/\(id)", by: acting, in: db)
        return contents
    }

    /// The versions of a case study, for its authors and for those who check it.
    static func revisions(
        of id: ID<CaseStudy>, by acting: ActionContext, in db: Database
    ) throws -> CaseRevisionViews.Contents {
        let shown = try shown(id, to: acting.visitor, in: db)
        guard shown.role != .colleague else { throw CaseRefusal.missing }
        if shown.role == .checker { try AuditStore.append(.caseReading, on: "case/\(id)", by: acting, in: db) }
        return CaseRevisionViews.Contents(
            study: shown.study, revisions: try CaseRevisionStore.revisions(of: id, in: db))
    }

    // MARK: Commands

    /// What a person may see, for a command in their name, which the log names.
    /// - Throws: `CaseRefusal.needsPerson` for a command in nobody's name.
    static func lines(by acting: ActionContext, in db: Database) throws -> [CaseLine] {
        let visitor = try person(acting)
        let lines = try CaseStore.lines(where: CaseStore.visible(to: reader(visitor)), in: db)
        try AuditStore.append(
            .caseListing, on: "employee/\(visitor.employee)", .count(lines.count), by: acting, in: db)
        return lines
    }

    /// - Throws: `CaseRefusal.needsPerson`, `.missing`.
    static func reading(
        _ id: ID<CaseStudy>, by acting: ActionContext, in db: Database
    ) throws -> (shown: Shown, form: CaseForm) {
        let shown = try shown(id, to: person(acting), in: db)
        let form = try CaseRevisionStore.current(shown.study, in: db).form
        try AuditStore.append(.caseReading, on: "case/\(id)", by: acting, in: db)
        return (shown, form)
    }

    private static func person(_ acting: ActionContext) throws -> Visitor {
        guard case .visitor(let visitor) = acting.actor else { throw CaseRefusal.needsPerson }
        return visitor
    }
}
