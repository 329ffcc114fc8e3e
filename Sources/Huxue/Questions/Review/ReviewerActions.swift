import GRDB

/// Who may be the one to answer a question in review.
enum ReviewerActions {
    /// The question and its open round, for somebody who may review it.
    /// - Throws: `CommonRefusal.forbidden`, `QuestionRefusal.missing`, `QuestionReviewRefusal`.
    static func reviewable(
        _ code: String, seal: QuestionSealActions, by acting: ActionContext, in db: Database
    ) throws -> (question: Question, review: QuestionReview) {
        try Policy.requireSomewhere(.reviewQuestions, for: acting.actor)
        guard case .visitor(let visitor) = acting.actor else { throw QuestionReviewRefusal.needsPerson }
        guard let question = try QuestionStore.question(code: code, in: db) else {
            throw QuestionRefusal.missing(code)
        }
        let sealed = try seal.questions(for: visitor.employee, in: db)
        let seen = try KeyDisclosureStore.latest(of: visitor.employee, in: db)
        return (question, try round(of: question, sealed: sealed, seen: seen, for: visitor, now: acting.now, in: db))
    }

    /// Whether the actor may answer the question now as its reviewer, or decide after having answered.
    static func mayReview(
        _ question: Question, seal: QuestionSealActions, by acting: ActionContext, in db: Database
    ) throws -> Bool {
        guard question.state == .inReview, case .visitor(let visitor) = acting.actor else { return false }
        let sealed = try seal.questions(for: visitor.employee, in: db)
        let seen = try KeyDisclosureStore.latest(of: visitor.employee, in: db)
        return try waits(question, sealed: sealed, seen: seen, for: visitor, now: acting.now, in: db)
    }

    /// How many questions in review wait for this person.
    static func waitingCount(
        for visitor: Visitor, seal: QuestionSealActions, now: Moment, in db: Database
    ) throws -> Int {
        guard visitor.may(.reviewQuestions) else { return 0 }
        let questions = try QuestionReviewStore.questionsInReview(in: db)
        guard !questions.isEmpty else { return 0 }
        let sealed = try seal.questions(for: visitor.employee, in: db)
        let seen = try KeyDisclosureStore.latest(of: visitor.employee, in: db)
        return try questions.count { try waits($0, sealed: sealed, seen: seen, for: visitor, now: now, in: db) }
    }

    /// Whether the key stays closed to a person who may be the one to answer the question.
    static func isBlind(_ question: Question, to visitor: Visitor, in db: Database) throws -> Bool {
        guard question.state == .inReview else { return false }
        return try QuestionReviewStore.blind(to: visitor, in: db).contains(question.id)
    }

    /// All questions whose keys stay closed to the actor for that reason; none for the console.
    static func blind(to actor: Actor, in db: Database) throws -> Set<ID<Question>> {
        guard case .visitor(let visitor) = actor else { return [] }
        return try QuestionReviewStore.blind(to: visitor, in: db)
    }

    /// The people who had been shown what is right in a round's revision before somebody answered in it, by round.
    static func viewers(
        before reviews: [QuestionReview], of question: Question, _ revisions: [QuestionRevision], in db: Database
    ) throws -> [ID<QuestionReview>: Set<ID<Employee>>] {
        try reviews.reduce(into: [:]) { viewers, review in
            guard let answered = review.answeredAt else { return }
            let since = QuestionReviewRules.keyedAt(review.revision, among: revisions)
            viewers[review.id] = try KeyDisclosureStore.viewers(
                of: question.code, since: since, before: answered, in: db)
        }
    }

    private static func waits(
        _ question: Question, sealed: Set<ID<Question>>, seen: KeysSeen, for visitor: Visitor, now: Moment,
        in db: Database
    ) throws -> Bool {
        do {
            let review = try round(of: question, sealed: sealed, seen: seen, for: visitor, now: now, in: db)
            return review.reviewer == nil || review.reviewer == visitor.employee
        } catch is any Refusal {
            return false
        }
    }

    /// The open round of a question that the person may review.
    private static func round(
        of question: Question, sealed: Set<ID<Question>>, seen: KeysSeen, for visitor: Visitor, now: Moment,
        in db: Database
    ) throws -> QuestionReview {
        guard QuestionAccess.permits(.reviewQuestions, on: question, for: visitor.actor) else {
            throw QuestionAccess.shows(question, to: visitor.actor)
                ? QuestionRefusal.othersBank(question.code) : .missing(question.code)
        }
        guard let review = try QuestionReviewStore.open(question.id, in: db) else {
            throw QuestionReviewRefusal.notInReview
        }
        guard !sealed.contains(question.id) else { throw QuestionReviewRefusal.sealed }
        let authors = try QuestionReviewStore.authors(of: question.id, in: db)
        let editors = try GrantStore.holders(of: .questionEditor, at: question.unit, on: ROCDate.day(of: now), in: db)
        let others = editors.subtracting(authors).filter { $0 != review.submitterID && $0 != visitor.employee }
        try QuestionReviewRules.checkReviewer(
            visitor.employee, of: review, authors: authors,
            isEditor: QuestionAccess.permits(.editQuestions, on: question, for: visitor.actor), others: others.count)
        guard review.reviewer == nil, !others.isEmpty, let last = seen.latest(question.code) else { return review }
        let since = QuestionReviewRules.keyedAt(
            review.revision, among: try QuestionStore.revisions(of: question.id, in: db))
        guard since.map({ last >= $0 }) ?? true else { return review }
        let viewers = try KeyDisclosureStore.viewers(of: question.code, since: since, before: nil, in: db)
        guard others.isSubset(of: viewers) else {
            throw QuestionReviewRefusal.keySeen
        }
        return review
    }
}
