import GRDB

/// Writing one question by itself, as the import writes many.
enum QuestionEditActions {
    /// What was written, ready to be saved; made before the transaction.
    struct Written: Sendable {
        fileprivate let draft: QuestionDraft
        fileprivate let topic: String
        /// The id of the unit whose bank it goes to; empty for the shared bank.
        let unit: String
        /// The revision that it changes; 0 for a new question.
        fileprivate let base: Int
        fileprivate let reason: String
        /// Key of the draft that this ends; nil for that of the question itself.
        fileprivate let key: String?
        fileprivate let seen: String?
        /// Whether it is handed in for review at once.
        fileprivate let isSubmitted: Bool
        /// The latest amendment that this answers; nil when it was not written for that.
        fileprivate let answered: Int64?

        /// `question`: nil for a new one; `base`: the revision that it changes, 0 for a new one.
        ///
        /// `key`, `seen`: the draft that this ends, and the mark of it that the window knows.
        /// `stems`: what the bank asks, see `QuestionStemStore`.
        ///
        /// - Throws: `QuestionEditRefusal`.
        init(
            _ form: QuestionForm, of question: Question?, over base: Int, key: String? = nil, seen: String? = nil,
            isSubmitted: Bool = false, answered: Int64? = nil, names: StatuteNames, stems: QuestionStems
        ) throws {
            let (draft, problems) = form.draft(of: question, names: names)
            guard let draft, problems.isEmpty else { throw QuestionEditRefusal.invalid(problems) }
            try self.init(
                draft.coded(question?.code ?? ""), in: form[.topic], unit: form[.unit],
                reason: question == nil ? "" : form[.reason], of: question, over: base, key: key, seen: seen,
                isSubmitted: isSubmitted, answered: answered, stems: stems)
        }

        /// The same of a question that was read elsewhere; its state is that of `question`, or draft.
        ///
        /// `draft`: with an empty code for a new question that gets the next one of its topic.
        /// `unit`: the id of the unit whose bank it goes to; empty for the shared bank.
        ///
        /// - Throws: `QuestionEditRefusal`.
        init(
            _ draft: QuestionDraft, in topic: String, unit: String, reason: String, of question: Question?,
            over base: Int, key: String? = nil, seen: String? = nil, isSubmitted: Bool = false, answered: Int64? = nil,
            stems: QuestionStems
        ) throws {
            let draft = draft.coded(question?.code ?? draft.code).stated(question?.state ?? .draft)
            if let problem = stems.problem(of: draft) {
                throw QuestionEditRefusal.invalid([QuestionFormProblem(problem)])
            }
            guard question == nil || !reason.isEmpty else { throw QuestionEditRefusal.noReason }
            self.draft = draft
            (self.topic, self.unit, self.base) = (topic, unit, base)
            (self.key, self.seen, self.isSubmitted, self.answered) = (key, seen, isSubmitted, answered)
            self.reason = reason.isEmpty ? QuestionFieldTerms.firstRevision : String(reason.prefix(200))
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

    /// The editor's form with the text of an older revision; nil for nil.
    ///
    /// - Throws: `CommonRefusal.missing` when there is no such revision.
    static func form(restoring number: Int?, of question: Question, in db: Database) throws -> QuestionForm? {
        guard let number else { return nil }
        guard let old = try QuestionStore.revisions(of: question.id, in: db).first(where: { $0.number == number })
        else {
            throw CommonRefusal.missing
        }
        return QuestionForm(question, old, reason: QuestionFieldTerms.restored(number))
    }

    /// Whether a refusal says that the question may not be changed now, whatever is written.
    static func isClosed(_ refusal: any Refusal) -> Bool {
        switch refusal {
        case QuestionEditRefusal.sealed, QuestionEditRefusal.inReview, QuestionRefusal.alreadyRetired: true
        default: false
        }
    }

    /// What a save did.
    enum Saved: Hashable, Sendable {
        case unchanged
        /// In use as before, or still a draft.
        case saved
        /// Waits for a reviewer now.
        case submitted
    }

    /// Adds a new question as a draft, or handed in for review at once; returns its code.
    /// - Throws: `CommonRefusal.forbidden`, `QuestionEditRefusal`, `QuestionRefusal.codeTaken`.
    static func add(_ written: Written, by acting: ActionContext, in db: Database) throws -> String {
        try Policy.requireSomewhere(.editQuestions, for: acting.actor)
        let unit = try bank(written.unit, for: acting.actor, in: db)
        guard let prefix = try TopicStore.prefix(of: written.topic, in: db) else {
            throw QuestionEditRefusal.noTopic(written.topic)
        }
        let own = written.draft.code
        guard try own.isEmpty || QuestionStore.question(code: own, in: db) == nil else {
            throw QuestionRefusal.codeTaken(own)
        }
        let code = try own.isEmpty ? QuestionRevisionStore.freeCode(prefix, in: db) : own
        let row = StagedQuestion(written.draft.coded(code), topic: written.topic, position: 0)
        try QuestionRevisionStore.add(row, unit: unit, reason: written.reason, by: acting, in: db)
        guard let question = try QuestionStore.question(code: code, in: db) else { throw QuestionRefusal.missing(code) }
        try AuditStore.append(.questionRevision, on: "question/\(code)", .words(written.reason), by: acting, in: db)
        if written.isSubmitted { try QuestionReviewActions.open(question, by: acting, in: db) }
        if let key = written.key {
            try DraftActions.end(QuestionField.self, of: key, seen: written.seen, by: acting, in: db)
        }
        return code
    }

    /// Saves a question over the revision that it changes, and ends the draft that this was.
    ///
    /// A day of the law alone makes no revision. A question in use whose stem, choices or key change waits for a reviewer
    /// again, and so does what is in review already.
    /// - Throws: `CommonRefusal.forbidden`, `QuestionRefusal`, `QuestionEditRefusal`: `changedMeanwhile` when the
    ///   question has a later revision.
    @discardableResult
    static func save(
        _ written: Written, seal: QuestionSealActions, by acting: ActionContext, in db: Database
    ) throws -> Saved {
        let question = try editable(written.draft.code, seal: seal, by: acting.actor, in: db)
        let current = try QuestionRevisionStore.current(question, in: db)
        guard current.number == written.base else { throw QuestionEditRefusal.changedMeanwhile }
        let isRevised = !current.says(written.draft)
        let unit = try bank(written.unit, for: acting.actor, in: db)
        let isMoved = question.topic != written.topic || question.unit?.id != unit
        let isHandedIn = written.isSubmitted && question.state == .draft
        guard isRevised || isMoved || isHandedIn || question.lawAsOf != written.draft.lawAsOf else {
            try QuestionAmendmentActions.answer(question, shown: written.answered, by: acting, in: db)
            try end(written, of: question, by: acting, in: db)
            return .unchanged
        }
        guard try TopicStore.prefix(of: written.topic, in: db) != nil else {
            throw QuestionEditRefusal.noTopic(written.topic)
        }
        let row = StagedQuestion(written.draft, topic: written.topic, position: 0)
        if isRevised {
            try QuestionReviewActions.close(question, by: acting, in: db)
            try QuestionRevisionStore.insert(row, after: current, reason: written.reason, by: acting, in: db)
        }
        try QuestionRevisionStore.place(row, unit: unit, in: db)
        try AmendmentActions.recheck(QuestionCitationStore(only: question.id), by: acting, in: db)
        try QuestionAmendmentActions.answer(question, shown: written.answered, by: acting, in: db)
        try AuditStore.append(
            .questionRevision, on: "question/\(question.code)", .words(written.reason), by: acting, in: db)
        try end(written, of: question, by: acting, in: db)
        let isReviewed =
            isHandedIn || isRevised && question.state == .inReview
            || question.state == .active && QuestionReviewRules.needsReview(written.draft, after: current)
        guard isReviewed else { return .saved }
        try QuestionReviewActions.open(
            try QuestionStore.question(question.id, in: db) ?? question, by: acting, in: db)
        return .submitted
    }

    /// The unit of the bank that was chosen; nil for the shared one, which the keepers of the whole house fill.
    static func bank(_ typed: String, for actor: Actor, in db: Database) throws -> ID<Unit>? {
        guard !typed.isEmpty else {
            guard Policy.permitsEverywhere(.editQuestions, for: actor) else { throw QuestionEditRefusal.othersUnit }
            return nil
        }
        guard let unit = try ID<Unit>(typed).flatMap({ try UnitStore.unit($0, in: db) }),
            Policy.permits(.editQuestions, for: actor, at: unit.position)
        else { throw QuestionEditRefusal.othersUnit }
        return unit.position.isRoot ? nil : unit.id
    }

    private static func end(_ written: Written, of question: Question, by acting: ActionContext, in db: Database) throws
    {
        try DraftActions.end(
            QuestionField.self, of: QuestionDraftActions.key(of: question), seen: written.seen, by: acting, in: db)
    }

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
    static func editable(
        _ code: String, seal: QuestionSealActions, by actor: Actor, in db: Database
    ) throws -> Question {
        let question = try QuestionActions.editable(code, by: actor, in: db)
        guard question.state != .retired else { throw QuestionRefusal.alreadyRetired(code) }
        if case .visitor(let visitor) = actor,
            try seal.questions(for: visitor.employee, in: db).contains(question.id)
        {
            throw QuestionEditRefusal.sealed
        }
        if case .visitor(let visitor) = actor, try ReviewerActions.isBlind(question, to: visitor, in: db) {
            throw QuestionEditRefusal.inReview
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
