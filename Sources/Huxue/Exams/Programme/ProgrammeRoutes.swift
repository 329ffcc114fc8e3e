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
        var sheet = try await sheet(query, context: context)
        sheet.isSaved = try ExamDeed(query) == .programmeSaved
        return .page(
            ProgrammeViews.programme(sheet, chrome: office.chrome(for: context.visitor)),
            status: sheet.unitProblem == nil ? .ok : .unprocessableContent)
    }

    private func save(_ context: SignedInContext) async throws -> WebResponse {
        let lines = try ProgrammeForm.lines(context.form)
        var sheet = try await sheet(context.form, context: context)
        sheet.lines = lines
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

/// The form of the programme.
enum ProgrammeForm {
    static func lines(of items: [ProgrammeItem]) -> [ProgrammeViews.Line] {
        let blank = ProgrammeViews.Line(
            kind: ExamKind.quarterlyQuiz.rawValue, period: ProgrammePeriod.quarter.rawValue, count: "",
            counterOnly: false)
        let filled = items.map { item in
            ProgrammeViews.Line(
                kind: item.kind.rawValue, period: item.period.rawValue, count: "\(item.count)",
                counterOnly: item.counterOnly)
        }
        return filled + Array(repeating: blank, count: max(2, 4 - filled.count))
    }

    static func lines(_ form: Form) throws -> [ProgrammeViews.Line] {
        let count = min(max(try form.number("lines") ?? 0, 0), ProgrammeRules.lineLimit + 2)
        return try (0..<count).map { place in
            ProgrammeViews.Line(
                kind: try form.text("kind-\(place)"), period: try form.text("period-\(place)"),
                count: try form.text("count-\(place)"), counterOnly: form.has("counterOnly-\(place)"))
        }
    }

    /// - Throws: `ProgrammeRefusal`.
    static func items(_ lines: [ProgrammeViews.Line], unit: ID<Unit>, year: Int) throws -> [ProgrammeItem] {
        var items: [ProgrammeItem] = []
        var seen: Set<String> = []
        for (place, line) in lines.enumerated() where !line.count.isEmpty {
            guard let count = Int(line.count), ProgrammeRules.countRange.contains(count) else {
                throw ProgrammeRefusal.countNotInRange(line: place + 1)
            }
            guard let kind = ExamKind(rawValue: line.kind), let period = ProgrammePeriod(rawValue: line.period) else {
                throw ProgrammeRefusal.unknownValue(line: place + 1)
            }
            guard seen.insert("\(kind) \(period)").inserted else {
                throw ProgrammeRefusal.sameLineTwice(line: place + 1)
            }
            items.append(
                ProgrammeItem(
                    unitID: unit, year: year, kind: kind, period: period, count: count, counterOnly: line.counterOnly))
        }
        return items
    }

    /// The period of the programme that the list of exams is narrowed to; nil when none of `statuses` is named.
    static func choice(_ form: Form, of statuses: [ProgrammeStatus]) throws -> ProgrammeStatus.Choice? {
        let (unit, kind, period) = (try form.text("unit"), try form.text("kind"), try form.text("period"))
        let number = try form.number("part")
        let state = ExamState(rawValue: try form.text("state"))
        let named = statuses.first { status in
            let item = status.item
            return "\(item.unitID)" == unit && item.kind.rawValue == kind && item.period.rawValue == period
        }
        return named.flatMap { status in
            status.parts.first { $0.number == number }.map {
                ProgrammeStatus.Choice(status: status, part: $0, state: state)
            }
        }
    }

    /// The Gregorian year for the field `year`, which holds an ROC year; this year when it is missing.
    static func year(_ form: Form, today: Day) throws -> Int {
        let text = try form.text("year")
        guard !text.isEmpty else { return today.year }
        guard let year = Int(text), (1...8088).contains(year) else { throw ProgrammeRefusal.noSuchYear }
        return year + 1911
    }
}
