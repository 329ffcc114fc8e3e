/// 年度測驗計畫: one line of what a unit's year asks for, as "a quarterly quiz for all, once a quarter".
struct ProgrammeItem: Hashable, Sendable {
    /// The unit whose people, with those of all units below it, have to take the tests.
    let unitID: ID<Unit>
    /// Gregorian.
    let year: Int
    let kind: ExamKind
    let period: ProgrammePeriod
    /// How many tests in each period, 1 to 99.
    let count: Int
    /// Whether only people who serve at a counter have to take the tests.
    let counterOnly: Bool
}

/// The periods into which a line divides the year.
enum ProgrammePeriod: String, CaseIterable, Codable, Sendable {
    case quarter, half, year

    /// How many such periods a year has.
    var parts: Int {
        switch self {
        case .quarter: 4
        case .half: 2
        case .year: 1
        }
    }

    /// The part of its year in which a day falls, from 1.
    func part(of day: Day) -> Int { (day.month - 1) / (12 / parts) + 1 }

    /// The first and the last day of a part, from 1; nil when there is no such part.
    func days(ofPart part: Int, year: Int) -> (first: Day, last: Day)? {
        guard (1...parts).contains(part) else { return nil }
        let months = 12 / parts
        let last = part * months
        guard let firstDay = Day(year: year, month: last - months + 1, day: 1),
            let lastDay = Day(year: year, month: last, day: Day.length(ofMonth: last, year: year))
        else { return nil }
        return (firstDay, lastDay)
    }
}

/// How one period of a programme's line stands.
struct ProgrammePart: Hashable, Sendable {
    /// From 1.
    let number: Int
    let first: Day
    let last: Day
    let wanted: Int
    /// The exams that count for this period, drafts included.
    let exams: [Exam]

    /// Exams that count and have ended.
    var held: Int { exams(in: .closed).count }
    /// Exams published that have not ended yet.
    var running: Int { exams(in: .published).count }
    var drafts: Int { exams(in: .draft).count }

    /// The exams that count and are in `state`; nil for all.
    ///
    /// An exam reopened for a make-up has been held all the same.
    func exams(in state: ExamState?) -> [Exam] {
        exams.filter { state == nil || ($0.hasEnded ? .closed : $0.state) == state }
    }

    /// How many of the wanted exams are neither held nor published yet.
    var missing: Int { max(0, wanted - held - running) }
}

/// A line of the programme and how its periods stand.
struct ProgrammeStatus: Hashable, Sendable {
    let item: ProgrammeItem
    /// Names from the root down.
    let unitName: String
    let parts: [ProgrammePart]

    /// A period of a line and a state of exams (nil for all), to which the address of the exam list narrows that list.
    struct Choice: Hashable, Sendable {
        let status: ProgrammeStatus
        let part: ProgrammePart
        let state: ExamState?
    }

    /// The period in which `day` falls; nil in another year.
    func part(of day: Day) -> ProgrammePart? {
        day.year == item.year ? parts.first { $0.first <= day && day <= $0.last } : nil
    }
}
