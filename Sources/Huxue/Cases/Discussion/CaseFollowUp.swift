/// Something that was begun from a case study, so that it reaches those who look for the rule and not for the case.
struct CaseFollowUp: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case faq, interpretation, question
    }

    let kind: Kind
    /// Of the page; nil for a question, which has its code only once it is saved.
    let page: String?
    let name: String
    let begunAt: Moment
}
