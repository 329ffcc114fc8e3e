/// Everything that was said about a case study.
struct CaseDiscussion: Sendable {
    /// In the order in which they were written.
    let comments: [CaseComment]
    /// The latest proposal, which the participants agree with or oppose; nil for none.
    let proposed: CaseConclusion?
    let followUps: [CaseFollowUp]
}
