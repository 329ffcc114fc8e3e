import GRDB

/// One import from beginning to end, as page and command run it: staged in slices, switched over in one short write.
struct QuestionImportActions: Sendable {
    private let topics: [QuestionTopic]
    private let source: String
    private let positions: [String: Int]?
    private let revisions: [String: ID<QuestionRevision>]?
    private let seal: QuestionSealActions

    /// An import of these topics; the audit log names `source` as where they came from.
    ///
    /// `positions`: places of questions in their topics, by code; nil for the order of the topics, behind which the
    /// bank's other questions move. `revisions`: what the import was planned on, by code; nil to take the bank as it is.
    init(
        _ topics: [QuestionTopic], source: String, positions: [String: Int]? = nil,
        revisions: [String: ID<QuestionRevision>]? = nil,
        seal: QuestionSealActions = QuestionSealActions(sources: [])
    ) {
        self.topics = topics
        self.source = source
        self.positions = positions
        self.revisions = revisions
        self.seal = seal
    }

    /// Brings the topics into the bank, and tells `progress` how many questions are staged.
    ///
    /// - Throws: `QuestionRefusal`, `QuestionImportRefusal.previewOutdated`, `StaffRefusal.noSuchUnit`; then nothing has changed.
    func run(
        in database: OfficeDatabase, clock: OfficeClock, by acting: ActionContext,
        progress: (Int) -> Void = { _ in }
    ) async throws -> QuestionImport {
        try Policy.requireSomewhere(.editQuestions, for: acting.actor)
        let rows = StagedQuestion.rows(of: topics, positions: positions)
        let (topics, source, seal, isPlaced, revisions) = (topics, source, seal, positions != nil, revisions)
        let units = try await database.read { try QuestionImportBasisActions.units(of: topics, in: $0) }
        let id = try await database.write { db in
            let id = try QuestionImportStore.begin(now: acting.now, in: db)
            try QuestionImportStore.stage(topics, for: id, in: db)
            return id
        }
        for start in stride(from: 0, to: rows.count, by: QuestionImportStore.slice) {
            let slice = rows[start..<min(start + QuestionImportStore.slice, rows.count)]
            try await database.write { try QuestionImportStore.stage(slice, units: units, for: id, in: $0) }
            progress(start + slice.count)
        }
        let acting = acting.at(clock.now())
        let summary = try await database.write(as: acting) { acting, db in
            try QuestionImportBasisActions.check(id, on: revisions, seal: seal, by: acting, in: db)
            let summary = try QuestionImportStore.finish(
                id, keepingOrder: isPlaced,
                keepingTopics: !Policy.permitsEverywhere(.editQuestions, for: acting.actor), by: acting, in: db)
            try QuestionReviewStore.follow(by: acting, in: db)
            // What did not change stands to the law as it did.
            if summary.unchanged < summary.total {
                try AmendmentActions.recheck(QuestionCitationStore(), by: acting, in: db)
            }
            try AuditStore.append(
                .questionImport, on: source,
                [
                    "added": .number(summary.added), "revised": .number(summary.revised),
                    "updated": .number(summary.updated), "unchanged": .number(summary.unchanged),
                ], by: acting, in: db)
            return summary
        }
        // What an older version of the program left behind; usually nothing.
        let slice = QuestionImportStore.slice
        while try await database.write({ try QuestionIndexStore.catchUp(limit: slice, in: $0) }) == slice {}
        return summary
    }
}
