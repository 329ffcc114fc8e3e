import GRDB

/// What an amendment means for an exam that is published already: its papers stay as they are, its manager is told.
enum ExamAmendmentActions {
    /// Nil when no question of the exam's pool is affected, and when the exam is not yet or no longer published.
    static func amendment(of exam: Exam, for acting: ActionContext, in db: Database) throws -> ExamAmendment? {
        guard case .visitor(let visitor) = acting.actor else { return nil }
        return try amendment(of: exam, for: visitor, now: acting.now, in: db)
    }

    private static func amendment(
        of exam: Exam, for visitor: Visitor, now: Moment, in db: Database
    ) throws -> ExamAmendment? {
        guard exam.state == .published, let published = exam.publishedAt else { return nil }
        let flags = try AmendmentStore.touching(
            .question, usedSince: published, today: ROCDate.day(of: now), in: db)
        guard !flags.isEmpty else { return nil }
        let pool = try ExamPoolStore.pool(of: exam.id, in: db)
        let owners = try QuestionStore.owners(of: pool.map(\.revision), in: db)
        let flagsOf = Dictionary(grouping: flags) { ID<Question>(rawValue: $0.subjectID) }
        let touched = pool.compactMap { drawable in
            owners[drawable.revision].flatMap { owner in flagsOf[owner].map { (drawable, owner, $0) } }
        }
        guard !touched.isEmpty else { return nil }
        let sealed = try QuestionStore.questions(
            of: AttemptStore.openQuestions(of: visitor.employee, in: db), in: db)
        let own = touched.flatMap { $0.2 }
        return ExamAmendment(
            exam: exam, questions: touched.count,
            drawn: try ExamPoolStore.drawnCount(of: exam.id, among: Set(touched.map(\.0.revision)), in: db),
            shown: touched.filter { !sealed.contains($0.1) }.map { ($0.0.code, $0.2) },
            comparisons: try AmendmentVersionStore.comparisons(of: Set(own.map(\.version)), in: db), flags: own)
    }

    /// Notes for the manager's home page, on those of `exams` that an amendment affects.
    static func notes(
        _ exams: [Exam], for visitor: Visitor, now: Moment, in db: Database
    ) throws -> [ManagerNote] {
        try exams.compactMap { exam in
            try amendment(of: exam, for: visitor, now: now, in: db).map(ExamAmendmentViews.note)
        }
    }
}
