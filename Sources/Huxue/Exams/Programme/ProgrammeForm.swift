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
        guard let count = try form.number("lines"), (1...ProgrammeRules.lineLimit + 2).contains(count),
            try !form.text("unit").isEmpty
        else {
            throw ProgrammeRefusal.incomplete
        }
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
