import GRDB

/// What the check of the banks tells an editor: nothing of a key that is closed to them, and never without a record.
enum BankCheckActions {
    struct Row: Sendable {
        let finding: BankFinding
        /// The first of its questions.
        let lines: [BankCheckLine]
    }

    struct Contents: Sendable {
        let filter: BankCheckFilter
        let topics: [String]
        /// How many findings of each kind the topic has.
        let counts: [BankFinding.Kind: Int]
        let rows: [Row]
        let paging: Paging

        /// The questions of whose keys the rows tell something.
        var codes: [String] {
            Set(rows.filter(\.finding.tellsKey).flatMap(\.lines).map(\.code)).sorted()
        }
    }

    private static let pageSize = 50
    /// How many questions of a finding are named.
    private static let named = 10

    /// - Throws: `CommonRefusal.forbidden`.
    static func contents(
        _ filter: BankCheckFilter, page: Int?, cache: BankCheckCache, seal: QuestionSealActions, for visitor: Visitor,
        in db: Database
    ) throws -> Contents {
        try Policy.requireSomewhere(.editQuestions, for: visitor.actor)
        let closed = try seal.questions(for: visitor.employee, in: db)
            .union(QuestionReviewStore.blind(to: visitor, in: db))
        let all = try cache.findings(shownIn: QuestionAccess.scope(for: visitor.actor), closed: closed, in: db)
            .filter { filter.topic.isEmpty || $0.topics.contains(filter.topic) }
        let wanted = filter.kind.map { kind in all.filter { $0.kind == kind } } ?? all
        let paging = Paging(page, size: pageSize, total: wanted.count)
        let shown = wanted.dropFirst(paging.offset).prefix(paging.size)
        let lines = try BankCheckStore.lines(
            of: Set(shown.flatMap { $0.codes.prefix(named) }),
            editable: Policy.scope(of: .editQuestions, for: visitor.actor), in: db
        ).mapValues { line in
            var line = line
            line.isEditable = line.isEditable && !closed.contains(line.id)
            return line
        }
        return Contents(
            filter: filter, topics: try TopicStore.names(in: db),
            counts: Dictionary(grouping: all, by: \.kind).mapValues(\.count),
            rows: shown.map { finding in
                Row(finding: finding, lines: finding.codes.prefix(named).compactMap { lines[$0] })
            }, paging: paging)
    }

    /// Records that these rows are shown, which tell something of keys; to be committed before they are.
    static func record(_ contents: Contents, by acting: ActionContext, in db: Database) throws {
        try Policy.requireSomewhere(.editQuestions, for: acting.actor)
        guard !contents.codes.isEmpty else { return }
        try QuestionActions.recordKeys(of: contents.codes, by: acting, in: db)
    }
}
