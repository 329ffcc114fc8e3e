import GRDB

/// What is wrong with a text, or should be looked at.
enum PageCheckActions {
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
    ///
    /// Those on fields beside the text come first, on line 0.
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
        let fields = PageRules.fieldDoubts(of: content).map { (line: 0, kind: $0.kind) }
        return fields
            + (problems + PageRules.doubts(of: content, reading, in: surroundings)).sorted { $0.line < $1.line }
    }

    /// Everything that keeps a page from being saved and that only its text and the office can tell.
    static func wrong(
        _ content: PageContent, _ reading: PageReading, isNew: Bool, for actor: Actor, now: Moment, in db: Database
    ) throws -> [PageFormProblem] {
        let surroundings = try PageSurroundingsActions.names(in: [content], now: now, in: db)
        var problems = PageRules.fatalProblems(of: content, reading).map { PageFormProblem($0.kind, line: $0.line) }
        problems += PageRules.unknownNames(in: content, surroundings).map { PageFormProblem($0) }
        if isNew, try PageStore.page(code: content.code, in: db) != nil {
            problems.append(.init(.code, .usedCode(content.code)))
        }
        // Who may not hand the page on learns nothing of other people.
        let mayGive = Policy.permitsSomewhere(.editPages, for: actor)
        return problems.filter { mayGive || $0.field != .owner }
    }
}
