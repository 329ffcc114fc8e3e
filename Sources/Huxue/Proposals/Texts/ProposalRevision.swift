/// Exactly what a proposal said at one time: never changed once written.
struct ProposalRevision: Sendable {
    let id: ID<ProposalRevision>
    /// 1 for the first revision of a proposal, then 2, 3 and so on.
    let number: Int
    let form: ProposalForm
    let savedBy: ID<Employee>
    let saverName: String
    let reason: String
    let savedAt: Moment
}
