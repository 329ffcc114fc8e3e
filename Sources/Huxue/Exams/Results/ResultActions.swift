import GRDB

/// Results as managers and chiefs see them: permitted by the policy, narrowed to its scope.
///
/// Callers that show the results of persons must record that first; see `record`.
enum ResultActions {
    /// The exam, if the actor may see results of it in some unit; to others it appears not to exist.
    /// - Throws: `ExamRefusal.unknownExam`.
    static func exam(_ id: ID<Exam>, for actor: Actor, in db: Database) throws -> Exam {
        guard let exam = try ExamStore.find(id, in: db), exam.state != .draft,
            let unit = try UnitStore.unit(exam.unitID, in: db),
            concerns(unit.position, scope: Policy.scope(of: .readCompliance, for: actor))
        else { throw ExamRefusal.unknownExam }
        return exam
    }

    /// The exams of which the actor may see something, the latest first, with how far their examinees are.
    static func list(for acting: ActionContext, in db: Database) throws -> [ComplianceViews.Line] {
        try Policy.requireSomewhere(.readCompliance, for: acting.actor)
        let scope = Policy.scope(of: .readCompliance, for: acting.actor)
        let exams = try concerning(acting.actor, in: db)
        let standings = try StandingStore.standings(
            of: exams, scope: scope, today: ROCDate.day(of: acting.now), in: db)
        return exams.map { ComplianceViews.Line(exam: $0, standing: standings[$0.id] ?? .nobody) }
    }

    /// The exams of which the actor may see who has taken them, the latest first.
    static func concerning(_ actor: Actor, in db: Database) throws -> [Exam] {
        let scope = Policy.scope(of: .readCompliance, for: actor)
        return try ExamStore.held(in: db).filter { concerns($0.unit, scope: scope) }.map(\.exam)
    }

    /// Whether an exam of `unit` can have examinees in `scope`: the unit must lie inside the scope or above it.
    private static func concerns(_ unit: UnitPath, scope: UnitScope) -> Bool {
        switch scope {
        case .everywhere: true
        case .units(let roots): roots.contains { $0.covers(unit) || unit.covers($0) }
        }
    }

    /// All results person by person that the actor may see, by unit and staff number.
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

    /// One page of the results that the actor may see, with figures over all of them.
    static func sheet(
        of id: ID<Exam>, _ list: ResultListQuery, statistics cache: StatisticsCache, for acting: ActionContext,
        in db: Database
    ) throws -> ResultViews.Sheet {
        try Policy.requireSomewhere(.readResults, for: acting.actor)
        let exam = try exam(id, for: acting.actor, in: db)
        let scope = Policy.scope(of: .readResults, for: acting.actor)
        let today = ROCDate.day(of: acting.now)
        let standing = try StandingStore.standing(of: exam, scope: scope, today: today, in: db)
        let statistics = try statistics(
            of: exam, submitted: standing.submitted, scope: scope, cache: cache, today: today, in: db)
        let scores = statistics.scores
        let counts = Dictionary(
            uniqueKeysWithValues: ResultFilter.allCases.map {
                ($0, ResultRules.count($0, standing: standing, scores: scores, passMark: exam.plan.passMark))
            })
        let total =
            try list.query.search.isEmpty
            ? counts[list.query.filter] ?? 0
            : ResultStore.count(of: exam, list.query, scope: scope, today: today, in: db)
        let paging = Paging(list.page, size: ResultViews.pageSize, total: total)
        let results = try ResultStore.results(
            of: exam, list.query, scope: scope, today: today, limit: paging.size, offset: paging.offset, in: db)
        return ResultViews.Sheet(
            exam: exam, standing: standing, scores: scores, counts: counts, results: results,
            attempts: try AttemptStore.all(of: id, among: results.map(\.entry.employee), in: db),
            topics: statistics.topics, list: list, paging: paging,
            isManager: try isManager(of: exam, acting.actor, in: db), now: acting.now)
    }

    /// How many people reached each score, and how the questions of each topic were answered.
    ///
    /// Topics are left out before the exam has ended, and below `ResultRules.leastForTopics` papers.
    static func statistics(
        of exam: Exam, submitted: Int, scope: UnitScope, cache: StatisticsCache, today: Day, in db: Database
    ) throws -> ExamStatistics {
        let units = scope.isEverywhere ? [] : try UnitStore.all(scope: scope, in: db).map(\.id)
        return try cache.statistics(of: exam, units: units) {
            let showsTopics = exam.hasEnded && submitted >= ResultRules.leastForTopics
            return ExamStatistics(
                scores: try ResultStore.scores(of: exam, scope: scope, today: today, in: db),
                topics: showsTopics ? try topics(of: exam, scope: scope, today: today, in: db) : [])
        }
    }

    private static func topics(
        of exam: Exam, scope: UnitScope, today: Day, in db: Database
    ) throws -> [TopicResult] {
        let pool = try ExamPoolStore.pool(of: exam.id, in: db)
        return ResultRules.topics(
            try ResultStore.answers(of: exam, scope: scope, today: today, in: db),
            keys: try QuestionStore.keys(of: pool.map(\.revision), in: db).mapValues(\.choices),
            topics: Dictionary(pool.map { ($0.revision, $0.topic) }) { first, _ in first })
    }

    static func isManager(of exam: Exam, _ actor: Actor, in db: Database) throws -> Bool {
        guard let unit = try UnitStore.unit(exam.unitID, in: db) else { return false }
        return Policy.permits(.manageExams, for: actor, at: unit.position)
    }

    /// Records that the results of `count` persons were viewed or exported; must be committed before they are shown.
    static func record(
        _ action: AuditAction, _ exam: Exam, count: Int, by acting: ActionContext, in db: Database
    ) throws {
        try ExamActions.record(
            action, exam.id, ["title": .text(exam.plan.title), "count": .number(count)], by: acting, in: db)
    }

    /// Who has not handed in, by unit and staff number, without scores.
    static func waiting(
        for id: ID<Exam>, by acting: ActionContext, in db: Database
    ) throws -> (exam: Exam, results: [ExamResult]) {
        try Policy.requireSomewhere(.readCompliance, for: acting.actor)
        let exam = try exam(id, for: acting.actor, in: db)
        let results = try ResultStore.results(
            of: exam, ResultQuery(filter: .waiting), scope: Policy.scope(of: .readCompliance, for: acting.actor),
            today: ROCDate.day(of: acting.now), in: db)
        return (exam, results.map(\.withoutScore))
    }

    /// How far examinees are at one level of the units that the actor may see, and one page of those who have not
    /// handed in there; both without scores.
    static func compliance(
        of id: ID<Exam>, below unit: ID<Unit>?, page: Int?, for acting: ActionContext, in db: Database
    ) throws -> ComplianceViews.Sheet {
        try Policy.requireSomewhere(.readCompliance, for: acting.actor)
        let exam = try exam(id, for: acting.actor, in: db)
        let scope = Policy.scope(of: .readCompliance, for: acting.actor)
        let today = ROCDate.day(of: acting.now)
        let level = try StandingActions.level(of: exam, below: unit, scope: scope, today: today, in: db)
        let shown = ExamStanding.sum(level.lines.map(\.standing))
        let query = ResultQuery(
            filter: .waiting, unit: level.isTop ? nil : level.unit?.position)
        let paging = Paging(page, size: ResultViews.pageSize, total: shown.roster - shown.submitted)
        let results = try ResultStore.results(
            of: exam, query, scope: scope, today: today, limit: paging.size, offset: paging.offset, in: db
        ).map(\.withoutScore)
        let open = results.map(\.entry).filter { Policy.permits(.readResults, for: acting.actor, at: $0.unit) }
        return ComplianceViews.Sheet(
            exam: exam, standing: try StandingActions.total(of: exam, level, scope: scope, today: today, in: db),
            level: level, waiting: results, paging: paging, open: Set(open.map(\.employee)),
            reminder: try ReminderActions.tally(of: exam, for: acting, in: db),
            passes: try PassActions.list(
                of: exam, below: level.isTop ? nil : level.unit?.position, for: acting, in: db),
            showsResults: Policy.permitsSomewhere(.readResults, for: acting.actor), now: acting.now)
    }

    /// One person's results, where the actor may see them.
    static func history(
        of employee: ID<Employee>, by acting: ActionContext, in db: Database
    ) throws -> (member: StaffMember, lines: [ComplianceViews.HistoryLine]) {
        try Policy.requireSomewhere(.readResults, for: acting.actor)
        let scope = Policy.scope(of: .readResults, for: acting.actor)
        guard let member = try EmployeeStore.member(employee, scope: scope, in: db) else {
            throw CommonRefusal.missing
        }
        let today = ROCDate.day(of: acting.now)
        let attempts = Dictionary(grouping: try AttemptStore.all(of: employee, in: db), by: \.examID)
        let lines = try ExamStore.concerning(employee, today: today, in: db).compactMap { exam in
            try ResultStore.result(of: employee, in: exam, scope: scope, today: today, in: db).map {
                ComplianceViews.HistoryLine(exam: exam, result: $0, attempts: attempts[exam.id] ?? [])
            }
        }
        return (member, lines)
    }

    /// One paper of an examinee, once the exam has ended, without the answers that a make-up or a review hides.
    ///
    /// `ordinal`: the number of the attempt; nil for the one that counts.
    /// Also refused to an actor whose own open attempt contains one of its questions; see `checkKeys`.
    static func answerSheet(
        of employee: ID<Employee>, exam id: ID<Exam>, attempt ordinal: Int? = nil, papers: MakeUpPaperCache,
        by acting: ActionContext, in db: Database
    ) throws -> (result: ExamResult, sheet: TestViews.Sheet, attempts: [Attempt]) {
        try Policy.requireSomewhere(.readResults, for: acting.actor)
        let exam = try exam(id, for: acting.actor, in: db)
        let scope = Policy.scope(of: .readResults, for: acting.actor)
        guard
            let result = try ResultStore.result(
                of: employee, in: exam, scope: scope, today: ROCDate.day(of: acting.now), in: db),
            result.score != nil
        else { throw CommonRefusal.missing }
        guard ExamRules.showsAnswers(exam) else { throw ExamRefusal.answersNotOpen }
        let attempts = try AttemptStore.all(of: employee, exam: id, in: db).filter { $0.submittedAt != nil }
        let wanted = ordinal ?? AttemptRules.counted(attempts)?.ordinal
        guard let attempt = attempts.first(where: { $0.ordinal == wanted }),
            var sheet = try SheetActions.sheet(
                address: attempt.address, employee: employee, shown: nil, chosenWord: ExamWords.examineeAnswer,
                now: acting.now, in: db)
        else { throw CommonRefusal.missing }
        sheet.withheld = try MakeUpActions.withheld(of: exam, papers: papers, now: acting.now, in: db)
        sheet.inReview = try ReviewerActions.blind(to: acting.actor, in: db)
        try checkKeys(of: sheet.disclosed.map(\.revision), for: acting.actor, in: db)
        if case .visitor = acting.actor {
            let codes = try QuestionStore.codes(of: sheet.disclosed.map(\.revision.questionID), in: db)
            try QuestionActions.recordKeys(of: codes, by: acting, in: db)
        }
        try ExamActions.record(
            .attemptView, exam.id,
            [
                "title": .text(exam.plan.title), "staffNumber": .text(result.entry.staffNumber),
                "attempt": attempt.ordinal > 1 ? .number(attempt.ordinal) : nil,
            ], by: acting, in: db)
        return (result, sheet, attempts)
    }

    /// Records that one person's results were viewed.
    static func recordHistory(of member: StaffMember, by acting: ActionContext, in db: Database) throws {
        try AuditStore.append(
            .examResultsView, on: "employee/\(member.employee.id)", .words(member.employee.staffNumber), by: acting,
            in: db)
    }

    /// Checks that the actor has no open attempt of their own with one of these questions, in any revision.
    /// - Throws: `ExamRefusal.openAttemptOfViewer`.
    static func checkKeys(of revisions: [QuestionRevision], for actor: Actor, in db: Database) throws {
        guard case .visitor(let visitor) = actor else { return }
        let open = try AttemptStore.openQuestions(of: visitor.employee, in: db)
        let questions = Set(try QuestionStore.revisions(ids: Array(open), in: db).values.map(\.questionID))
        guard revisions.allSatisfy({ !questions.contains($0.questionID) }) else {
            throw ExamRefusal.openAttemptOfViewer
        }
    }
}
