/// A person as the audience of an exam sees them.
struct AudienceCandidate: Hashable, Sendable {
    let staffNumber: String
    /// Names from the root down.
    let unitName: String
    let position: String
    let servesCounter: Bool
}

/// 應試人員: somebody who has to take an exam.
struct RosterEntry: Hashable, Sendable {
    let employee: ID<Employee>
    let staffNumber: String
    let name: String
    let unitID: ID<Unit>
    /// Names from the root down; once the exam is closed, of the unit at that time.
    let unitName: String
    let unit: UnitPath
    let position: String
    let servesCounter: Bool
    /// Empty for somebody without an account.
    let login: String
}

/// Who must take an exam.
enum AudienceRules {
    /// Whether an exam concerns a person.
    ///
    /// Who is excepted need not, whatever else holds; who is listed must; units and positions count within the exam's
    /// own unit, and `counterOnly` narrows them to those at a counter.
    static func includes(_ candidate: AudienceCandidate, audience: Audience, examUnit: Unit) -> Bool {
        if audience.except.contains(candidate.staffNumber) { return false }
        if audience.employees.contains(candidate.staffNumber) { return true }
        guard covers(examUnit.fullName, candidate.unitName) else { return false }
        guard !audience.counterOnly || candidate.servesCounter else { return false }
        if audience.positions.contains(candidate.position) { return true }
        return audience.units.contains { name in
            name == Audience.wholeOffice || covers(name, candidate.unitName)
        }
    }

    /// Whether the unit called `name` is `other` or above it.
    private static func covers(_ name: String, _ other: String) -> Bool {
        other == name || other.hasPrefix(name + "/")
    }

    /// The audience with every unit by its full name.
    ///
    /// A name that is no full name may be written from the exam's unit down, or be the last part alone when only one
    /// of `units`, the exam's and all below it, has it. Names that fit nothing stay as they are; `problems` finds them.
    static func normalised(_ audience: Audience, units: [Unit], examUnit: Unit) -> Audience {
        var audience = audience
        audience.units = unique(audience.units.map { fullName(of: $0, units: units, examUnit: examUnit) })
        audience.positions = unique(audience.positions)
        audience.employees = unique(audience.employees)
        audience.except = unique(audience.except)
        return audience
    }

    private static func fullName(of name: String, units: [Unit], examUnit: Unit) -> String {
        if name == Audience.wholeOffice || units.contains(where: { $0.fullName == name }) { return name }
        let below = examUnit.fullName + "/" + name
        if units.contains(where: { $0.fullName == below }) { return below }
        let namesakes = units.filter { $0.name == name }
        return namesakes.count == 1 ? namesakes[0].fullName : name
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// What in the audience is not within the exam's unit and those below it, which are `units`.
    ///
    /// So nobody calls in people of a unit that is not theirs to manage.
    static func problems(
        in audience: Audience, units: [Unit], positions: Set<String>, staffNumbers: Set<String>
    ) -> [ExamProblem] {
        let known = Set(units.map(\.fullName))
        var problems: [ExamProblem] = []
        for name in audience.units where name != Audience.wholeOffice && !known.contains(name) {
            problems.append(ExamProblem(.examinees, .unitNotHere(name)))
        }
        for name in audience.positions where !positions.contains(name) {
            problems.append(ExamProblem(.positions, .positionNotHere(name)))
        }
        for number in audience.employees where !staffNumbers.contains(number) {
            problems.append(ExamProblem(.employees, .staffNumberNotHere(number)))
        }
        for number in audience.except where !staffNumbers.contains(number) {
            problems.append(ExamProblem(.except, .staffNumberNotHere(number)))
        }
        return problems
    }
}
