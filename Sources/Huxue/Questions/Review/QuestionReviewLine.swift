/// A question that is being written or reviewed, as lists show it.
struct QuestionReviewLine: Hashable, Sendable {
    let code: String
    let topic: String
    let stem: String
    let type: QuestionType
    /// The login of who wrote the current revision; empty for what came with files.
    let author: String
    let writtenAt: Moment
    /// Nil for a draft.
    let submittedAt: Moment?
    /// As the audit log names people; empty for a draft.
    let submitter: String
    /// Who answered and has not decided yet; nil for nobody.
    let reviewer: ID<Employee>?
    /// What the last reviewer of this revision wrote who sent it back; nil when nobody did.
    let returned: String?
}
