@testable import Huxue

/// The rules of rosters and results, written out person by person, for comparing what SQL says with.
enum ResultReference {
    /// One attempt, without its answers; the minute in which it began, and its score once submitted.
    struct Attempt {
        let employee: ID<Employee>
        let startedAt: Moment
        let submittedAt: Moment?
        let score: Points?
    }

    static func includes(_ member: StaffMember, audience: Audience, unit: Unit, today: Day) -> Bool {
        func covers(_ name: String, _ other: String) -> Bool { other == name || other.hasPrefix(name + "/") }
        let employee = member.employee
        guard employee.isInService(on: today), !audience.except.contains(employee.staffNumber) else { return false }
        if audience.employees.contains(employee.staffNumber) { return true }
        guard covers(unit.fullName, member.unitName) else { return false }
        guard !audience.counterOnly || employee.servesCounter else { return false }
        if audience.positions.contains(employee.position) { return true }
        return audience.units.contains { $0 == Audience.wholeOffice || covers($0, member.unitName) }
    }

    /// One result for each person, in their order.
    ///
    /// The best submitted attempt counts, of equal ones the earliest.
    static func results(
        _ roster: [RosterEntry], attempts: [Attempt], excused: Set<ID<Employee>>, exam: Exam
    ) -> [ExamResult] {
        let showsScores = exam.hasEnded || exam.plan.results == .atOnce
        return roster.map { entry in
            let own = attempts.filter { $0.employee == entry.employee }
            let best = own.filter { $0.submittedAt != nil }.min { left, right in
                let scores = (left.score ?? .zero, right.score ?? .zero)
                return scores.0 != scores.1 ? scores.0 > scores.1 : left.startedAt < right.startedAt
            }
            let open = own.first { $0.submittedAt == nil }
            let state: ResultState =
                best != nil
                ? .submitted : open != nil ? .open : excused.contains(entry.employee) ? .excused : .notStarted
            let score = showsScores ? best?.score : nil
            return ExamResult(
                entry: entry, state: state, score: score, passed: score.map { $0 >= Points(whole: exam.plan.passMark) },
                startedAt: (best ?? open)?.startedAt, submittedAt: best?.submittedAt, attempts: own.count)
        }
    }

    static func includes(_ result: ExamResult, _ filter: ResultFilter) -> Bool {
        switch filter {
        case .all: true
        case .passed: result.passed == true
        case .failed: result.passed == false
        case .submitted: result.state == .submitted
        case .excused: result.state == .excused
        case .notStarted: result.state == .notStarted
        case .open: result.state == .open
        case .waiting: result.state != .submitted
        }
    }

    /// The results that search and filter leave, sorted; people without a value stand last either way.
    static func applied(_ query: ResultQuery, to results: [ExamResult]) -> [ExamResult] {
        let found = results.filter { result in
            let (path, search) = (result.entry.unit, query.search)
            return includes(result, query.filter)
                && (query.unit.map { query.isUnitAlone ? $0 == path : $0.covers(path) } ?? true)
                && (search.isEmpty || result.entry.name.contains(search) || result.entry.staffNumber.contains(search))
        }
        let sorted = found.sorted { $0.entry.staffNumber < $1.entry.staffNumber }
        switch query.order {
        case .staff: return query.isDescending ? sorted.reversed() : sorted
        case .name: return ordered(sorted, query) { $0.entry.name }
        case .unit: return ordered(sorted, query) { $0.entry.unit.rawValue }
        case .score: return ordered(sorted, query) { $0.score }
        case .day: return ordered(sorted, query) { $0.submittedAt }
        }
    }

    private static func ordered<Value: Comparable>(
        _ results: [ExamResult], _ query: ResultQuery, by value: (ExamResult) -> Value?
    ) -> [ExamResult] {
        let known = results.enumerated().filter { value($0.element) != nil }
        let unknown = results.filter { value($0) == nil }
        let sorted = known.sorted { left, right in
            guard let first = value(left.element), let second = value(right.element), first != second else {
                return left.offset < right.offset
            }
            return query.isDescending ? first > second : first < second
        }
        return sorted.map(\.element) + unknown
    }

    static func standing(_ results: [ExamResult]) -> ExamStanding {
        ExamStanding(
            roster: results.count, submitted: results.count { $0.state == .submitted },
            open: results.count { $0.state == .open }, excused: results.count { $0.state == .excused })
    }
}
