import GRDB

/// Reads and sets the accommodations of an exam's examinees, as the rules allow.
enum AccommodationActions {
    /// One page of an exam's examinees, each with their accommodation.
    ///
    /// `saved`: the examinee whose accommodation the page confirms as just saved; nil for none.
    static func sheet(
        of id: ID<Exam>, _ query: AccommodationViews.Query, saved: ID<Employee>?, for acting: ActionContext,
        in db: Database
    ) throws -> AccommodationViews.Sheet {
        let exam = try ExamActions.managed(id, by: acting.actor, in: db).exam
        let today = ROCDate.day(of: acting.now)
        let standing = try StandingStore.standing(of: exam, scope: .everywhere, today: today, in: db)
        let unit = try query.unit.flatMap { try UnitStore.unit($0, in: db) }
        let wish = ResultQuery(
            search: query.search, filter: ResultFilter(query.state), hasMakeUp: query.hasMakeUp,
            unit: query.unit.map { _ in unit?.position ?? UnitPath(rawValue: "") }, isUnitAlone: query.isUnitAlone)
        let isNarrowed = !query.search.isEmpty || query.unit != nil || query.hasMakeUp
        let total =
            try isNarrowed
            ? ResultStore.count(of: exam, wish, scope: .everywhere, today: today, in: db)
            : query.state.map { standing.count(of: $0) } ?? standing.roster
        let paging = Paging(query.page, size: AccommodationViews.pageSize, total: total)
        let results = try ResultStore.results(
            of: exam, wish, scope: .everywhere, today: today, limit: paging.size, offset: paging.offset, in: db)
        let own = try AccommodationStore.all(of: id, among: results.map(\.entry.employee), in: db)
        let attempts = try AttemptStore.all(of: id, among: results.map(\.entry.employee), in: db)
        return AccommodationViews.Sheet(
            exam: exam, standing: standing,
            makeUps: try MakeUpActions.counts(of: exam, now: acting.now, in: db).values.reduce(0, +),
            lines: results.map { result in
                let employee = result.entry.employee
                return AccommodationViews.Line(
                    result: result, accommodation: own[employee], attempts: attempts[employee] ?? [])
            },
            query: query, paging: paging,
            saved: try saved.flatMap { try line(of: $0, in: exam, today: today, in: db) }, now: acting.now)
    }

    /// One examinee with their accommodation, and what the form fills in for a make-up.
    /// - Throws: `ExamRefusal.notConcerned` when the exam does not concern this person.
    static func line(
        of employee: ID<Employee>, in id: ID<Exam>, for acting: ActionContext, in db: Database
    ) throws -> (exam: Exam, line: AccommodationViews.Line, window: (opens: Moment, closes: Moment)) {
        let exam = try ExamActions.managed(id, by: acting.actor, in: db).exam
        guard let line = try line(of: employee, in: exam, today: ROCDate.day(of: acting.now), in: db) else {
            throw ExamRefusal.notConcerned
        }
        let latest = try AccommodationStore.lastMakeUp(of: id, in: db)
        let window = AccommodationRules.windowToFill(
            in: exam, own: line.accommodation, latest: latest, now: acting.now)
        return (exam, line, window)
    }

    private static func line(
        of employee: ID<Employee>, in exam: Exam, today: Day, in db: Database
    ) throws -> AccommodationViews.Line? {
        let own = try AccommodationStore.find(exam: exam.id, employee: employee, in: db)
        return try ResultStore.result(of: employee, in: exam, scope: .everywhere, today: today, in: db).map {
            AccommodationViews.Line(result: $0, accommodation: own)
        }
    }

    /// Replaces the examinee's stored accommodation; one that changes nothing is not stored.
    ///
    /// Time given during an attempt counts at once; a make-up reopens an exam that is closed.
    /// - Throws: `ExamRefusal`.
    static func set(_ accommodation: Accommodation, now: Moment, in db: Database) throws {
        let (id, employee) = (accommodation.examID, accommodation.employeeID)
        let exam = try ExamStore.require(id, in: db)
        let before = try AccommodationStore.find(exam: id, employee: employee, in: db)
        guard try RosterStore.concerns(exam, employee: employee, today: ROCDate.day(of: now), in: db) else {
            throw ExamRefusal.notConcerned
        }
        let handedIn = try AttemptStore.all(of: employee, exam: id, in: db).filter { $0.submittedAt != nil }
        try AccommodationRules.check(
            accommodation, before: before, exam: exam, attemptsUsed: handedIn.count,
            hasPassed: handedIn.contains { $0.passed == true }, now: now)
        try AccommodationStore.delete(exam: id, employee: employee, in: db)
        guard accommodation.changesAnything else { return }
        var granted = accommodation
        granted.extraAttempts = AccommodationRules.extraAttempts(
            for: accommodation, before: before, plan: exam.plan, attemptsUsed: handedIn.count)
        try AccommodationStore.insert(granted, in: db)
        if exam.state == .closed { try ExamStore.setReopened(id, in: db) }
        try DeadlineActions.renew(exam: exam, employee: employee, now: now, in: db)
    }
}
