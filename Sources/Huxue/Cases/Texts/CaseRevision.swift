/// Exactly what a case study said at one time: never changed once written.
struct CaseRevision: Sendable {
    let id: ID<CaseRevision>
    /// 1 for the first revision of a case study, then 2, 3 and so on.
    let number: Int
    let form: CaseForm
    let savedBy: ID<Employee>
    let saverName: String
    let reason: String
    let savedAt: Moment
}
