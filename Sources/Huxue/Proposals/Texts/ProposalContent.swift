/// What a proposal's form says beside its sentences.
struct ProposalContent: Sendable {
    var kind: ProposalKind?
    var novelty: ProposalNovelty?
    var citations: [Citation] = []
    /// Nil when nothing is cited.
    var lawAsOf: Day?
    /// Names.
    var attachments: [String] = []
    /// Their shares sum to the whole.
    var authors: [ProposalAuthorFile.Line] = []
    /// Saved for each case.
    var minutes: Int?
    /// In a year.
    var cases: Int?

    /// Saved in a year, in minutes; nil when one of the figures is missing.
    var minutesAYear: Int? {
        guard let minutes, let cases else { return nil }
        return minutes * cases
    }
}
