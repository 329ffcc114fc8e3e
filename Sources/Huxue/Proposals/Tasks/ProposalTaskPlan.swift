/// What a task's form says, once it was read.
struct ProposalTaskPlan: Hashable, Sendable {
    let title: String
    let unit: ID<Unit>
    /// Nil when the unit's supervisors report.
    let person: ID<Employee>?
    let dueOn: Day
}

/// A report on a task.
struct ProposalReport: Hashable, Sendable {
    /// Its first day.
    let month: Day
    /// From 0 to 100.
    let percent: Int
    let words: String
}

/// What a proposal is said to have brought.
struct ProposalEffectClaim: Hashable, Sendable {
    let minutes: Int?
    let cases: Int?
    /// Never empty.
    let words: String
}
