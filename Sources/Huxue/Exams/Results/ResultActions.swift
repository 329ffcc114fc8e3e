import GRDB

/// Results as managers and chiefs see them: permitted by the policy, narrowed to its scope.
///
/// Whoever shows persons records the look first, see `record`.
enum ResultActions {
    /// The exam if the actor may see results of it somewhere: those who may not are told that there is none.
    static func exam(_ id: ID<Exam>, for actor: Actor, in db: Database) throws -> Exam {
        guard let exam = try ExamStore.find(id, in: db), exam.state != .draft,
            let unit = try UnitStore.unit(exam.unitID, in: db),
            concerns(unit.position, scope: Policy.scope(of: .readCompliance, for: actor))
        else { throw ExamRefusal.unknownExam }
        return exam
    }

    /// The exams of which the actor may see something, the latest first.
    static func exams(for actor: Actor, in db: Database) throws -> [Exam] {
        let scope = Policy.scope(of: .readCompliance, for: actor)
        let units = Dictionary(uniqueKeysWithValues: try UnitStore.all(in: db).map { ($0.id, $0.position) })
        return try ExamStore.all(within: .everywhere, in: db).filter { exam in
            exam.state != .draft && (units[exam.unitID].map { concerns($0, scope: scope) } ?? false)
        }
    }

    /// Whether an exam of `unit` can have examinees in `scope`: it lies in it or above it.
    private static func concerns(_ unit: UnitPath, scope: UnitScope) -> Bool {
        switch scope {
        case .everywhere: true
        case .units(let roots): roots.contains { $0.covers(unit) || unit.covers($0) }
        }
    }

    /// The results person by person that the actor may see.
    static func results(
        of id: ID<Exam>, by acting: ActionContext, in db: Database
    ) throws -> (exam: Exam, results: [ExamResult]) {
        try Policy.requireSomewhere(.readResults, for: acting.actor)
        let exam = try exam(id, for: acting.actor, in: db)
        let results = try ResultStore.results(
            of: exam, scope: Policy.scope(of: .readResults, for: acting.actor), today: ROCDate.day(of: acting.now),
            in: db)
        return (exam, results)
    }

    /// Records a look at the results of `count` persons, or their export; to be committed before they are shown.
    static func record(
        _ action: AuditAction, _ exam: Exam, count: Int, by acting: ActionContext, in db: Database
    ) throws {
        try ExamActions.record(
            action, exam.id, ["title": .text(exam.plan.title), "count": .number(count)], by: acting, in: db)
    }

    static func topics(of exam: Exam, for acting: ActionContext, in db: Database) throws -> [TopicResult] {
        try ResultStore.topics(
            of: exam, scope: Policy.scope(of: .readResults, for: acting.actor), today: ROCDate.day(of: acting.now),
            in: db)
    }

    static func isManager(of exam: Exam, _ actor: Actor, in db: Database) throws -> Bool {
        guard let unit = try UnitStore.unit(exam.unitID, in: db) else { return false }
        return Policy.permits(.manageExams, for: actor, at: unit.position)
    }

    /// Who has come how far, without scores.
    static func compliance(
        of id: ID<Exam>, by acting: ActionContext, in db: Database
    ) throws -> (exam: Exam, results: [ExamResult]) {
        try Policy.requireSomewhere(.readCompliance, for: acting.actor)
        let exam = try exam(id, for: acting.actor, in: db)
        let scope = Policy.scope(of: .readCompliance, for: acting.actor)
        let results = try ResultStore.results(of: exam, scope: scope, today: ROCDate.day(of: acting.now), in: db)
        return (exam, results.map(\.withoutScore))
    }

    /// One person's results, where the actor may see them.
    static func history(
        of employee: ID<Employee>, by acting: ActionContext, in db: Database
    ) throws -> (member: StaffMember, results: [(exam: Exam, result: ExamResult)]) {
        try Policy.requireSomewhere(.readResults, for: acting.actor)
        let scope = Policy.scope(of: .readResults, for: acting.actor)
        guard let member = try EmployeeStore.member(employee, scope: scope, in: db) else {
            throw CommonRefusal.missing
        }
        let results = try ResultStore.history(
            of: employee, scope: scope, today: ROCDate.day(of: acting.now), in: db)
        return (member, results)
    }

    /// The counted paper of one examinee, once nobody can take the exam any more.
    ///
    /// Whoever is just answering one of its questions elsewhere does not see it either.
    static func answerSheet(
        of employee: ID<Employee>, exam id: ID<Exam>, by acting: ActionContext, in db: Database
    ) throws -> (entry: RosterEntry, sheet: TestViews.Sheet) {
        try Policy.requireSomewhere(.readResults, for: acting.actor)
        let exam = try exam(id, for: acting.actor, in: db)
        let scope = Policy.scope(of: .readResults, for: acting.actor)
        guard
            let result = try ResultStore.result(
                of: employee, in: exam, scope: scope, today: ROCDate.day(of: acting.now), in: db),
            result.score != nil
        else { throw CommonRefusal.missing }
        guard ExamRules.showsAnswers(exam) else { throw ExamRefusal.answersNotOpen }
        guard
            let attempt = try AttemptStore.all(of: employee, exam: id, in: db)
                .first(where: { $0.submittedAt == result.submittedAt }),
            let sheet = try SheetActions.sheet(
                address: attempt.address, employee: employee, shown: nil, chosenWord: ExamWords.examineeAnswer,
                now: acting.now, in: db)
        else { throw CommonRefusal.missing }
        try checkKeys(of: sheet.questions.map(\.revision), for: acting.actor, in: db)
        if case .visitor(let visitor) = acting.actor {
            let codes = try QuestionStore.codes(of: sheet.questions.map(\.revision.questionID), in: db)
            try QuestionActions.recordKeys(of: codes, for: visitor, origin: acting.origin, now: acting.now, in: db)
        }
        try ExamActions.record(
            .attemptView, exam.id, ["title": .text(exam.plan.title), "staffNumber": .text(result.entry.staffNumber)],
            by: acting, in: db)
        return (result.entry, sheet)
    }

    /// Whoever is answering one of these questions, in whatever revision, waits until that attempt is handed in.
    static func checkKeys(of revisions: [QuestionRevision], for actor: Actor, in db: Database) throws {
        guard case .visitor(let visitor) = actor else { return }
        let open = try AttemptStore.openQuestions(of: visitor.employee, in: db)
        let questions = Set(try QuestionStore.revisions(ids: Array(open), in: db).values.map(\.questionID))
        guard revisions.allSatisfy({ !questions.contains($0.questionID) }) else {
            throw ExamRefusal.openAttemptOfViewer
        }
    }
}
