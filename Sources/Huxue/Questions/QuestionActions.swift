import GRDB

/// Keys of the bank, as people get to see them: not those of a test they are taking, and never without a record.
enum QuestionActions {
    /// A page of the list.
    static func listing(
        _ filter: QuestionFilter, page: Int?, seal: QuestionSealActions, for visitor: Visitor, in db: Database
    ) throws -> QuestionListViews.Contents {
        try Policy.requireSomewhere(.browseQuestions, for: visitor.actor)
        var filter = filter
        filter.sealed = try seal.questions(for: visitor.employee, in: db)
        let paging = Paging(page, size: QuestionListViews.pageSize, total: try QuestionStore.count(filter, in: db))
        return QuestionListViews.Contents(
            counts: try TopicStore.counts(in: db),
            lines: try QuestionStore.lines(filter, limit: paging.size, offset: paging.offset, in: db),
            paging: paging, filter: filter)
    }

    /// All of them, for commands.
    static func lines(_ filter: QuestionFilter, by actor: Actor, in db: Database) throws -> [QuestionLine] {
        try Policy.requireSomewhere(.browseQuestions, for: actor)
        return try QuestionStore.lines(filter, in: db)
    }

    /// A question for its page; nil when there is none.
    ///
    /// `number`: of the revision; nil for the current one. The editor's view, unless it is sealed, is recorded.
    static func contents(
        code: String, number: Int?, view: QuestionViews.View, seal: QuestionSealActions, by acting: ActionContext,
        in db: Database
    ) throws -> QuestionViews.Contents? {
        try Policy.requireSomewhere(.browseQuestions, for: acting.actor)
        guard case .visitor(let visitor) = acting.actor else { return nil }
        guard let question = try QuestionStore.question(code: code, in: db) else { return nil }
        let revisions = try QuestionStore.revisions(of: question.id, in: db)
        let shown = revisions.first { revision in
            number.map { revision.number == $0 } ?? (revision.id == question.currentRevisionID)
        }
        guard let shown else { return nil }
        let sealed = try seal.questions(for: visitor.employee, in: db)
        let isSealed = sealed.contains(question.id)
        if view == .editor, !isSealed {
            try recordKeys(of: [question.code], by: acting, in: db)
        }
        return QuestionViews.Contents(
            question: question, revisions: revisions, revision: shown, view: view, isSealed: isSealed,
            amendments: try amendments(of: question, in: db), today: ROCDate.day(of: acting.now),
            mayEdit: visitor.may(.editQuestions), links: try CitationLinkStore.links(shown.citations, in: db))
    }

    private static func amendments(of question: Question, in db: Database) throws -> QuestionViews.Amendments {
        let id = question.id.rawValue
        let open = question.state == .active ? try AmendmentStore.open(.question, id: id, in: db) : []
        let decided = try AmendmentStore.decided(.question, id: id, limit: 50, in: db)
        return QuestionViews.Amendments(
            open: open, decided: decided,
            comparisons: try AmendmentVersionStore.comparisons(of: Set(open.map(\.version)), in: db),
            deciders: try AuditNameStore.actors(Set(decided.compactMap(\.settlement?.by)), in: db))
    }

    /// Records that the whole bank goes to `folder`, keys and all.
    /// - Throws: `QuestionRefusal.sealed` while the actor is taking a test: its keys would be among them.
    static func recordExport(
        to folder: String, seal: QuestionSealActions, by acting: ActionContext, in db: Database
    ) throws {
        try Policy.requireSomewhere(.editQuestions, for: acting.actor)
        if case .visitor(let visitor) = acting.actor {
            guard try seal.revisions(for: visitor.employee, in: db).isEmpty else { throw QuestionRefusal.sealed }
            try recordKeys(of: nil, by: acting, in: db)
        }
        try AuditStore.append(.questionExport, on: "題庫", .words(folder), by: acting, in: db)
    }

    /// Records that the keys of these questions are shown, or of the whole bank for nil; to be committed before they are.
    static func recordKeys(
        of codes: [String]?, by acting: ActionContext, in db: Database
    ) throws {
        try KeyDisclosureStore.insert(codes, for: acting.visitor.employee, now: acting.now, in: db)
        try AuditStore.append(
            .questionKeyView, on: "employee/\(acting.visitor.employee)",
            ["codes": .list((codes ?? [QuestionTerms.wholeBank]).map(AuditValue.text))],
            by: acting, in: db)
    }

    /// What these people have looked at, oldest first.
    static func keyViews(of employees: [ID<Employee>], in db: Database) throws -> [KeyDisclosure] {
        try KeyDisclosureStore.all(of: employees, in: db)
    }

    /// Everybody who ever looked at keys.
    static func keyViewers(in db: Database) throws -> Set<ID<Employee>> { try KeyDisclosureStore.employees(in: db) }
}
