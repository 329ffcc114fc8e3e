import GRDB

/// Writing one question by itself, as the import writes many.
enum QuestionEditActions {
    /// What was written, ready to be saved; made before the transaction.
    struct Written: Sendable {
        fileprivate let row: StagedQuestion
        fileprivate let base: Int
        fileprivate let reason: String
        fileprivate let seen: String?

        /// `base`: the revision that it changes; `seen`: the mark of the draft that the window knows; `stems`: what the
        /// bank asks, see `QuestionStemStore`.
        ///
        /// - Throws: `QuestionEditRefusal`.
        init(
            _ form: QuestionForm, of question: Question, over base: Int, seen: String? = nil, names: StatuteNames,
            stems: QuestionStems
        ) throws {
            var (draft, problems) = form.draft(of: question, names: names)
            problems += draft.flatMap(stems.problem).map { [QuestionFormProblem($0)] } ?? []
            guard let draft, problems.isEmpty else { throw QuestionEditRefusal.invalid(problems) }
            guard !form[.reason].isEmpty else { throw QuestionEditRefusal.noReason }
            row = StagedQuestion(draft, topic: question.topic, position: 0)
            (self.base, self.seen, reason) = (base, seen, String(form[.reason].prefix(200)))
        }
    }

    /// What the editor begins with.
    static func form(
        _ code: String, seal: QuestionSealActions, by actor: Actor, in db: Database
    ) throws -> (question: Question, number: Int, form: QuestionForm) {
        let question = try editable(code, seal: seal, by: actor, in: db)
        let current = try QuestionRevisionStore.current(question, in: db)
        return (question, current.number, QuestionForm(question, current))
    }

    /// Saves a question over the revision that it changes, and ends the draft that this was.
    ///
    /// Returns false when nothing differs from what is there. A day of the law alone makes no revision.
    /// - Throws: `CommonRefusal.forbidden`, `QuestionRefusal`, `QuestionEditRefusal`: `changedMeanwhile` when the
    ///   question has a later revision.
    @discardableResult
    static func save(
        _ written: Written, seal: QuestionSealActions, by acting: ActionContext, in db: Database
    ) throws -> Bool {
        let (row, draft) = (written.row, written.row.draft)
        let question = try editable(draft.code, seal: seal, by: acting.actor, in: db)
        let current = try QuestionRevisionStore.current(question, in: db)
        guard current.number == written.base else { throw QuestionEditRefusal.changedMeanwhile }
        let isRevised = !current.says(draft)
        guard isRevised || question.lawAsOf != draft.lawAsOf else {
            try end(written, of: question, by: acting, in: db)
            return false
        }
        if isRevised {
            try QuestionRevisionStore.insert(row, after: current, reason: written.reason, by: acting, in: db)
        }
        try QuestionRevisionStore.place(row, in: db)
        try AmendmentActions.recheck(
            QuestionCitationStore(only: question.id), by: acting, in: db)
        try AuditStore.append(
            .questionRevision, on: "question/\(question.code)", .words(written.reason), by: acting, in: db)
        try end(written, of: question, by: acting, in: db)
        return true
    }

    private static func end(_ written: Written, of question: Question, by acting: ActionContext, in db: Database) throws
    {
        try DraftActions.end(QuestionField.self, of: key(of: question), seen: written.seen, by: acting, in: db)
    }

    /// Keeps what somebody is writing; see `DraftActions.keep`.
    static func keep(
        _ form: QuestionForm, of code: String, base: Int, seen: String?, seal: QuestionSealActions,
        by acting: ActionContext, in db: Database
    ) throws {
        let question = try editable(code, seal: seal, by: acting.actor, in: db)
        try DraftActions.keep(form, of: key(of: question), base: base, seen: seen, by: acting, in: db)
    }

    /// Names the draft of a change of this question.
    static func key(of question: Question) -> String { "question-\(question.id)" }

    /// What somebody else saved over the revision `base` while `mine` was written, and both put together.
    ///
    /// - Throws: `QuestionEditRefusal.changedMeanwhile` when nobody did after all.
    static func conflict(
        _ code: String, base: Int, mine: QuestionForm, seal: QuestionSealActions, by actor: Actor, in db: Database
    ) throws -> WritingConflict<QuestionField> {
        let question = try editable(code, seal: seal, by: actor, in: db)
        let current = try QuestionRevisionStore.current(question, in: db)
        guard current.number != base,
            let old = try QuestionStore.revisions(of: question.id, in: db).first(where: { $0.number == base })
        else { throw QuestionEditRefusal.changedMeanwhile }
        let word = try QuestionRevisionStore.word(on: current.id, in: db)
        let name = try EmployeeStore.member(login: word.author, in: db)?.employee.name
        return WritingConflict(
            base: QuestionForm(question, old), mine: mine, theirs: QuestionForm(question, current),
            number: current.number,
            author: name ?? (word.author.isEmpty ? QuestionFieldTerms.importer : AuditTerms.author(word.author)),
            reason: word.reason)
    }

    /// Keys of a test that the writer is taking stay closed in the editor, too.
    private static func editable(
        _ code: String, seal: QuestionSealActions, by actor: Actor, in db: Database
    ) throws -> Question {
        try Policy.requireSomewhere(.editQuestions, for: actor)
        guard let question = try QuestionStore.question(code: code, in: db) else { throw QuestionRefusal.missing(code) }
        guard question.state == .active else { throw QuestionRefusal.alreadyRetired(code) }
        if case .visitor(let visitor) = actor,
            try seal.questions(for: visitor.employee, in: db).contains(question.id)
        {
            throw QuestionEditRefusal.sealed
        }
        return question
    }
}

extension QuestionRevision {
    /// Whether a revision of this text would be the same.
    fileprivate func says(_ draft: QuestionDraft) -> Bool {
        type == draft.type && level == draft.level && stem == draft.stem && choices == draft.choices
            && key == draft.key && explanation == draft.explanation && citations == draft.citations
    }
}
