import GRDB

/// What managers see of papers.
enum PaperActions {
    /// 樣卷: a paper with keys, drawn by the rules of an exam from a seed that has nothing to do with the exam's own.
    ///
    /// Recorded in the audit log, because it shows keys; refused to an actor with an open attempt.
    static func sample(
        of id: ID<Exam>, number: Int, by acting: ActionContext, in db: Database
    ) throws -> ExamPaperViews.Sheet {
        guard case .visitor(let visitor) = acting.actor else { throw ExamRefusal.unknownExam }
        let now = acting.now
        let exam = try ExamActions.managed(id, by: acting.actor, in: db).exam
        guard try AttemptStore.openQuestions(of: visitor.employee, in: db).isEmpty else {
            throw ExamRefusal.openAttemptOfViewer
        }
        let pool =
            try exam.state == .draft
            ? ExamPoolStore.bank(on: ROCDate.day(of: now), in: db) : ExamPoolStore.pool(of: id, in: db)
        let seed = "sample \(number)"
        let recipient = PaperRules.Recipient(employee: ID(rawValue: 0), ordinal: 1)
        let drawn = PaperRules.questions(of: exam.plan, seed: seed, pool: pool, for: recipient) ?? []
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
            exam: exam, questions: questions, shortages: BlueprintRules.shortages(exam.plan.blueprint, pool: pool),
            number: number, now: now)
    }
}
