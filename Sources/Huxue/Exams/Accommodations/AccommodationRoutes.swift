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
        let wish = AccommodationViews.Query(
            search: try query.text("q"), state: ResultState(rawValue: try query.text("state")),
            unit: ID<Unit>(try query.text("unit")), page: min(max(try query.number("page") ?? 1, 1), 10_000))
        let saved = try ExamDeed(query) == .accommodated ? ID<Employee>(try query.text("person")) : nil
        let id = try context.id("exam", of: Exam.self)
        let acting = acting(context)
        let (exam, lines) = try await office.database.read { db in
            let exam = try ExamActions.managed(id, by: acting.actor, in: db).exam
            let own = Dictionary(
                try AccommodationStore.all(of: id, in: db).map { ($0.employeeID, $0) }
            ) { first, _ in first }
            let results = try ResultStore.results(
                of: exam, scope: .everywhere, today: ROCDate.day(of: acting.now), in: db)
            return (
                exam, results.map { AccommodationViews.Line(result: $0, accommodation: own[$0.entry.employee]) }
            )
        }
        try await office.database.write { db in
            try ResultActions.record(.examResultsView, exam, count: lines.count, by: acting, in: db)
        }
        let sheet = AccommodationViews.Sheet(exam: exam, lines: lines, query: wish, saved: saved, now: acting.now)
        return .page(AccommodationViews.examinees(sheet, chrome: office.chrome(for: context.visitor)))
    }

    private func form(_ context: SignedInContext) async throws -> WebResponse {
        try await page(context, fields: nil)
    }

    private func save(_ context: SignedInContext) async throws -> WebResponse {
        let exam = try context.id("exam", of: Exam.self)
        let employee = try context.id("employee", of: Employee.self)
        let fields = try AccommodationFormViews.Fields(context.form)
        let acting = acting(context)
        do {
            let accommodation = try fields.accommodation(exam: exam, employee: employee)
            try await office.database.write { try ExamActions.accommodate(accommodation, by: acting, in: $0) }
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
        let (exam, line) = try await office.database.read { db in
            let exam = try ExamActions.managed(id, by: acting.actor, in: db).exam
            guard
                let result = try ResultStore.result(
                    of: employee, in: exam, scope: .everywhere, today: ROCDate.day(of: acting.now), in: db)
            else { throw ExamRefusal.notConcerned }
            let own = try AccommodationStore.find(exam: id, employee: employee, in: db)
            return (exam, AccommodationViews.Line(result: result, accommodation: own))
        }
        try await office.database.write { db in
            try ResultActions.record(.examResultsView, exam, count: 1, by: acting, in: db)
        }
        return .page(
            AccommodationFormViews.form(
                exam, result: line.result, fields: fields ?? AccommodationFormViews.Fields(line.accommodation),
                problem: problem, now: acting.now, chrome: office.chrome(for: context.visitor)),
            status: problem == nil ? .ok : .unprocessableContent)
    }

    private func acting(_ context: SignedInContext) -> ActionContext {
        context.acting(at: office.clock.now())
    }
}
