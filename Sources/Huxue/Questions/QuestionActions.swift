import GRDB

/// Keys of the bank, as people get to see them: not those of a test they are taking, and never without a record.
enum QuestionActions {
    /// A page of the list.
    static func listing(
        _ filter: QuestionFilter, page: Int?, done: QuestionDeed? = nil, imported: QuestionImport? = nil,
        seal: QuestionSealActions, for visitor: Visitor, today: Day, in db: Database
    ) throws -> QuestionListViews.Contents {
        try Policy.requireSomewhere(.browseQuestions, for: visitor.actor)
        var filter = filter
        filter.scope = Policy.scope(of: .browseQuestions, for: visitor.actor)
        filter.sealed = try seal.questions(for: visitor.employee, in: db)
            .union(QuestionReviewStore.blind(to: visitor, in: db))
        let held = try AmendmentStore.held(.question, today: today, in: db).map(ID<Question>.init(rawValue:))
        filter.held = try QuestionUnitStore.questions(held, shownIn: filter.scope, in: db)
        let paging = Paging(page, size: QuestionListViews.pageSize, total: try QuestionStore.count(filter, in: db))
        return QuestionListViews.Contents(
            counts: try TopicStore.counts(within: filter.scope, in: db),
            lines: try QuestionStore.lines(filter, limit: paging.size, offset: paging.offset, in: db),
            paging: paging, filter: filter,
            drafts: try visitor.may(.editQuestions) ? QuestionDraftActions.drafts(of: visitor, in: db) : [],
            waiting: try visitor.may(.reviewQuestions)
                ? QuestionReviewStore.count(
                    .inReview, scope: Policy.scope(of: .reviewQuestions, for: visitor.actor), in: db) : nil,
            mayEdit: visitor.may(.editQuestions),
            banks: try QuestionUnitStore.banks(shownIn: filter.scope, in: db), done: done, imported: imported)
    }

    /// All that may be browsed, for commands.
    static func lines(_ filter: QuestionFilter, by actor: Actor, in db: Database) throws -> [QuestionLine] {
        try Policy.requireSomewhere(.browseQuestions, for: actor)
        var filter = filter
        filter.scope = QuestionAccess.scope(for: actor)
        return try QuestionStore.lines(filter, in: db)
    }

    /// One of them.
    /// - Throws: `CommonRefusal.forbidden`, `QuestionRefusal.missing`.
    static func line(_ code: String, by actor: Actor, in db: Database) throws -> QuestionLine {
        try Policy.requireSomewhere(.browseQuestions, for: actor)
        let question = try QuestionStore.question(code: code, in: db)
        let lines = try question.map {
            try QuestionStore.lines(of: [$0.id], shownIn: QuestionAccess.scope(for: actor), in: db)
        }
        guard let line = lines?.first else { throw QuestionRefusal.missing(code) }
        return line
    }

    /// A question for its page; nil when there is none.
    ///
    /// `number`: of the revision; nil for the current one. `against`: of the one that it is compared with; nil for the one
    /// before. The editor's view, unless it is sealed, is recorded.
    static func contents(
        code: String, number: Int?, against: Int? = nil, view: QuestionViews.View, done: QuestionDeed? = nil,
        seal: QuestionSealActions,
        by acting: ActionContext, in db: Database
    ) throws -> QuestionViews.Contents? {
        try Policy.requireSomewhere(.browseQuestions, for: acting.actor)
        guard case .visitor(let visitor) = acting.actor else { return nil }
        guard let question = try QuestionStore.question(code: code, in: db),
            QuestionAccess.shows(question, to: acting.actor)
        else { return nil }
        let revisions = try QuestionStore.revisions(of: question.id, in: db)
        let shown = revisions.first { revision in
            number.map { revision.number == $0 } ?? (revision.id == question.currentRevisionID)
        }
        guard let shown else { return nil }
        let closed = try Self.seal(on: question, seal, for: visitor, in: db)
        let mayEdit = QuestionAccess.permits(.editQuestions, on: question, for: acting.actor)
        if view == .editor, closed == nil {
            try recordKeys(of: [question.code], by: acting, in: db)
        }
        return QuestionViews.Contents(
            question: question, revisions: revisions, revision: shown,
            against: revisions.first { $0.number == against ?? shown.number - 1 },
            versions: view == .editor && closed == nil ? try QuestionRevisionStore.versions(of: question, in: db) : [],
            view: view, seal: closed,
            amendments: try amendments(of: question, in: db), today: ROCDate.day(of: acting.now),
            mayEdit: mayEdit, links: try CitationLinkStore.links(shown.citations, in: db),
            mayReview: try ReviewerActions.mayReview(question, seal: seal, by: acting, in: db),
            rounds: try mayEdit ? QuestionReviewActions.rounds(of: question, revisions, in: db) : [], done: done)
    }

    /// Why the key stays closed to a person; nil when it does not.
    static func seal(
        on question: Question, _ seal: QuestionSealActions, for visitor: Visitor, in db: Database
    ) throws -> QuestionViews.Seal? {
        if try seal.questions(for: visitor.employee, in: db).contains(question.id) { return .test }
        return try ReviewerActions.isBlind(question, to: visitor, in: db) ? .review : nil
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

    /// The question with this code, for somebody who may change it.
    /// - Throws: `CommonRefusal.forbidden`, `QuestionRefusal.missing` also for what another unit's bank holds.
    static func editable(_ code: String, by actor: Actor, in db: Database) throws -> Question {
        try Policy.requireSomewhere(.editQuestions, for: actor)
        guard let question = try QuestionStore.question(code: code, in: db), QuestionAccess.shows(question, to: actor)
        else { throw QuestionRefusal.missing(code) }
        guard QuestionAccess.permits(.editQuestions, on: question, for: actor) else {
            throw QuestionRefusal.othersBank(code)
        }
        return question
    }

    /// Records that these questions go to `folder`, keys and all; the whole bank for nil.
    /// - Throws: `QuestionRefusal.sealed` while the actor is taking a test: its keys would be among them.
    static func recordExport(
        of codes: [String]? = nil, to folder: String, seal: QuestionSealActions, by acting: ActionContext,
        in db: Database
    ) throws {
        try Policy.requireSomewhere(.editQuestions, for: acting.actor)
        if case .visitor(let visitor) = acting.actor {
            guard try seal.revisions(for: visitor.employee, in: db).isEmpty else { throw QuestionRefusal.sealed }
            try recordKeys(of: codes, by: acting, in: db)
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
