/// 審題: one round in which somebody else than the author answers a question before its key is shown.
///
/// Source: 國家考試題庫建立及運用辦法, review before use. A revision may have several rounds, one after another.
struct QuestionReview: Hashable, Sendable {
    let id: ID<QuestionReview>
    let question: ID<Question>
    let revision: ID<QuestionRevision>
    let submittedAt: Moment
    /// Who asked for it, as the audit log names people.
    let submitter: String
    let submitterID: ID<Employee>?
    /// Nil until somebody has answered.
    let reviewer: ID<Employee>?
    let answeredAt: Moment?
    /// What the reviewer took for right before the key was shown; nil before that, and when the question was not clear.
    let answer: ChoiceSet?
    /// Nil while the round is open.
    let outcome: Outcome?
    let endedAt: Moment?
    /// To the author; empty for none.
    let remark: String

    enum Outcome: String, CaseIterable, Sendable {
        case approved
        /// Goes back to the author: the answer differs from the key, the question is not clear, or for the reviewer's
        /// reason.
        case returned
        /// The author took it back, or saved another revision.
        case withdrawn
    }

    /// Where a round stands.
    enum Stage: Hashable, Sendable {
        /// Nobody has answered.
        case waiting
        /// The answer was right, and the reviewer looks at key and explanation.
        case answered(by: ID<Employee>)
        case ended(Outcome)
    }

    var stage: Stage {
        if let outcome { return .ended(outcome) }
        return reviewer.map { .answered(by: $0) } ?? .waiting
    }
}

/// What a reviewer says before seeing the key.
enum BlindAnswer: Hashable, Sendable {
    case choices(ChoiceSet)
    /// The question cannot be answered as it stands.
    case notClear
}
