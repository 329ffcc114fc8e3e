import GRDB

/// From a draft to a question in use: handed in, answered by somebody else, approved or sent back.
enum QuestionReviewActions {
    // MARK: The author's part

    /// Hands a draft in for review.
    /// - Throws: `CommonRefusal.forbidden`, `QuestionRefusal.missing`, `QuestionReviewRefusal`.
    static func submit(_ code: String, by acting: ActionContext, in db: Database) throws {
        let question = try QuestionActions.editable(code, by: acting.actor, in: db)
        try QuestionReviewRules.checkSubmission(of: question)
        try open(question, by: acting, in: db)
    }

    /// Opens a round on the current revision, whatever state the question was in.
    static func open(_ question: Question, by acting: ActionContext, in db: Database) throws {
        try QuestionReviewStore.begin(question, by: acting, in: db)
        try QuestionStore.setState(.inReview, of: question.id, in: db)
        try AuditStore.append(.questionSubmission, on: "question/\(question.code)", by: acting, in: db)
    }

    /// Takes a question back that nobody has decided on.
    static func withdraw(_ code: String, by acting: ActionContext, in db: Database) throws {
        let question = try QuestionActions.editable(code, by: acting.actor, in: db)
        guard question.state == .inReview else { throw QuestionReviewRefusal.notInReview }
        try close(question, by: acting, in: db)
        try QuestionStore.setState(.draft, of: question.id, in: db)
    }

    /// Ends an open round without an outcome for the question; nothing when there is none.
    static func close(_ question: Question, by acting: ActionContext, in db: Database) throws {
        guard let review = try QuestionReviewStore.open(question.id, in: db) else { return }
        try QuestionReviewStore.end(review.id, .withdrawn, remark: "", now: acting.now, in: db)
        try AuditStore.append(.questionWithdrawal, on: "question/\(question.code)", by: acting, in: db)
    }

    // MARK: The reviewer's part

    /// What a reviewer is shown; the key and what explains it only after the answer.
    struct Sheet: Sendable {
        let question: Question
        let revision: QuestionRevision
        let review: QuestionReview
        /// Whether the reader has answered, so that key and explanation are shown.
        let isAnswered: Bool
        let links: CitationLinks
        /// The articles that it cites, as they read now.
        let articles: [CitedArticle]
    }

    /// - Throws: `CommonRefusal.forbidden`, `QuestionRefusal.missing`, `QuestionReviewRefusal`.
    static func sheet(
        _ code: String, seal: QuestionSealActions, by acting: ActionContext, in db: Database
    ) throws -> Sheet {
        let (question, review) = try ReviewerActions.reviewable(code, seal: seal, by: acting, in: db)
        let visitor = try acting.visitor
        if case .answered(let reviewer) = review.stage, reviewer != visitor.employee {
            throw QuestionReviewRefusal.takenMeanwhile
        }
        guard let revision = try QuestionStore.revisions(ids: [review.revision], in: db)[review.revision] else {
            throw QuestionRefusal.missing(code)
        }
        return Sheet(
            question: question, revision: revision, review: review, isAnswered: review.reviewer == visitor.employee,
            links: try CitationLinkStore.links(revision.citations, in: db),
            articles: try CitedArticleStore.articles(of: revision.citations, in: db))
    }

    /// Records the answer that the reviewer gives without the key; one that differs sends the question back at once.
    ///
    /// Returns true when the answer was right, so that the reviewer decides next.
    /// - Throws: as `sheet`, `QuestionReviewRefusal.changedMeanwhile` when `shown` is not the revision in review.
    @discardableResult
    static func answer(
        _ code: String, _ answer: BlindAnswer, remark: String, shown: Int, seal: QuestionSealActions,
        by acting: ActionContext, in db: Database
    ) throws -> Bool {
        let (question, review) = try ReviewerActions.reviewable(code, seal: seal, by: acting, in: db)
        let visitor = try acting.visitor
        try QuestionReviewRules.checkAnswer(to: review, by: visitor.employee)
        guard let revision = try QuestionStore.revisions(ids: [review.revision], in: db)[review.revision] else {
            throw QuestionRefusal.missing(code)
        }
        guard revision.number == shown else { throw QuestionReviewRefusal.changedMeanwhile }
        var chosen: ChoiceSet?
        switch answer {
        case .notClear: guard !remark.isEmpty else { throw QuestionReviewRefusal.noRemark }
        case .choices(let choices):
            guard !choices.isEmpty, choices.places.allSatisfy(revision.choices.indices.contains),
                revision.type == .multiple || choices.count == 1
            else { throw QuestionReviewRefusal.noAnswer }
            chosen = choices
        }
        try QuestionReviewStore.answer(review.id, chosen, by: visitor.employee, now: acting.now, in: db)
        try AuditStore.append(.questionAnswer, on: "question/\(code)", by: acting, in: db)
        // The key is shown from now on.
        try QuestionActions.recordKeys(of: [code], by: acting, in: db)
        guard QuestionReviewRules.returns(answer, key: revision.key) else { return true }
        try sendBack(question, review, remark: remark, by: acting, in: db)
        return false
    }

    /// Takes the question into use.
    /// - Throws: as `sheet`, `QuestionReviewRefusal` unless this reviewer has answered right.
    static func approve(
        _ code: String, remark: String, seal: QuestionSealActions, by acting: ActionContext, in db: Database
    ) throws {
        let (question, review) = try ReviewerActions.reviewable(code, seal: seal, by: acting, in: db)
        try QuestionReviewRules.checkDecision(on: review, by: acting.visitor.employee)
        try QuestionReviewStore.end(review.id, .approved, remark: remark, now: acting.now, in: db)
        try QuestionStore.setState(.active, of: question.id, in: db)
        try AmendmentActions.recheck(QuestionCitationStore(only: question.id), by: acting, in: db)
        try AuditStore.append(.questionApproval, on: "question/\(code)", .words(remark), by: acting, in: db)
    }

    /// Sends the question back to its author, whose key the reviewer found but whose question is not good enough.
    /// - Throws: as `approve`, `QuestionReviewRefusal.noRemark`.
    static func sendBack(
        _ code: String, remark: String, seal: QuestionSealActions, by acting: ActionContext, in db: Database
    ) throws {
        let (question, review) = try ReviewerActions.reviewable(code, seal: seal, by: acting, in: db)
        try QuestionReviewRules.checkDecision(on: review, by: acting.visitor.employee)
        guard !remark.isEmpty else { throw QuestionReviewRefusal.noRemark }
        try sendBack(question, review, remark: remark, by: acting, in: db)
    }

    private static func sendBack(
        _ question: Question, _ review: QuestionReview, remark: String, by acting: ActionContext, in db: Database
    ) throws {
        try QuestionReviewStore.end(review.id, .returned, remark: remark, now: acting.now, in: db)
        try QuestionStore.setState(.draft, of: question.id, in: db)
        try AuditStore.append(.questionReturn, on: "question/\(question.code)", .words(remark), by: acting, in: db)
    }

    /// All rounds with the names of their people, the latest first.
    static func rounds(
        of question: Question, _ revisions: [QuestionRevision], in db: Database
    ) throws -> [QuestionReviewRound] {
        let reviews = try QuestionReviewStore.reviews(of: question.id, in: db)
        let submitters = try AuditNameStore.actors(Set(reviews.map(\.submitter)), in: db)
        let viewers = try ReviewerActions.viewers(before: reviews, of: question, revisions, in: db)
        return try reviews.map { review in
            let revision = revisions.first { $0.id == review.revision }
            let chosen = review.answer?.places.compactMap { place in
                revision.flatMap { $0.choices.indices.contains(place) ? $0.choices[place] : nil }
            }
            return QuestionReviewRound(
                review: review, number: revision?.number ?? 0,
                submitter: submitters[review.submitter] ?? AuditTerms.author(review.submitter),
                reviewer: try review.reviewer.flatMap {
                    try EmployeeStore.member($0, scope: .everywhere, in: db)?.employee.name
                } ?? "", isBlind: review.reviewer.map { viewers[review.id]?.contains($0) != true } ?? true,
                answer: chosen?.joined(separator: QuestionTerms.separator)
                    ?? (review.answeredAt == nil ? "" : QuestionReviewTerms.unclear))
        }
    }
}
