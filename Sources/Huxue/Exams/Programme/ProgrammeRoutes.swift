import Hummingbird

/// The year's programme: seen and changed by those who manage exams.
struct ProgrammeRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("manage/programme") { request, context in try await show(request, context) }
        router.post("manage/programme") { _, context in try await save(context) }
    }

    private func show(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        var sheet: ProgrammeViews.Sheet
        do {
            sheet = try await self.sheet(query, context: context)
        } catch ProgrammeRefusal.noSuchYear {
            sheet = try await self.sheet(Form(["unit": query.all("unit")]), context: context)
            sheet.wrongYear = try query.text("year")
        }
        sheet.isSaved = try ExamDeed(query) == .programmeSaved
        return .page(
            ProgrammeViews.programme(sheet, chrome: office.chrome(for: context.visitor)),
            status: sheet.chooserProblems.isEmpty ? .ok : .unprocessableContent)
    }

    private func save(_ context: SignedInContext) async throws -> WebResponse {
        var sheet = try await sheet(context.form, context: context)
        let lines = try ProgrammeForm.lines(context.form)
        sheet.lines = lines
        guard sheet.unitProblem == nil else {
            return .page(
                ProgrammeViews.programme(sheet, chrome: office.chrome(for: context.visitor)),
                status: .unprocessableContent)
        }
        let (unit, year) = (sheet.unit.id, sheet.year)
        do {
            let items = try ProgrammeForm.items(lines, unit: unit, year: year)
            try await office.database.write(as: context.acting(at: office.clock.now())) { acting, db in
                try ProgrammeActions.replace(items, unit: unit, year: year, by: acting, in: db)
            }
        } catch let problem as ProgrammeRefusal {
            return .page(
                ProgrammeViews.programme(
                    sheet, problem: problem, chrome: office.chrome(for: context.visitor)),
                status: .unprocessableContent)
        }
        return .seeOther(
            ExamDeed.programmeSaved.told(
                at: ProgrammeViews.address,
                [("unit", "\(sheet.unit.id)"), ("year", "\(ROCDate.year(sheet.year))")]))
    }

    private func sheet(_ query: Form, context: SignedInContext) async throws -> ProgrammeViews.Sheet {
        let typed = try query.text("unit")
        let acting = context.acting(at: office.clock.now())
        let year = try ProgrammeForm.year(query, today: ROCDate.day(of: acting.now))
        return try await office.database.read { try ProgrammeActions.sheet(of: typed, year: year, for: acting, in: $0) }
    }
}
