import GRDB

/// What managers see of papers.
enum PaperActions {
    /// The exam, if the actor may see a sample paper of it; shows no question.
    /// - Throws: `ExamRefusal.openAttemptOfViewer` while they have an attempt open.
    static func sampled(_ id: ID<Exam>, by acting: ActionContext, in db: Database) throws -> Exam {
        guard case .visitor(let visitor) = acting.actor else { throw ExamRefusal.unknownExam }
        let exam = try ExamActions.managed(id, by: acting.actor, in: db).exam
        guard try AttemptStore.openQuestions(of: visitor.employee, in: db).isEmpty else {
            throw ExamRefusal.openAttemptOfViewer
        }
        return exam
    }

    /// How many choices the multiple-choice questions have that an exam may draw.
    static func choiceCounts(of exam: Exam, in db: Database) throws -> Set<Int> {
        let pool = try ExamPoolStore.pool(of: exam.id, in: db)
        let keys = try QuestionStore.keys(of: pool.map(\.revision), in: db).values
        return Set(keys.filter { $0.type == .multiple }.map(\.choiceCount))
    }

    /// 樣卷: a paper with keys, drawn by the rules of an exam from a seed that has nothing to do with the exam's own.
    ///
    /// Recorded in the audit log, because it shows keys; refused to an actor with an open attempt, and without the questions
    /// that the actor may be the one to review.
    /// - Throws: `ExamRefusal.keyInReview` when too few are left.
    static func sample(
        of id: ID<Exam>, number: Int, by acting: ActionContext, in db: Database
    ) throws -> ExamPaperViews.Sheet {
        let now = acting.now
        let exam = try sampled(id, by: acting, in: db)
        let pool =
            try exam.state == .draft
            ? ExamPoolStore.stock(of: exam, on: ROCDate.day(of: now), in: db).drawable
            : ExamPoolStore.pool(of: id, in: db)
        let seed = "sample \(number)"
        let recipient = PaperRules.Recipient(employee: ID(rawValue: 0), ordinal: 1)
        let shortages = BlueprintRules.shortages(exam.plan.blueprint, pool: pool)
        let shown = try disclosed(pool, to: acting.actor, in: db)
        let drawn = PaperRules.questions(of: exam.plan, seed: seed, pool: shown, for: recipient) ?? []
        if drawn.isEmpty, shown.count < pool.count, shortages.isEmpty { throw ExamRefusal.keyInReview }
        if !drawn.isEmpty {
            try QuestionActions.recordKeys(of: drawn.map(\.code), by: acting, in: db)
        }
        let revisions = try QuestionStore.revisions(ids: drawn.map(\.revision), in: db)
        let links = try CitationLinkStore.links(revisions.values.flatMap(\.citations), in: db)
        let worth = Points(rounding: ScoreRules.worth(questionCount: drawn.count)).text
        let questions = drawn.enumerated().compactMap { place, question in
            revisions[question.revision].map { revision in
                QuestionView.Placed(
                    number: place + 1, revision: revision,
                    order: PaperRules.choiceOrder(of: revision, plan: exam.plan, seed: seed, for: recipient),
                    points: worth, links: links)
            }
        }
        return ExamPaperViews.Sheet(
            exam: exam, questions: questions, shortages: shortages,
            number: number, now: now)
    }

    /// Those whose keys no review closes to the actor.
    private static func disclosed(
        _ pool: [PoolQuestion], to actor: Actor, in db: Database
    ) throws -> [PoolQuestion] {
        let blind = try ReviewerActions.blind(to: actor, in: db)
        guard !blind.isEmpty else { return pool }
        let owners = try QuestionStore.owners(of: pool.map(\.revision), in: db)
        return pool.filter { question in owners[question.revision].map { !blind.contains($0) } ?? true }
    }
}
