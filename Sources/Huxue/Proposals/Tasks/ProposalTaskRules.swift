/// What may be done about an adopted proposal.
enum ProposalTaskRules {
    static let titleLimit = 100
    static let textLimit = 2000

    /// - Throws: `ProposalTaskRefusal.notAdopted`.
    static func require(_ decision: ProposalDecision?) throws(ProposalTaskRefusal) {
        guard decision?.outcome.isAdopted == true else { throw .notAdopted }
    }

    /// The first day of the month in which `day` lies.
    static func month(of day: Day) -> Day { Day(year: day.year, month: day.month, day: 1) ?? day }

    /// The last day of that month.
    static func end(of month: Day) -> Day {
        month.adding(days: Day.length(ofMonth: month.month, year: month.year) - 1)
    }
}
