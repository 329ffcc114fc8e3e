/// When a proposal's scores are taken, and by which rubric.
struct ReviewWindow: Hashable, Sendable {
    /// Nil before the review begins.
    let begins: Moment?
    /// Exclusive; nil until it is laid down.
    let closes: Moment?
    /// Nil before the meeting.
    let meeting: Moment?
    /// Nil before the review begins.
    let rubric: ID<RubricVersion>?
}

extension ProposalCall {
    var reviewWindow: ReviewWindow {
        ReviewWindow(begins: reviewAt, closes: plan.reviewsClose, meeting: meetingAt, rubric: rubricVersion)
    }
}
