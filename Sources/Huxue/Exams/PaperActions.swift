import GRDB

/// What managers see of papers.
enum PaperActions {
    /// 樣卷: a paper drawn by the rules of an exam, from seeds that have nothing to do with its own.
    static func sample(
        _ exam: Exam, pool: [PoolQuestion], number: Int, now: Moment, in db: Database
    ) throws -> ExamPaperPages.Sheet {
        let seed = "sample \(number)"
        let recipient = PaperRules.Recipient(employee: ID(rawValue: 0), ordinal: 1)
        let drawn = PaperRules.questions(of: exam.plan, seed: seed, pool: pool, for: recipient) ?? []
        let revisions = try QuestionStore.revisions(ids: drawn.map(\.revision), in: db)
        let worth = Points(rounding: ScoreRules.worth(questionCount: drawn.count)).text
        let questions = drawn.enumerated().compactMap { place, question in
            revisions[question.revision].map { revision in
                QuestionView.Placed(
                    number: place + 1, revision: revision,
                    order: PaperRules.choiceOrder(of: revision, plan: exam.plan, seed: seed, for: recipient),
                    points: worth)
            }
        }
        return ExamPaperPages.Sheet(
            exam: exam, questions: questions, shortages: BlueprintRules.shortages(exam.plan.blueprint, pool: pool),
            number: number, now: now)
    }
}
