import GRDB

/// What the answers of closed exams say about questions: for those whose right reaches the exam's unit, and nothing to
/// somebody taking a test that shares a question with the exam.
///
/// A figure of one question rests on the answers to all others of its exam, so an exam is shown whole or not at all.
enum ItemAnalysisActions {
    /// An exam as it closed; reopened for a make-up it closes again at another instant.
    struct Closure: Hashable, Sendable {
        let exam: ID<Exam>
        let at: Moment
    }

    typealias Cache = GenerationCache<Closure, ExamAnalysis>

    /// No generation moves it: answers to a closed exam and the revisions that were asked never change.
    static func makeCache() -> Cache { Cache(of: [], limit: 200) }

    /// The exam, if the actor may read its analysis; to others it appears not to exist.
    /// - Throws: `ExamRefusal.unknownExam`, and `.openAttemptOfViewer` when the actor is taking one of its questions.
    static func exam(_ id: ID<Exam>, for actor: Actor, in db: Database) throws -> Exam {
        try Policy.requireSomewhere(.readAnalysis, for: actor)
        guard let exam = try ExamStore.find(id, in: db), exam.state != .draft,
            let unit = try UnitStore.unit(exam.unitID, in: db),
            Policy.permits(.readAnalysis, for: actor, at: unit.position)
        else { throw ExamRefusal.unknownExam }
        guard try !sealed(for: actor, in: db).contains(id) else { throw ExamRefusal.openAttemptOfViewer }
        return exam
    }

    /// The closed exams that the actor may read, the latest first.
    static func exams(for actor: Actor, in db: Database) throws -> [Exam] {
        let sealed = try sealed(for: actor, in: db)
        return try ExamStore.held(in: db).filter {
            $0.exam.state == .closed && !sealed.contains($0.exam.id)
                && Policy.permits(.readAnalysis, for: actor, at: $0.unit)
        }.map(\.exam)
    }

    /// The closed exams that share a question, in any revision, with an open attempt of the actor.
    private static func sealed(for actor: Actor, in db: Database) throws -> Set<ID<Exam>> {
        let questions = try openQuestions(of: actor, in: db)
        guard !questions.isEmpty else { return [] }
        let pools = try ItemAnalysisStore.pools(in: db)
        let owners = try QuestionStore.owners(of: Array(Set(pools.map(\.revision))), in: db)
        return Set(pools.filter { owners[$0.revision].map(questions.contains) ?? false }.map(\.exam))
    }

    /// The questions of the actor's open attempts, whose keys are closed to them.
    static func openQuestions(of actor: Actor, in db: Database) throws -> Set<ID<Question>> {
        guard case .visitor(let visitor) = actor else { return [] }
        return try QuestionStore.questions(of: AttemptStore.openQuestions(of: visitor.employee, in: db), in: db)
    }

    /// Nil before the exam has closed, and while it is reopened for a make-up.
    static func analysis(of exam: Exam, cache: Cache, in db: Database) throws -> ExamAnalysis? {
        guard exam.state == .closed, let closedAt = exam.closedAt else { return nil }
        return try cache.value(for: Closure(exam: exam.id, at: closedAt), in: db) {
            let answers = try ItemAnalysisStore.answers(of: exam.id, in: db)
            return ItemAnalysisRules.analysis(
                of: answers, keys: try QuestionStore.keys(of: answers.revisions, in: db))
        }
    }

    /// The questions of an exam, by code; empty before it has closed.
    static func lines(of exam: Exam, _ analysis: ExamAnalysis?, in db: Database) throws -> [ItemLine] {
        guard let analysis else { return [] }
        let tallies = Dictionary(analysis.items.map { ($0.revision, $0) }) { first, _ in first }
        return try ExamPoolStore.pool(of: exam.id, in: db).compactMap { question in
            tallies[question.revision].map { tally in
                ItemLine(
                    question: question, papers: tally.all.papers, figures: ItemFigureRules.figures(of: tally))
            }
        }
    }

    /// An exam's analysis with one page of its questions.
    static func sheet(
        of id: ID<Exam>, _ list: ItemListQuery, cache: Cache, for acting: ActionContext, in db: Database
    ) throws -> ExamAnalysisViews.Sheet {
        let exam = try exam(id, for: acting.actor, in: db)
        let analysis = try analysis(of: exam, cache: cache, in: db)
        let lines = try lines(of: exam, analysis, in: db)
        let sorted = list.sorted(lines)
        let found = sorted.filter { $0.figures != nil }
        let paging = Paging(list.page, size: ExamAnalysisViews.pageSize, total: found.count)
        let shown = Array(found.dropFirst(paging.offset).prefix(paging.size))
        return ExamAnalysisViews.Sheet(
            exam: exam, analysis: analysis, lines: lines, shown: shown, stems: try stems(of: shown, in: db),
            list: list, paging: paging, few: sorted.filter { $0.figures == nil },
            isManager: try ResultActions.isManager(of: exam, acting.actor, in: db),
            now: acting.now)
    }

    static func stems(
        of lines: [ItemLine], in db: Database
    ) throws -> [ID<QuestionRevision>: String] {
        try QuestionStore.revisions(ids: lines.map(\.question.revision), in: db).mapValues(\.stem)
    }

    /// One question in the analysis of an exam.
    ///
    /// Its page shows the key, unless it is sealed: see `record`.
    static func item(
        _ code: String, of id: ID<Exam>, cache: Cache, for acting: ActionContext, in db: Database
    ) throws -> ItemViews.Contents {
        let exam = try exam(id, for: acting.actor, in: db)
        guard
            let line = try lines(of: exam, try analysis(of: exam, cache: cache, in: db), in: db)
                .first(where: { $0.question.code == code }),
            let revision = try QuestionStore.revisions(ids: [line.question.revision], in: db)[line.question.revision]
        else { throw CommonRefusal.missing }
        let blind = try ReviewerActions.blind(to: acting.actor, in: db)
        return ItemViews.Contents(
            exam: exam, line: line, revision: revision, isSealed: blind.contains(revision.questionID),
            isManager: try ResultActions.isManager(of: exam, acting.actor, in: db),
            mayBrowse: Policy.permitsSomewhere(.browseQuestions, for: acting.actor), now: acting.now)
    }

    /// Records that the key of a question of this exam is shown; to be committed before it is.
    /// - Throws: as `exam`, and `ExamRefusal.keyInReview` when it was handed in for review meanwhile.
    static func record(_ code: String, of id: ID<Exam>, by acting: ActionContext, in db: Database) throws {
        _ = try exam(id, for: acting.actor, in: db)
        guard case .visitor(let visitor) = acting.actor else { return }
        if let question = try QuestionStore.question(code: code, in: db),
            try ReviewerActions.isBlind(question, to: visitor, in: db)
        {
            throw ExamRefusal.keyInReview
        }
        try QuestionActions.recordKeys(of: [code], by: acting, in: db)
    }
}
