/// 年度測驗計畫: one line of what a unit's year asks for, as "a quarterly quiz for all, once a quarter".
struct ProgrammeItem: Hashable, Sendable {
    /// The people of this unit and of all below it.
    let unitID: ID<Unit>
    /// Gregorian.
    let year: Int
    let kind: ExamKind
    let period: ProgrammePeriod
    /// How many in each period, 1 to 99.
    let count: Int
    /// Whether it is asked of those at a counter only.
    let counterOnly: Bool
}

/// Into what the year is divided.
enum ProgrammePeriod: String, CaseIterable, Codable, Sendable {
    case quarter, half, year

    /// How many of them a year has.
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
    /// Those that count, drafts too.
    let exams: [Exam]

    /// Closed exams that count.
    var held: Int { exams(in: .closed).count }
    /// Exams published and not yet closed.
    var running: Int { exams(in: .published).count }
    var drafts: Int { exams(in: .draft).count }

    /// All of them for nil.
    func exams(in state: ExamState?) -> [Exam] { exams.filter { state == nil || $0.state == state } }

    /// How many are neither held nor published yet.
    var missing: Int { max(0, wanted - held - running) }
}

/// A line of the programme and how its periods stand.
struct ProgrammeStatus: Hashable, Sendable {
    let item: ProgrammeItem
    /// Names from the root down.
    let unitName: String
    let parts: [ProgrammePart]

    /// One of its periods, and of the exams there those in `state`, as the address of the list of exams names them.
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
