import GRDB

/// Drafts as the rules allow them; `ExamActions` asks the policy first and records what was done.
enum ExamPlanActions {
    /// Writes a draft with `seed`, 64 unguessable hexadecimal digits; units in its audience are stored by full name.
    /// - Throws: `ExamRefusal`.
    static func insert(
        _ plan: ExamPlan, unit: ID<Unit>, seed: String, now: Moment, in db: Database
    ) throws -> ID<Exam> {
        try ExamStore.insert(try checked(plan, unit: unit, in: db), unit: unit, seed: seed, now: now, in: db)
    }

    /// Changes a draft.
    /// - Throws: `ExamRefusal`; also when it is published already.
    static func update(_ plan: ExamPlan, id: ID<Exam>, in db: Database) throws {
        let exam = try ExamStore.require(id, in: db)
        try ExamRules.checkChange(of: exam)
        try ExamStore.update(try checked(plan, unit: exam.unitID, in: db), id: id, in: db)
    }

    /// Removes a draft, which no attempt, roster or pool can refer to yet.
    static func delete(_ id: ID<Exam>, in db: Database) throws {
        try ExamRules.checkChange(of: try ExamStore.require(id, in: db))
        try ExamStore.delete(id, in: db)
    }

    /// The plan as it is stored.
    /// - Throws: `ExamRefusal.planInvalid` naming every problem.
    static func checked(_ plan: ExamPlan, unit: ID<Unit>, in db: Database) throws -> ExamPlan {
        guard let unit = try UnitStore.unit(unit, in: db) else { throw CommonRefusal.missing }
        var plan = plan
        let problems = ExamRules.problems(in: plan) + (try strangers(in: plan.examinees, unit: unit, in: db))
        guard problems.isEmpty else { throw ExamRefusal.planInvalid(problems) }
        plan.examinees = try AudienceStore.normalised(plan.examinees, unit: unit, in: db)
        return plan
    }

    /// The first twenty names in the audience that belong to nothing within `unit`; none for an audience too long to
    /// be looked up.
    static func strangers(in audience: Audience, unit: Unit, in db: Database) throws -> [ExamProblem] {
        guard AudienceRules.overfull(audience, limit: ExamRules.audienceLimit).isEmpty else { return [] }
        let audience = try AudienceStore.normalised(audience, unit: unit, in: db)
        return try AudienceStore.strangers(in: audience, unit: unit, in: db).prefix(20).map(ExamProblem.init)
    }
}
