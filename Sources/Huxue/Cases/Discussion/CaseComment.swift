/// What somebody says in the discussion of a case study.
struct CaseComment: Sendable {
    let id: ID<CaseComment>
    /// The comment that it answers; nil for the beginning of a thread.
    let parent: ID<CaseComment>?
    let author: ID<Employee>
    let name: String
    /// Empty for what was taken back.
    let text: String
    let writtenAt: Moment
    let isRemoved: Bool
}
