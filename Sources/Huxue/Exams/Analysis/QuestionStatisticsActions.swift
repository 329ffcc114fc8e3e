import GRDB

/// What all closed exams together say about the questions of the bank, for those who may read it.
enum QuestionStatisticsActions {
    /// What all closed exams say about a question, revision by revision, and where it was used; nil when there is none.
    ///
    /// `chosen`: only this exam counts; nil for all. Its page shows the key, unless it is sealed: see `record(_:by:in:)`.
    static func statistics(
        of code: String, only chosen: ID<Exam>? = nil, cache: ItemAnalysisActions.Cache, for actor: Actor,
        in db: Database
    ) throws -> QuestionStatisticsViews.Contents? {
        try Policy.requireSomewhere(.browseQuestions, for: actor)
        guard let question = try QuestionStore.question(code: code, in: db), QuestionAccess.shows(question, to: actor)
        else { return nil }
        let revisions = try QuestionStore.revisions(of: question.id, in: db)
        let drawing = try ItemAnalysisStore.exams(drawing: revisions.map(\.id), in: db)
        let numbers = Dictionary(revisions.map { ($0.id, $0.number) }) { first, _ in first }
        var tallies: [ID<QuestionRevision>: ItemTally] = [:]
        var uses: [QuestionStatisticsViews.Use] = []
        for exam in try ItemAnalysisActions.exams(for: actor, in: db)
        where drawing.contains(exam.id) && (chosen.map { $0 == exam.id } ?? true) {
            guard let analysis = try ItemAnalysisActions.analysis(of: exam, cache: cache, in: db) else { continue }
            let own = analysis.items.filter { numbers[$0.revision] != nil }
            for tally in own { tallies[tally.revision] = sum(tallies[tally.revision], tally) }
            uses += own.map { tally in
                QuestionStatisticsViews.Use(
                    exam: exam, number: numbers[tally.revision] ?? 0, papers: tally.all.papers,
                    examPapers: analysis.papers, figures: ItemFigureRules.figures(of: tally))
            }
            if own.isEmpty {
                uses.append(
                    QuestionStatisticsViews.Use(
                        exam: exam, number: nil, papers: 0, examPapers: analysis.papers, figures: nil))
            }
        }
        return QuestionStatisticsViews.Contents(
            question: question,
            revisions: revisions.map { revision in
                QuestionStatisticsViews.Line(
                    revision: revision, papers: tallies[revision.id]?.all.papers ?? 0,
                    figures: tallies[revision.id].flatMap(ItemFigureRules.figures))
            }, uses: uses, refusal: try refusal(question, for: actor, in: db))
    }

    /// Why the actor must not learn the key: of an open test, or because of a review; nil when nothing forbids it.
    private static func refusal(_ question: Question, for actor: Actor, in db: Database) throws -> ExamRefusal? {
        if try ItemAnalysisActions.openQuestions(of: actor, in: db).contains(question.id) {
            return .openAttemptOfViewer
        }
        return try ReviewerActions.blind(to: actor, in: db).contains(question.id) ? .keyInReview : nil
    }

    /// Records that the key of this question is shown; to be committed before it is.
    /// - Throws: `ExamRefusal.openAttemptOfViewer` when the actor has begun a test with it meanwhile, `.keyInReview` when it
    ///   was handed in for review.
    static func record(_ question: Question, by acting: ActionContext, in db: Database) throws {
        try Policy.requireSomewhere(.browseQuestions, for: acting.actor)
        if let refusal = try refusal(question, for: acting.actor, in: db) { throw refusal }
        guard case .visitor = acting.actor else { return }
        try QuestionActions.recordKeys(of: [question.code], by: acting, in: db)
    }

    /// Without the weight, which an exam alone has.
    private static func sum(_ sum: ItemTally?, _ tally: ItemTally) -> ItemTally {
        if let sum { return sum.adding(tally) }
        var alone = tally
        alone.weight = nil
        return alone
    }

    /// The questions in use, in their current revisions, over all closed exams that the actor may read.
    static func bank(
        cache: ItemAnalysisActions.Cache, for acting: ActionContext, in db: Database
    ) throws -> (lines: [ItemLine], exams: [Exam]) {
        try Policy.requireSomewhere(.browseQuestions, for: acting.actor)
        var tallies: [ID<QuestionRevision>: ItemTally] = [:]
        let exams = try ItemAnalysisActions.exams(for: acting.actor, in: db)
        for exam in exams {
            for tally in try ItemAnalysisActions.analysis(of: exam, cache: cache, in: db)?.items ?? [] {
                tallies[tally.revision] = sum(tallies[tally.revision], tally)
            }
        }
        let stock = try ExamPoolStore.stock(
            on: ROCDate.day(of: acting.now), shownIn: Policy.scope(of: .browseQuestions, for: acting.actor), in: db)
        let lines = (stock.drawable + stock.held).compactMap { question in
            tallies[question.revision].map { tally in
                ItemLine(
                    question: question, papers: tally.all.papers, figures: ItemFigureRules.figures(of: tally))
            }
        }
        return (lines.sorted { $0.question.code < $1.question.code }, exams)
    }

    /// The questions that an editor should look at.
    static func review(
        _ list: ItemListQuery, cache: ItemAnalysisActions.Cache, for acting: ActionContext, in db: Database
    ) throws -> ItemReviewViews.Contents {
        let (lines, exams) = try bank(cache: cache, for: acting, in: db)
        let flagged = lines.filter { !($0.figures?.findings ?? []).isEmpty }
        let found = list.sorted(flagged)
        let paging = Paging(list.page, size: ExamAnalysisViews.pageSize, total: found.count)
        let shown = Array(found.dropFirst(paging.offset).prefix(paging.size))
        return ItemReviewViews.Contents(
            lines: shown, stems: try ItemAnalysisActions.stems(of: shown, in: db),
            counts: Dictionary(flagged.flatMap { $0.figures?.findings ?? [] }.map { ($0, 1) }, uniquingKeysWith: +),
            total: flagged.count, analysed: lines.count { $0.figures != nil }, exams: exams, list: list,
            paging: paging)
    }
}
