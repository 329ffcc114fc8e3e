import GRDB

/// Writing pages: what the editor shows, and saving what it sends.
enum PageEditActions {
    /// What the editor shows beside what is written.
    struct Facts: Sendable {
        /// Nil for a new page.
        let page: Page?
        /// The revision that stands now; nil for a new page.
        let current: PageRevision?
        let units: [UnitTree.Branch]
        /// People who may answer for a page; who does not manage pages is told of its owner alone.
        let people: [(login: String, name: String)]
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

    /// Who writes nothing here has nothing to look at beforehand.
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

    static func facts(_ page: Page?, by actor: Actor, today: Day, in db: Database) throws -> Facts {
        let isEditor = Policy.permitsSomewhere(.editPages, for: actor)
        let scope = Policy.scope(of: isEditor ? .editPages : .readPages, for: actor)
        let staff =
            try isEditor
            ? EmployeeStore.members(
                StaffFilter(presence: .inService, order: .name), scope: scope, today: today, in: db)
            : owner(of: page, in: db)
        var suggestions: [PageField: [String]] = [:]
        let filter = PageFilter(reach: PageActions.reach(of: actor))
        for facet in PageFacet.allCases {
            suggestions[PageField(facet)] = try PageStore.values(of: facet, filter, today: today, in: db).map(\.value)
        }
        return Facts(
            page: page, current: try page.flatMap { try PageRevisionStore.current($0, in: db) },
            units: UnitTree.ordered(try UnitStore.all(scope: scope, in: db)),
            people: staff.compactMap { member in member.login.map { ($0, member.employee.name) } },
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

    /// As files name a unit: without the root, which is the empty text.
    static func name(of unit: Unit) -> String { name(of: unit.fullName) }

    static func name(of fullName: String) -> String {
        fullName.split(separator: "/", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
    }

    /// What stands around a text, as `actor` may know of it: the rest is computed without the database.
    struct Around: Sendable {
        var seen = PageRendering.Surroundings()
        /// Files of the pages among them that are in use.
        var paths: Set<String> = []
        /// The anchors of those of them to whose headings it links.
        var headings: [String: Set<String>] = [:]
        /// Articles that a statute which the office has loaded never had.
        var missing: Set<Citation> = []
        /// Statutes that it cites and the office has not loaded.
        var unloaded: [Statute] = []
    }

    /// The names under which what is written cites statutes.
    static func statutes(in db: Database) throws -> StatuteNames { try StatuteDirectoryStore.names(in: db) }

    static func around(_ reading: PageReading, for actor: Actor, in db: Database) throws -> Around {
        var around = Around()
        around.seen = try PageViewActions.surroundings(reading, reach: PageActions.reach(of: actor), in: db)
        for name in around.seen.attachments.keys
        where try !AttachmentActions.isOpen(name, owners: PageAttachmentOwner.all, to: actor, in: db) {
            around.seen.attachments[name] = nil
        }
        for (path, place) in around.seen.pages {
            let code = path.split(separator: "/").last?.dropLast(3) ?? ""
            guard let page = try PageStore.page(code: String(code), in: db),
                try PageActions.isSeen(page, by: actor, in: db)
            else {
                around.seen.pages[path] = nil
                continue
            }
            if page.state != .retired, place == PageAddress.page(page.code) { around.paths.insert(path) }
        }
        for path in reading.anchoredPages where around.paths.contains(path) {
            around.headings[path] = try PageSurroundingsActions.headings(of: path, in: db)
        }
        around.missing = try CitationLinkStore.missing(reading.references.flatMap(\.citations), in: db)
        around.unloaded = try CitationLinkStore.unloaded(reading.citations, in: db)
        return around
    }

    /// What does not keep a page from being saved, but should be looked at: dead links, citations that lead nowhere.
    static func warnings(
        _ content: PageContent, _ reading: PageReading, in around: Around
    ) -> [(line: Int, kind: PageProblem.Kind)] {
        var surroundings = PageRules.Surroundings()
        surroundings.paths = around.paths.union([content.path])
        surroundings.attachments = Set(around.seen.attachments.keys)
        surroundings.missing = around.missing
        surroundings.headings = around.headings
        surroundings.headings[content.path] = reading.anchors
        let problems = PageRules.problems(of: content, reading, in: surroundings)
        return (problems + PageRules.doubts(of: content, reading, in: surroundings)).sorted { $0.line < $1.line }
    }

    /// Everything that keeps a page from being saved and that only its text and the office can tell.
    static func wrong(
        _ content: PageContent, _ reading: PageReading, isNew: Bool, now: Moment, in db: Database
    ) throws -> [PageFormProblem] {
        let surroundings = try PageSurroundingsActions.names(in: [content], now: now, in: db)
        var problems = PageRules.fatalProblems(of: content, reading).map { PageFormProblem($0.kind) }
        problems += PageRules.unknownNames(in: content, surroundings).map { PageFormProblem($0) }
        if isNew, try PageStore.page(code: content.code, in: db) != nil {
            problems.append(.init(.code, .usedCode(content.code)))
        }
        return problems
    }

    /// What somebody else saved while `mine` was written over the revision `base`; nil when nobody did.
    static func conflict(
        _ page: Page, base: Int, mine: PageForm, in db: Database
    ) throws -> PageFormViews.Conflict? {
        guard let current = try PageRevisionStore.current(page, in: db), current.number != base,
            let old = try PageRevisionStore.revision(of: page.id, number: base, in: db)
        else { return nil }
        let (before, after) = (
            try PageRevisionActions.content(of: old, page), try PageRevisionActions.content(of: current, page)
        )
        let names = try PageViewActions.names(of: [current.author], in: db)
        return PageFormViews.Conflict(
            revision: current, author: names[current.author] ?? AuditTerms.actor(current.author),
            comparison: PageComparison(from: before, to: after),
            merge: PageMerge(base: PageForm(before), mine: mine, theirs: PageForm(after)))
    }

    /// What was written and read, ready to be saved.
    struct Written: Sendable {
        let content: PageContent
        let reading: PageReading
        /// The revision that it changes; 0 for a new page.
        let base: Int
        let reason: String
        /// The draft that it was.
        let draft: String
        /// What of the draft was known when this was sent; nil when that was not said.
        let seen: String?
        /// The latest amendment that this takes account of; nil when nobody said so.
        let shown: Int64?

        /// - Throws: `PageRefusal.invalid`.
        init(
            _ content: PageContent, _ reading: PageReading, over base: Int, reason: String, draft: String,
            seen: String? = nil, shown: Int64? = nil
        ) throws {
            let wrong = PageRules.fatalProblems(of: content, reading).map(\.kind)
            guard wrong.isEmpty else { throw PageRefusal.invalid(wrong) }
            (self.content, self.reading, self.base) = (content, reading, base)
            (self.reason, self.draft, self.seen, self.shown) = (reason, draft, seen, shown)
        }
    }

    /// Saves, and removes the draft that this was; false when nothing differs from what is there.
    ///
    /// - Throws: as `PageActions.save`.
    static func save(_ written: Written, by acting: ActionContext, in db: Database) throws -> Bool {
        var content = written.content
        let page = try PageStore.page(code: content.code, in: db)
        if let page {
            // Withdrawing and bringing back have their own page; an interpretation's state is part of the form.
            if content.kind != .interpretation || page.state == .retired { content.state = page.state }
        } else {
            try Policy.requireSomewhere(.editPages, for: acting.actor)
        }
        if content.state == .retired, page?.state != .retired { content.state = .current }
        let isChanged = try PageActions.save(
            content, written.reading, over: written.base, reason: written.reason, by: acting, in: db)
        if let page, page.state == .current, let shown = written.shown {
            try PageActions.confirmAmendments(of: page, shown: shown, by: acting, in: db)
        }
        if let page, page.state != content.state {
            try AuditStore.append(
                .pageState, on: "page/\(page.id)", PageAuditTerms.detail(of: content.state, reason: written.reason),
                by: acting, in: db)
        }
        if case .visitor(let visitor) = acting.actor {
            // What another window has kept since is not what was saved.
            try PageDraftStore.remove(written.draft, of: visitor.employee, seen: written.seen, in: db)
        }
        return isChanged
    }
}
