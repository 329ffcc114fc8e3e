/// What the meeting has written down about a proposal so far; it binds nobody before the decision is saved.
struct ProposalDiscussion: Hashable, Sendable {
    /// What was said; part of the minutes, and for nobody but those who manage the call.
    var notes = ""
    /// Nil until one is chosen.
    var outcome: ProposalOutcome?
    /// Read by the authors.
    var reasons = ""
    /// Position among the call's awards, from 1; nil for none.
    var award: Int?
}

/// The same as it is stored.
struct StoredDiscussion: Sendable {
    let content: ProposalDiscussion
    /// How often it was changed, from 1.
    let sequence: Int
    let savedAt: Moment
}

extension ProposalDiscussion {
    init(_ form: Form) throws {
        notes = try form.text("notes")
        outcome = ProposalOutcome(rawValue: try form.text("outcome"))
        reasons = try form.text("reasons")
        award = try form.number("award")
    }
}
