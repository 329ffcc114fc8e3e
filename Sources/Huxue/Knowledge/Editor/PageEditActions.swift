import GRDB

/// Writing pages: what the editor shows, and saving what it sends.
enum PageEditActions {
    /// What the editor shows beside what is written.
    struct Facts: Sendable {
        /// Nil for a new page.
        let page: Page?
        /// The revision that stands now; nil for a new page.
        let current: PageRevision?
        /// Nil when there are more than a page should list: then a name is typed.
        let units: [Unit]?
        /// People who may answer for a page; nil when there are more than a page should list: then a login is typed.
        ///
        /// Who does not manage pages is told of its owner alone.
        let people: [Person]?
        /// Whether a role may be chosen instead.
        let givesToRole: Bool
        /// Values in use, the commonest first.
        let suggestions: [PageField: [String]]
        let attachments: [String]
        /// The day of the newest amendment that the office has; today when it has no law.
        let lawAsOf: Day
        let proposedCode: String
        /// Amendments in force that nobody has decided on.
        let flags: [AmendmentFlag]
    }

    /// Somebody who may answer for a page.
    struct Person: Sendable {
        let login: String
        let name: String
        /// The unit's name below the office; nil where the name alone says who is meant.
        let unit: String?
    }

    /// The page that `actor` may change; nil for a new one.
    /// - Throws: `CommonRefusal.forbidden`, `PageRefusal.missing`.
    static func page(_ code: String?, by actor: Actor, in db: Database) throws -> Page? {
        guard let code else {
            try Policy.requireSomewhere(.editPages, for: actor)
            return nil
        }
        let page = try PageActions.page(code: code, for: actor, in: db)
        try PageActions.requireEdit(page, by: actor, in: db)
        return page
    }

    /// The names under which what is written cites statutes.
    static func statutes(in db: Database) throws -> StatuteNames { try StatuteDirectoryStore.names(in: db) }

    /// A page that `actor` may change, with its latest revision.
    /// - Throws: as `page`.
    static func current(
        _ code: String, by actor: Actor, in db: Database
    ) throws -> (page: Page, revision: PageRevision) {
        guard let page = try page(code, by: actor, in: db), let revision = try PageRevisionStore.current(page, in: db)
        else { throw PageRefusal.missing }
        return (page, revision)
    }

    /// Previews are for those who may write.
    /// - Throws: `CommonRefusal.forbidden` for somebody who neither edits pages anywhere nor answers for one.
    static func requireSomething(by actor: Actor, in db: Database) throws {
        try Policy.requireSomewhere(.readPages, for: actor)
        if case .visitor(let visitor) = actor,
            try PageStore.hasOwned(by: visitor.grants.map(\.role.rawValue) + [visitor.login], in: db)
        {
            return
        }
        try Policy.requireSomewhere(.editPages, for: actor)
    }

    /// How many people the form lists at most.
    private static let choiceLimit = 300

    static func facts(_ page: Page?, by actor: Actor, today: Day, in db: Database) throws -> Facts {
        let isEditor = Policy.permitsSomewhere(.editPages, for: actor)
        let scope = Policy.scope(of: isEditor ? .editPages : .readPages, for: actor)
        let staff =
            try isEditor
            ? EmployeeStore.members(
                StaffFilter(presence: .inService, order: .name), scope: scope, today: today, limit: choiceLimit + 1,
                in: db)
            : owner(of: page, in: db)
        let units = try UnitStore.uppermost(scope: scope, limit: UnitChoice.limit + 1, in: db)
        var suggestions: [PageField: [String]] = [.unit: units.prefix(UnitChoice.limit).map(name(of:))]
        let filter = PageFilter(reach: PageActions.reach(of: actor))
        for facet in PageFacet.allCases {
            suggestions[PageField(facet)] = try PageStore.values(of: facet, filter, today: today, in: db).map(\.value)
        }
        return Facts(
            page: page, current: try page.flatMap { try PageRevisionStore.current($0, in: db) },
            units: units.count > UnitChoice.limit ? nil : units,
            people: staff.count > choiceLimit ? nil : people(staff),
            givesToRole: isEditor, suggestions: suggestions,
            attachments: isEditor ? try AttachmentStore.names(in: db) : [],
            lawAsOf: try StatuteStore.dataVersion(in: db)?.published ?? today,
            proposedCode: try PageStore.freeCode(in: db),
            flags: try page.map { try waiting(on: $0, today: today, in: db) } ?? [])
    }

    private static func waiting(on page: Page, today: Day, in db: Database) throws -> [AmendmentFlag] {
        guard page.state == .current else { return [] }
        return try AmendmentStore.open(.page, id: page.id.rawValue, in: db).filter { $0.phase(on: today) == .opened }
    }

    /// The person who answers for a page; nobody where a role does.
    private static func owner(of page: Page?, in db: Database) throws -> [StaffMember] {
        guard case .login(let login)? = page?.owner else { return [] }
        return try EmployeeStore.member(login: login, in: db).map { [$0] } ?? []
    }

    /// Those of them who have an account, each with the unit where another has the same name.
    private static func people(_ staff: [StaffMember]) -> [Person] {
        let namesakes = Dictionary(grouping: staff, by: \.employee.name).filter { $0.value.count > 1 }
        return staff.compactMap { member in
            let unit = name(of: member.unitName)
            let words = unit.isEmpty ? member.unitName : unit
            return member.login.map {
                Person(
                    login: $0, name: member.employee.name,
                    unit: namesakes[member.employee.name] == nil ? nil : words)
            }
        }
    }

    /// As files name a unit: without the root, which is the empty text.
    static func name(of unit: Unit) -> String { name(of: unit.fullName) }

    static func name(of fullName: String) -> String {
        fullName.split(separator: "/", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
    }

    /// The form with the fields reset that it may not change: code, kind, and the state, which has its own page.
    ///
    /// Of an interpretation alone the state is part of the form: whether it still applies.
    static func fitted(_ form: PageForm, to page: Page?) -> PageForm {
        var form = form
        if let page {
            (form[.code], form[.kind]) = (page.code, page.kind.rawValue)
            if page.kind != .interpretation || page.state == .retired { form[.state] = page.state.rawValue }
        }
        if form[.state] == PageState.retired.rawValue, page?.state != .retired {
            form[.state] = PageState.current.rawValue
        }
        return form
    }

    /// Two revisions of a page: the one that somebody wrote over, and the one that was saved meanwhile.
    struct Between: Sendable {
        fileprivate let page: Page
        fileprivate let base: PageRevision
        fileprivate let current: PageRevision
        fileprivate let author: String

        /// Takes time; needs no database.
        func conflict(with mine: PageForm) throws -> WritingConflict<PageField> {
            WritingConflict(
                base: PageForm(try PageRevisionActions.content(of: base, page)), mine: mine,
                theirs: PageForm(try PageRevisionActions.content(of: current, page)), number: current.number,
                author: author, reason: current.reason)
        }
    }

    /// - Throws: `PageRefusal.changedMeanwhile` when nothing was saved over the revision `base` after all.
    static func between(_ id: ID<Page>, base: Int, in db: Database) throws -> Between {
        guard let page = try PageStore.page(id, in: db), let current = try PageRevisionStore.current(page, in: db),
            current.number != base, let old = try PageRevisionStore.revision(of: id, number: base, in: db)
        else { throw PageRefusal.changedMeanwhile }
        let names = try PageViewActions.names(of: [current.author], in: db)
        return Between(
            page: page, base: old, current: current,
            author: names[current.author] ?? AuditTerms.author(current.author))
    }

    /// What was written, ready to be saved.
    struct Written: Sendable {
        let page: PreparedPage
        /// The revision that it changes; 0 for a new page.
        let base: Int
        let reason: String
        /// Key of the draft that this ends.
        let draft: String
        /// The mark of the draft that the form had seen; nil when the form did not say.
        let seen: String?
        /// The latest amendment that the writer has taken into account; nil for none.
        let shown: Int64?

        /// - Throws: `PageRefusal.invalid`.
        init(
            _ page: PreparedPage, over base: Int, reason: String, draft: String, seen: String? = nil,
            shown: Int64? = nil
        ) throws {
            let wrong = PageRules.fatalProblems(of: page.content, page.reading).map(\.kind)
            guard wrong.isEmpty else { throw PageRefusal.invalid(wrong) }
            (self.page, self.base) = (page, base)
            (self.reason, self.draft, self.seen, self.shown) = (reason, draft, seen, shown)
        }
    }

    /// Saves the page and removes its draft; false when nothing changed.
    ///
    /// - Throws: as `PageActions.save`.
    static func save(_ written: Written, by acting: ActionContext, in db: Database) throws -> Bool {
        let content = written.page.content
        let page = try PageStore.page(code: content.code, in: db)
        if page == nil { try Policy.requireSomewhere(.editPages, for: acting.actor) }
        let isChanged = try PageActions.save(
            written.page, over: written.base, reason: written.reason, by: acting, in: db)
        // The form said so of the same revision: withdrawing and bringing back have a page of their own.
        guard fitted(PageForm(content), to: page)[.state] == content.state.rawValue else {
            throw PageRefusal.changedMeanwhile
        }
        if let page, page.state == .current, let shown = written.shown {
            try PageActions.confirmAmendments(of: page, shown: shown, by: acting, in: db)
        }
        if let page, page.state != content.state {
            try AuditStore.append(
                .pageState, on: "page/\(page.id)", PageAuditTerms.detail(of: content.state, reason: written.reason),
                by: acting, in: db)
        }
        try DraftActions.end(PageField.self, of: written.draft, seen: written.seen, by: acting, in: db)
        return isChanged
    }
}
