import GRDB

/// What the pages of the knowledge base show.
enum PageViewActions {
    /// `notice`: nil for the page itself; for the sheet that is handed out, whether it shows the articles behind each
    /// sentence.
    /// - Throws: `CommonRefusal.forbidden`, `PageRefusal.missing`.
    static func contents(
        code: String, marks: PaperMarks = PaperMarks(), notice: PageNotice? = nil, for visitor: Visitor, now: Moment,
        in db: Database
    ) throws -> PageViews.Contents {
        try Policy.require(.readPages, for: visitor.actor, at: visitor.unit)
        let page = try PageActions.page(code: code, for: visitor.actor, in: db)
        let revisions = try PageRevisionStore.revisions(of: page.id, limit: PageViews.revisionsShown, in: db)
        let statutes = try StatuteDirectoryStore.names(in: db)
        guard let revision = revisions.first,
            let text = PageReadingCache.shared.text(of: revision, page, names: statutes)
        else { throw PageRefusal.missing }
        let mayEdit = try PageActions.mayEdit(page, by: visitor.actor, in: db)
        let reach = PageActions.reach(of: visitor.actor)
        let flags = page.state == .current ? try AmendmentStore.open(.page, id: page.id.rawValue, in: db) : []
        let names = try names(
            of: Set(revisions.map(\.author)).union([page.reviewedBy, page.owner.text]), in: db)
        var surroundings = try surroundings(text.reading, reach: reach, in: db)
        (surroundings.ticked, surroundings.waived) = (marks.present, marks.waived)
        // Papers are waived where a sheet of the others can be printed.
        if page.kind == .procedure, page.state == .current { surroundings.tasks = .paper }
        if let notice {
            (surroundings.isHandedOut, surroundings.showsCitations) = (true, notice.showsCitations)
            surroundings.parts = Set(PageNotice.parts)
        }
        return PageViews.Contents(
            page: page, content: text.content, revisions: revisions,
            rendering: PageReadingCache.shared.rendering(of: text, in: surroundings),
            marks: marks, flags: flags,
            comparisons: try comparisons(of: flags, in: db),
            related: try PageStore.related(to: page, reach: reach, in: db),
            ownerName: name(of: page.owner, names), authorNames: names,
            reviewerName: names[page.reviewedBy] ?? AuditTerms.author(page.reviewedBy),
            today: ROCDate.day(of: now), mayEdit: mayEdit,
            isOwner: try PageOwnerActions.answers(forUnit: page.unit, owner: page.owner, visitor.actor, in: db),
            call: try AnnouncementCallActions.call(page, to: visitor, now: now, in: db),
            isUnsent: try page.kind == .announcement && page.state == .current
                && !AnnouncementStore.wasSent(page.id, in: db),
            maySend: Policy.permitsSomewhere(.editPages, for: visitor.actor))
    }

    private static func comparisons(
        of flags: [AmendmentFlag], in db: Database
    ) throws -> [ID<StatuteVersion>: Address] {
        guard !flags.isEmpty else { return [:] }
        return try AmendmentVersionStore.comparisons(of: Set(flags.map(\.version)), in: db)
            .filter(\.value.isComparison).mapValues(\.address)
    }

    /// What a reader who may look so far finds around a text.
    static func surroundings(
        _ reading: PageReading, reach: PageFilter.Reach, in db: Database
    ) throws -> PageRendering.Surroundings {
        var surroundings = PageRendering.Surroundings()
        surroundings.citations = try CitationLinkStore.links(reading.citations, in: db)
        if !reading.placeholders.isEmpty { surroundings.facts = try LocalFactStore.facts(in: db) }
        let filter = PageFilter(reach: reach == .editors ? .all : reach)
        for page in try PageStore.pages(at: reading.pages, filter, in: db) {
            surroundings.pages[PageContent.path(page.kind, page.code)] = PageAddress.page(page.code)
        }
        for name in try AttachmentStore.known(reading.attachments, in: db) {
            surroundings.attachments[name] = Attachment.address(of: name)
        }
        return surroundings
    }

    /// Who answers for a page, by name; `names`: by login.
    private static func name(of owner: PageOwner, _ names: [String: String]) -> String {
        switch owner {
        case .role(let role): RoleTerms.name(of: role)
        case .login(let login): names[login] ?? login
        }
    }

    /// The names of those who have these logins; others are missing.
    static func names(of logins: Set<String>, in db: Database) throws -> [String: String] {
        var names: [String: String] = [:]
        for login in logins {
            names[login] = try EmployeeStore.member(login: login, in: db)?.employee.name
        }
        return names
    }

    /// Pages in a list, with how many there are by facet.
    static func listing(
        _ filter: PageFilter, page asked: Int, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> PageListViews.Contents {
        try Policy.require(.readPages, for: visitor.actor, at: visitor.unit)
        let today = ROCDate.day(of: now)
        var filter = filter
        if filter.state == .retired {
            filter.reach = .all
            filter.codes = try PageActions.retired(for: visitor.actor, in: db)
        }
        if filter.isMine {
            filter.codes = Set(try PageOwnerActions.pages(of: visitor, today: today, in: db).map(\.code))
        }
        let paging = Paging(
            asked, size: PageListViews.pageSize, total: try PageStore.count(filter, today: today, in: db))
        var facets: [PageFacet: [(value: String, count: Int)]] = [:]
        for facet in PageFacet.allCases {
            facets[facet] = try PageStore.values(of: facet, filter, today: today, in: db)
        }
        let isEditor = Policy.permitsSomewhere(.editPages, for: visitor.actor)
        let pages = try PageStore.lines(filter, today: today, limit: paging.size, offset: paging.offset, in: db)
        return PageListViews.Contents(
            filter: filter, pages: pages,
            paging: paging, kinds: try PageStore.kinds(filter, today: today, in: db), facets: facets,
            units: try PageStore.units(in: db),
            flagged: Set(
                try AmendmentStore.open(.page, in: db)
                    .filter { $0.phase(on: today) == .opened && $0.isCitedPartTouched }.map(\.subjectID)),
            unsent: isEditor ? try AnnouncementStore.unsent(in: db) : [],
            subjects: try PageStore.values(of: .subject, in: pages, in: db), today: today, isEditor: isEditor)
    }
}
