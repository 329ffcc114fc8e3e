/// How far the examinees of an exam are, in numbers.
struct ExamStanding: Hashable, Sendable {
    let roster: Int
    let submitted: Int
    let open: Int
    let excused: Int

    static let nobody = ExamStanding(roster: 0, submitted: 0, open: 0, excused: 0)

    static func sum(_ standings: [ExamStanding]) -> ExamStanding {
        ExamStanding(
            roster: standings.map(\.roster).reduce(0, +), submitted: standings.map(\.submitted).reduce(0, +),
            open: standings.map(\.open).reduce(0, +), excused: standings.map(\.excused).reduce(0, +))
    }

    var notStarted: Int { roster - submitted - excused - open }

    func count(of state: ResultState) -> Int {
        switch state {
        case .notStarted: notStarted
        case .open: open
        case .submitted: submitted
        case .excused: excused
        }
    }
}

/// How far the examinees of one unit and all units below it are.
struct UnitStanding: Hashable, Sendable {
    let unit: Unit
    /// Whether these are the people of the unit itself, without those below it.
    let isOwn: Bool
    /// Whether there are units below it.
    let isParent: Bool
    let standing: ExamStanding
}

/// One level of the tree of units; the figures of each unit include all units below it.
struct StandingLevel: Sendable {
    /// The unit whose lower units are listed; nil when the list shows the topmost units that the reader may see.
    let unit: Unit?
    /// The units above `unit` that the reader may see, from the top.
    let above: [Unit]
    let lines: [UnitStanding]
    /// Whether this level counts everybody whom the reader may see.
    let isTop: Bool
}
