import Hummingbird

/// The examinees of an exam and their accommodations, for those who manage it.
struct AccommodationRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("manage/exams/:exam/examinees") { request, context in try await list(request, context) }
        router.get("manage/exams/:exam/examinees/:employee") { _, context in try await form(context) }
        router.post("manage/exams/:exam/examinees/:employee") { _, context in try await save(context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let wish = try AccommodationViews.Query(query)
        let saved = try ExamDeed(query) == .accommodated ? ID<Employee>(try query.text("person")) : nil
        let id = try context.id("exam", of: Exam.self)
        let acting = acting(context)
        let sheet = try await office.database.read {
            try AccommodationActions.sheet(of: id, wish, saved: saved, for: acting, in: $0)
        }
        try await record(sheet.exam, count: sheet.standing.roster, by: acting)
        return .page(AccommodationViews.examinees(sheet, chrome: office.chrome(for: context.visitor)))
    }

    private func record(_ exam: Exam, count: Int, by acting: ActionContext) async throws {
        try await office.database.write(as: acting) { acting, db in
            try ResultActions.record(.examResultsView, exam, count: count, by: acting, in: db)
        }
    }

    private func form(_ context: SignedInContext) async throws -> WebResponse {
        try await page(context, fields: nil)
    }

    private func save(_ context: SignedInContext) async throws -> WebResponse {
        let exam = try context.id("exam", of: Exam.self)
        let employee = try context.id("employee", of: Employee.self)
        let fields = try AccommodationFormViews.Fields(context.form)
        do {
            let accommodation = try fields.accommodation(exam: exam, employee: employee)
            try await office.database.write(as: acting(context)) { acting, db in
                try ExamActions.accommodate(accommodation, by: acting, in: db)
            }
        } catch ExamRefusal.accommodationInvalid(let problem) {
            return try await page(context, fields: fields, problem: problem)
        }
        return .seeOther(
            ExamDeed.accommodated.told(at: "/manage/exams/\(exam)/examinees", [("person", "\(employee)")]))
    }

    private func page(
        _ context: SignedInContext, fields: AccommodationFormViews.Fields?, problem: AccommodationProblem? = nil
    ) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let employee = try context.id("employee", of: Employee.self)
        let acting = acting(context)
        let (exam, line, window) = try await office.database.read {
            try AccommodationActions.line(of: employee, in: id, for: acting, in: $0)
        }
        try await record(exam, count: 1, by: acting)
        return .page(
            AccommodationFormViews.form(
                exam, result: line.result,
                fields: fields ?? AccommodationFormViews.Fields(line.accommodation, window: window),
                problem: problem, now: acting.now, chrome: office.chrome(for: context.visitor)),
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private func acting(_ context: SignedInContext) -> ActionContext {
        context.acting(at: office.clock.now())
    }
}
