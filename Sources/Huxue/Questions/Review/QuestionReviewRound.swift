/// A round of review with the names of its people, as a question's page shows it.
struct QuestionReviewRound: Sendable {
    let review: QuestionReview
    /// Of the revision.
    let number: Int
    let submitter: String
    /// Empty while nobody has answered.
    let reviewer: String
    /// Whether the reviewer had not been shown what is right before answering; true while nobody has answered.
    let isBlind: Bool
    /// The texts that the reviewer took for right; empty before that.
    let answer: String
}
