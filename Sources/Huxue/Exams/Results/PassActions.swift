import GRDB

/// Passes and failures of the own section, for supervisors where the office allows it.
enum PassActions {
    /// Most people listed.
    static let listLimit = 200

    /// Who passed an exam whose results its examinees may see; nil where the actor may not see it.
    ///
    /// `unit`: only the people of this unit and of those below; nil for all whom the actor may see.
    static func list(
        of exam: Exam, below unit: UnitPath?, limit: Int = listLimit, for acting: ActionContext, in db: Database
    ) throws -> PassList? {
        guard Policy.permitsSomewhere(.readPasses, for: acting.actor),
            ExamRules.showsResults(exam, isSubmitted: true), try ExamSettingStore.supervisorsSeePasses(in: db)
        else { return nil }
        let (scope, today) = (Policy.scope(of: .readPasses, for: acting.actor), ROCDate.day(of: acting.now))
        func count(_ filter: ResultFilter) throws -> Int {
            try ResultStore.count(
                of: exam, ResultQuery(filter: filter, unit: unit), scope: scope, today: today, in: db)
        }
        let people = try ResultStore.results(
            of: exam, ResultQuery(filter: .submitted, unit: unit), scope: scope, today: today, limit: limit, in: db)
        return PassList(passed: try count(.passed), failed: try count(.failed), people: people.map(\.withoutPoints))
    }

    /// Nil for everybody who may not decide it.
    static func setting(for actor: Actor, in db: Database) throws -> Bool? {
        guard Policy.permitsEverywhere(.manageExams, for: actor) else { return nil }
        return try ExamSettingStore.supervisorsSeePasses(in: db)
    }

    static func set(_ isAllowed: Bool, by acting: ActionContext, in db: Database) throws {
        try Policy.requireEverywhere(.manageExams, for: acting.actor)
        guard try ExamSettingStore.supervisorsSeePasses(in: db) != isAllowed else { return }
        try ExamSettingStore.setSupervisorsSeePasses(isAllowed, in: db)
        try AuditStore.append(
            .examSetting, on: "examSetting/1", ["passes": .number(isAllowed ? 1 : 0)], by: acting, in: db)
    }
}
