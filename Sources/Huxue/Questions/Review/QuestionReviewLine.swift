/// A question that is being written or reviewed, as lists show it.
struct QuestionReviewLine: Hashable, Sendable {
    let code: String
    let topic: String
    let stem: String
    let type: QuestionType
    /// Who wrote the current revision, as the audit log names people; empty for what came with the console's files.
    let author: String
    /// Nil for what came with the console's files or was written by command without an account.
    let writer: ID<Employee>?
    let writtenAt: Moment
    /// Nil for a draft.
    let submittedAt: Moment?
    /// Nil for a draft.
    let submitter: ID<Employee>?
    /// Who answered and has not decided yet; nil for nobody.
    let reviewer: ID<Employee>?
    /// What the last reviewer of this revision wrote who sent it back; nil when nobody did.
    let returned: String?
}
