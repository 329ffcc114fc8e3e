/// What a case study's form says beside its sentences.
struct CaseContent: Sendable {
    var kind: CaseKind?
    var subjects: [String] = []
    var services: [String] = []
    var citations: [Citation] = []
    /// Nil when nothing is cited.
    var lawAsOf: Day?
    /// Names.
    var attachments: [String] = []
    /// Their shares sum to the whole.
    var authors: [ProposalAuthorFile.Line] = []
}
