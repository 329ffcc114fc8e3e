/// What the visitor owes a published case study that must be read.
struct CaseReading: Sendable {
    /// The last day on which it should be read.
    let deadline: Day
    /// When the visitor has confirmed it; nil for not yet.
    let readAt: Moment?
}

/// The people who must read a case study, and who of them has.
struct CaseReadingOverview: Sendable {
    struct Line: Sendable {
        let member: StaffMember
        let readAt: Moment?
        let isLate: Bool
    }

    let deadline: Day
    /// In the order of the units, without the authors.
    let lines: [Line]

    var read: Int { lines.count { $0.readAt != nil } }
}
