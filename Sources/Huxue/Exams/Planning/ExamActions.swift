import GRDB

/// Managers' actions on exams, from pages and commands: permitted by the policy, decided by the rules, recorded.
enum ExamActions {
    /// One of the actions below on one exam, as a value that routes can pass on.
    typealias Step = @Sendable (ID<Exam>, ActionContext, Database) throws -> Void

    /// The exam if the actor manages it; anybody else is told that there is none.
    static func managed(_ id: ID<Exam>, by actor: Actor, in db: Database) throws -> (exam: Exam, unit: Unit) {
        guard let exam = try ExamStore.find(id, in: db), let unit = try UnitStore.unit(exam.unitID, in: db),
            Policy.permits(.manageExams, for: actor, at: unit.position)
        else { throw ExamRefusal.unknownExam }
        return (exam, unit)
    }

    /// Whether `actor` manages the exams of this unit.
    static func mayManage(at unit: UnitPath, _ actor: Actor) -> Bool {
        Policy.permits(.manageExams, for: actor, at: unit)
    }

    /// Writes a draft, or returns a draft with exactly the same plan, so that a form sent twice makes only one.
    static func create(
        _ plan: ExamPlan, unit: ID<Unit>, seed: String, by acting: ActionContext, in db: Database
    ) throws -> ID<Exam> {
        guard let unit = try UnitStore.unit(unit, in: db) else { throw CommonRefusal.missing }
        try Policy.require(.manageExams, for: acting.actor, at: unit.position)
        let checked = try ExamPlanActions.checked(plan, unit: unit.id, in: db)
        if let same = try ExamStore.draft(like: checked, unit: unit.id, in: db) { return same }
        let id = try ExamStore.insert(checked, unit: unit.id, seed: seed, now: acting.now, in: db)
        try record(.examCreation, id, .words(plan.title), by: acting, in: db)
        return id
    }

    static func change(_ id: ID<Exam>, to plan: ExamPlan, by acting: ActionContext, in db: Database) throws {
        let exam = try managed(id, by: acting.actor, in: db).exam
        guard exam.plan != plan else { return }
        try ExamPlanActions.update(plan, id: id, in: db)
        try record(.examChange, id, .words(plan.title), by: acting, in: db)
    }

    static func delete(_ id: ID<Exam>, by acting: ActionContext, in db: Database) throws {
        let exam = try managed(id, by: acting.actor, in: db).exam
        try ExamPlanActions.delete(id, in: db)
        try record(.examDeletion, id, .words(exam.plan.title), by: acting, in: db)
    }

    static func publish(_ id: ID<Exam>, by acting: ActionContext, in db: Database) throws {
        let exam = try managed(id, by: acting.actor, in: db).exam
        try ExamStateActions.publish(id, now: acting.now, in: db)
        try record(.examPublication, id, .words(exam.plan.title), by: acting, in: db)
    }

    /// Ends a published exam now; open attempts are handed in with the answers saved so far.
    static func close(_ id: ID<Exam>, by acting: ActionContext, in db: Database) throws {
        let exam = try managed(id, by: acting.actor, in: db).exam
        guard exam.state == .published else {
            throw exam.state == .draft ? ExamRefusal.notPublished : ExamRefusal.alreadyClosed
        }
        let handedIn = try SubmissionActions.submitOpen(exam: id, now: acting.now, in: db)
        try ExamStateActions.close(id, now: acting.now, in: db)
        try record(
            .examClosure, id, ["title": .text(exam.plan.title), "count": .number(handedIn)], by: acting, in: db)
    }

    static func extend(_ id: ID<Exam>, closes: Moment, by acting: ActionContext, in db: Database) throws {
        let exam = try managed(id, by: acting.actor, in: db).exam
        try ExamStateActions.extend(id, closes: closes, now: acting.now, in: db)
        try record(
            .examExtension, id, .change(from: .moment(exam.plan.closes), to: .moment(closes)), by: acting, in: db)
    }

    static func releaseResults(_ id: ID<Exam>, by acting: ActionContext, in db: Database) throws {
        let exam = try managed(id, by: acting.actor, in: db).exam
        try ExamStateActions.releaseResults(id, now: acting.now, in: db)
        try record(.examResultsRelease, id, .words(exam.plan.title), by: acting, in: db)
    }

    /// Sets one person's accommodation; a make-up on a closed exam reopens it.
    static func accommodate(_ accommodation: Accommodation, by acting: ActionContext, in db: Database) throws {
        let exam = try managed(accommodation.examID, by: acting.actor, in: db).exam
        let before = try AccommodationStore.find(
            exam: accommodation.examID, employee: accommodation.employeeID, in: db)
        var stored = before ?? Accommodation(examID: accommodation.examID, employeeID: accommodation.employeeID)
        stored.extraAttempts = accommodation.extraAttempts
        guard exam.state == .closed || stored != accommodation else { return }
        try AccommodationActions.set(accommodation, now: acting.now, in: db)
        if exam.state == .closed {
            try record(.examChange, exam.id, .change(from: .text("closed"), to: .text("published")), by: acting, in: db)
        }
        let person = try EmployeeStore.member(accommodation.employeeID, scope: .everywhere, in: db)
        try record(
            .examAccommodation, accommodation.examID,
            [
                "staffNumber": .text(person?.employee.staffNumber ?? ""),
                "extraMinutes": .number(accommodation.extraMinutes),
                "excused": accommodation.isExcused ? .number(1) : nil,
                "opens": accommodation.opens.map(AuditValue.moment),
                "closes": accommodation.closes.map(AuditValue.moment),
            ], by: acting, in: db)
    }

    /// The exam as `exam list --json` prints it.
    static func listing(of exam: Exam, in db: Database) throws -> ExamListing {
        ExamListing(exam, unit: try UnitStore.unit(exam.unitID, in: db)?.fullName ?? "")
    }

    static func record(
        _ action: AuditAction, _ id: ID<Exam>, _ detail: AuditDetail, by acting: ActionContext, in db: Database
    ) throws {
        try AuditStore.append(action, on: "exam/\(id)", detail, by: acting, in: db)
    }
}
