import Hummingbird

/// Results and compliance; every view of persons' results is recorded before the response is sent.
struct ResultRoutes {
    let office: Office
    private let statistics = StatisticsCache()
    private let papers = MakeUpPaperCache()

    init(office: Office) { self.office = office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("manage/exams/:exam/results") { request, context in try await results(request, context) }
        router.get("manage/exams/:exam/results/export") { _, context in try await export(context) }
        router.get("manage/exams/:exam/results/:employee") { request, context in
            try await answerSheet(request, context)
        }
        router.get("manage/results") { request, context in try await list(request, context) }
        router.post("manage/results") { _, context in try await saveSetting(context) }
        router.get("manage/results/:exam") { request, context in try await compliance(request, context) }
        router.post("manage/results/:exam/reminder") { _, context in try await remind(context) }
        router.get("manage/results/:exam/export") { _, context in try await exportMissing(context) }
        router.get("manage/employees/:employee/results") { _, context in try await history(context) }
    }

    private func acting(_ context: SignedInContext) -> ActionContext {
        context.acting(at: office.clock.now())
    }

    private func record(
        _ action: AuditAction, _ exam: Exam, count: Int, by acting: ActionContext
    ) async throws {
        try await office.database.write(as: acting) { acting, db in
            try ResultActions.record(action, exam, count: count, by: acting, in: db)
        }
    }

    private func results(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let list = try ResultListQuery(try request.query())
        let acting = acting(context)
        let sheet = try await office.database.read {
            try ResultActions.sheet(of: id, list, statistics: statistics, for: acting, in: $0)
        }
        try await record(.examResultsView, sheet.exam, count: sheet.standing.roster, by: acting)
        return .page(ResultViews.results(sheet, chrome: office.chrome(for: context.visitor)))
    }

    private func export(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let acting = acting(context)
        let (exam, results) = try await office.database.read { try ResultActions.results(of: id, by: acting, in: $0) }
        try SessionRules.requireConfirmed(context.visitor, now: acting.now)
        try await record(.examResultsExport, exam, count: results.count, by: acting)
        let bytes = try await office.files.run { ResultFile.csv(results, of: exam, now: acting.now) }
        return .download(bytes, name: ResultFile.name(of: exam), type: "text/csv; charset=utf-8")
    }

    private func answerSheet(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let exam = try context.id("exam", of: Exam.self)
        let employee = try context.id("employee", of: Employee.self)
        let query = try request.query()
        let (list, ordinal) = (try OutcomeViews.List(query), try query.number("attempt"))
        // Read and recorded in one transaction, so that no page is shown without its line in the audit log.
        let shown = try await office.database.write(as: acting(context)) { acting, db in
            try ResultActions.answerSheet(
                of: employee, exam: exam, attempt: ordinal, papers: papers, by: acting, in: db)
        }
        return .page(
            OutcomeViews.answerSheet(
                shown.sheet, of: shown.result, attempts: shown.attempts, list: list,
                chrome: office.chrome(for: context.visitor)))
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let acting = acting(context)
        let isSaved = try ExamDeed(try request.query()) == .settingSaved
        let (lines, setting) = try await office.database.read { db in
            (try ResultActions.list(for: acting, in: db), try PassActions.setting(for: acting.actor, in: db))
        }
        return .page(
            ComplianceViews.list(
                lines, showsResults: Policy.permitsSomewhere(.readResults, for: acting.actor), setting: setting,
                isSaved: isSaved, now: acting.now, chrome: office.chrome(for: context.visitor)))
    }

    private func saveSetting(_ context: SignedInContext) async throws -> WebResponse {
        let isAllowed = context.form.has("passes")
        try await office.database.write(as: acting(context)) { acting, db in
            try PassActions.set(isAllowed, by: acting, in: db)
        }
        return .seeOther(ExamDeed.settingSaved.told(at: ComplianceViews.section))
    }

    private func remind(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let count = try await office.database.write(as: acting(context)) { acting, db in
            try ReminderActions.remind(id, by: acting, in: db)
        }
        return .seeOther(ExamDeed.reminded.told(at: "\(ComplianceViews.section)/\(id)", count: count))
    }

    private func compliance(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let query = try request.query()
        let (unit, page) = (ID<Unit>(try query.text("unit")), try query.number("page"))
        let acting = acting(context)
        var sheet = try await office.database.read {
            try ResultActions.compliance(of: id, below: unit, page: page, for: acting, in: $0)
        }
        sheet.reminded = try ExamDeed(query) == .reminded ? ExamDeed.count(query) : nil
        try await record(.examResultsView, sheet.exam, count: sheet.standing.roster, by: acting)
        return .page(ComplianceViews.exam(sheet, chrome: office.chrome(for: context.visitor)))
    }

    private func exportMissing(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let acting = acting(context)
        let (exam, missing) = try await office.database.read { try ResultActions.waiting(for: id, by: acting, in: $0) }
        try await record(.examResultsExport, exam, count: missing.count, by: acting)
        let bytes = try await office.files.run { ResultFile.missing(missing, of: exam, now: acting.now) }
        return .download(bytes, name: ResultFile.missingName(of: exam), type: "text/csv; charset=utf-8")
    }

    private func history(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("employee", of: Employee.self)
        let acting = acting(context)
        let (member, lines) = try await office.database.read { try ResultActions.history(of: id, by: acting, in: $0) }
        try await office.database.write(as: acting) { acting, db in
            try ResultActions.recordHistory(of: member, by: acting, in: db)
        }
        return .page(
            ComplianceViews.history(
                member, lines: lines, now: acting.now, chrome: office.chrome(for: context.visitor)))
    }
}
