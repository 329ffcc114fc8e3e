/// What a year's programme may ask for, and which exams answer it.
enum ProgrammeRules {
    static let yearRange = 1912...9999
    static let countRange = 1...99
    /// Lines of a unit's year, at most.
    static let lineLimit = 20

    /// How the periods of a line stand.
    ///
    /// An exam counts in the period in which it opens (Asia/Taipei) when it is of the kind asked for, is held by the
    /// line's unit or one above it, and is not for counter staff only unless the line is too.
    static func parts(
        of item: ProgrammeItem, unit: UnitPath, exams: [(exam: Exam, unit: UnitPath)]
    ) -> [ProgrammePart] {
        let counting = exams.filter { counts($0.exam, heldBy: $0.unit, for: item, unit: unit) }.map(\.exam)
        return (1...item.period.parts).compactMap { number in
            guard let days = item.period.days(ofPart: number, year: item.year) else { return nil }
            let here = counting.filter { exam in
                let day = ROCDate.day(of: exam.plan.opens)
                return days.first <= day && day <= days.last
            }
            return ProgrammePart(
                number: number, first: days.first, last: days.last, wanted: item.count, exams: here)
        }
    }

    static func counts(_ exam: Exam, heldBy examUnit: UnitPath, for item: ProgrammeItem, unit: UnitPath) -> Bool {
        exam.plan.kind == item.kind && examUnit.covers(unit) && (item.counterOnly || !exam.plan.examinees.counterOnly)
    }

    /// - Throws: `ProgrammeRefusal`.
    static func check(_ items: [ProgrammeItem]) throws(ProgrammeRefusal) {
        guard items.count <= lineLimit else { throw .tooManyLines(limit: lineLimit) }
        var seen: Set<String> = []
        for (place, item) in items.enumerated() {
            guard yearRange.contains(item.year) else { throw .noSuchYear }
            guard countRange.contains(item.count) else { throw .countNotInRange(line: place + 1) }
            guard seen.insert("\(item.kind) \(item.period)").inserted else { throw .sameLineTwice(line: place + 1) }
        }
    }
}
