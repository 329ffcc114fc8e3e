import GRDB

/// Taking questions out of the bank, keys and all.
enum QuestionExportActions {
    /// What goes out.
    struct Selection: Sendable {
        let topics: [QuestionTopic]
        /// Nil for the whole bank.
        let codes: [String]?

        var count: Int { topics.reduce(0) { $0 + $1.questions.count } }
    }

    /// The questions that the actor may take out: those of the banks that may be browsed, without those whose key is
    /// closed because the actor may be the one to review them.
    /// - Throws: `CommonRefusal.forbidden`.
    static func selection(
        _ filter: QuestionFilter = QuestionFilter(), by actor: Actor, in db: Database
    ) throws -> Selection {
        try Policy.requireSomewhere(.editQuestions, for: actor)
        let all = try TopicStore.all(in: db)
        var filter = filter
        filter.scope = Policy.scope(of: .browseQuestions, for: actor)
        var blind: Set<ID<Question>> = []
        if case .visitor(let visitor) = actor { blind = try QuestionReviewStore.blind(to: visitor, in: db) }
        let lines = try QuestionStore.lines(filter, in: db).filter { !blind.contains($0.id) }
        guard lines.count < all.reduce(0, { $0 + $1.questions.count }) else {
            return Selection(topics: all.filter { !$0.questions.isEmpty }, codes: nil)
        }
        let codes = Set(lines.map(\.code))
        let topics = all.map { topic in
            QuestionTopic(
                fileName: topic.fileName, name: topic.name, lawAsOf: topic.lawAsOf,
                questions: topic.questions.filter { codes.contains($0.code) })
        }
        return Selection(topics: topics.filter { !$0.questions.isEmpty }, codes: lines.map(\.code))
    }

    /// Records that they go to `name`; to be committed before they do.
    /// - Throws: `QuestionRefusal.sealed` while the actor is taking a test.
    static func record(
        _ selection: Selection, to name: String, seal: QuestionSealActions, by acting: ActionContext, in db: Database
    ) throws {
        try QuestionActions.recordExport(of: selection.codes, to: name, seal: seal, by: acting, in: db)
    }
}
