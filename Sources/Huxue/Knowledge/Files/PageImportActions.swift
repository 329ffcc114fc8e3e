import GRDB

/// One import of files from beginning to end.
///
/// Everything is read and judged first; pages are then saved a few at a time, so that nobody's answers wait. An import
/// that was interrupted goes on when it is run again.
struct PageImportActions {
    struct Summary: Codable, Sendable {
        var added = 0
        var revised = 0
        var unchanged = 0
        /// Codes of pages whose text in the files is older than what was written here since, and that stay as they are.
        var newer: [String] = []
        /// Files that were not there before.
        var attachments = 0
        /// What should be looked at, but may be right.
        var warnings: [PageProblemRecord] = []
    }

    private static let slice = 10

    let database: OfficeDatabase
    let clock: OfficeClock
    /// Whether pages that are newer here are set back to what the files say.
    var overwrites = false

    /// - Throws: `PageProblems`, or a refusal; then nothing has changed.
    func run(
        _ contents: PageFolder.Contents, source: String, by acting: ActionContext,
        progress: (Int) -> Void = { _ in }
    ) async throws -> Summary {
        try Policy.requireSomewhere(.editPages, for: acting.actor)
        let files = try await judged(contents)
        let problems = try contents.problems + PageFolder.attachmentProblems(contents) + files.problems
        guard problems.isEmpty else { throw PageProblems(problems: problems) }
        try await database.read { db in
            for entry in files.entries {
                try PageActions.requireSave(
                    entry.content, entry.reading, over: PageStore.page(code: entry.content.code, in: db),
                    by: acting.actor,
                    in: db)
            }
        }
        var summary = Summary()
        summary.warnings = files.warnings.map { PageProblemRecord($0, isWarning: true) }
        summary.attachments = try await addAttachments(contents, by: acting)
        for start in stride(from: 0, to: files.entries.count, by: Self.slice) {
            let slice = try files.entries[start..<min(start + Self.slice, files.entries.count)].map { entry in
                (entry: entry, page: try PreparedPage(entry.content, entry.reading))
            }
            let done = try await database.write(as: acting.at(clock.now())) { try save(slice, by: $0, in: $1) }
            summary.added += done.added
            summary.revised += done.revised
            summary.unchanged += done.unchanged
            summary.newer += done.newer
            progress(start + slice.count)
        }
        let (total, finished) = (summary, acting.at(clock.now()))
        try await database.write { db in
            try AuditStore.append(
                .pageImport, on: source,
                [
                    "added": .number(total.added), "revised": .number(total.revised),
                    "unchanged": .number(total.unchanged), "attachments": .number(total.attachments),
                    "newer": .number(total.newer.count),
                ], by: finished, in: db)
        }
        return summary
    }

    /// The files as they would stand in the office.
    func judged(_ contents: PageFolder.Contents) async throws -> PageFiles {
        let now = clock.now()
        let names = try await database.read { try StatuteDirectoryStore.names(in: $0) }
        let pages = PageFiles(contents.files, in: PageRules.Surroundings(statutes: names)).entries
            .map { ($0.content, $0.reading) }
        var known = try await database.read { try PageSurroundingsActions.all(around: pages, now: now, in: $0) }
        known.attachments.formUnion(contents.attachments.keys)
        return PageFiles(contents.files, in: known)
    }

    /// Before the pages that link to them; returns how many are new.
    ///
    /// Files go to the disk one by one, and only when all are there do their names become known.
    private func addAttachments(
        _ contents: PageFolder.Contents, by acting: ActionContext
    ) async throws -> Int {
        let folder = AttachmentFolder(database.folder)
        var stored: [AttachmentActions.Stored] = []
        do {
            for (name, path) in contents.attachments.sorted(by: { $0.key < $1.key }) {
                let file = try AttachmentActions.check(
                    PageFolder.bytes(of: path, limit: AttachmentFile.sizeLimit), name: name)
                _ = try await database.read {
                    try AttachmentActions.requireRoom(
                        for: file.stored, owners: PageAttachmentOwner.all, by: acting.actor, in: $0)
                }
                stored.append(file.stored)
                try folder.store(file.bytes, hash: file.stored.hash)
            }
            let all = stored
            guard !all.isEmpty else { return 0 }
            return try await database.write(as: acting) { acting, db in
                try all.count {
                    try AttachmentActions.add($0, in: folder, owners: PageAttachmentOwner.all, by: acting, in: db)
                }
            }
        } catch {
            let all = stored
            try? await database.write { db in
                for file in all { try AttachmentActions.discard(file, in: folder, in: db) }
            }
            throw error
        }
    }

    private func save(
        _ entries: [(entry: PageFiles.Entry, page: PreparedPage)], by acting: ActionContext, in db: Database
    ) throws -> Summary {
        var summary = Summary()
        for (entry, prepared) in entries {
            guard let page = try PageStore.page(code: entry.content.code, in: db),
                let current = try PageRevisionStore.current(page, in: db)
            else {
                try PageActions.save(prepared, over: 0, reason: PageTerms.imported, by: acting, in: db)
                summary.added += 1
                continue
            }
            if try !overwrites && isOutdated(entry, prepared, page, in: db) {
                summary.newer.append(page.code)
                continue
            }
            let content = entry.content
            let old = try PageRevisionActions.content(of: current, page)
            // Other words are somebody's word that the page is right; another owner or facet is not.
            let isReview = old.body != content.body || old.lawAsOf != content.lawAsOf
            let isChanged = try PageActions.save(
                entry.namesState ? prepared : prepared.with(page.state), over: current.number,
                reason: PageTerms.imported, isReview: isReview, by: acting, in: db)
            if isChanged { summary.revised += 1 } else { summary.unchanged += 1 }
        }
        return summary
    }

    /// Whether the page was as the file says once, and somebody has changed it here since.
    private func isOutdated(
        _ entry: PageFiles.Entry, _ prepared: PreparedPage, _ page: Page, in db: Database
    ) throws -> Bool {
        let states = entry.namesState ? [entry.content.state] : PageState.allCases
        let texts = Set(states.map { prepared.with($0).source })
        let revisions = try PageRevisionStore.revisions(of: page.id, in: db)
        guard let place = revisions.firstIndex(where: { texts.contains($0.source) }) else { return false }
        // What came with later files may be set back by files.
        return revisions[..<place].contains { $0.reason != PageTerms.imported }
    }
}
