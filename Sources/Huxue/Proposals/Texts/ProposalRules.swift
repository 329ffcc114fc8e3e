/// What may be done with a proposal, by its state and its call's.
enum ProposalRules {
    /// - Throws: `ProposalRefusal.notYetOpen`, `.closed`.
    static func requireOpen(_ call: ProposalCall, at now: Moment) throws(ProposalRefusal) {
        switch call.state(at: now) {
        case .open: return
        case .planned: throw .notYetOpen(call.plan.title, opens: call.plan.opens)
        case .closed, .review, .meeting, .decided: throw .closed(call.plan.title, closed: call.plan.closes)
        }
    }

    /// Whether its authors may change its text.
    static func isEditable(_ state: ProposalState, in call: ProposalCallState) -> Bool {
        (state == .draft || state == .returned) && call < .review
    }

    /// - Throws: `ProposalRefusal.notEditable`.
    static func requireEditable(
        _ state: ProposalState, in call: ProposalCallState
    ) throws(ProposalRefusal) {
        guard isEditable(state, in: call) else { throw .notEditable }
    }

    /// A draft while its call is open; what was returned until the review begins, as it was in time.
    /// - Throws: `ProposalRefusal`.
    static func requireSubmittable(
        _ state: ProposalState, to call: ProposalCall, at now: Moment
    ) throws(ProposalRefusal) {
        switch state {
        case .draft: try requireOpen(call, at: now)
        case .returned: try requireEditable(state, in: call.state(at: now))
        case .submitted, .accepted, .withdrawn: throw .notEditable
        }
    }

    static func mayWithdraw(_ state: ProposalState, in call: ProposalCallState) -> Bool {
        state != .withdrawn && call < .meeting
    }

    /// Whether its form may be checked.
    static func mayCheck(_ state: ProposalState, in call: ProposalCallState) -> Bool {
        state == .submitted && call < .review
    }

    /// The authors that have not agreed, whose consent a submission needs.
    static func unconfirmed(_ authors: [ProposalAuthor]) -> [ProposalAuthor] { authors.filter { $0.consent != .given } }

    /// The names among `names` that stand in a text which reviewers read without knowing whose it is.
    static func authorsNamed(in form: ProposalForm, _ names: [String]) -> [String] {
        let text = (ProposalField.prose + [.title, .attachments]).map { form[$0] }.joined(separator: "\n")
            .filter { !$0.isWhitespace }
        return names.filter { name in
            let name = name.filter { !$0.isWhitespace }
            return name.count > 1 && text.contains(name)
        }
    }

    /// How much of what is written stands in an earlier text as well, in hundredths of the pairs of neighbouring
    /// characters; 0 for a text that is too short to say.
    static func likeness(of text: String, to earlier: String) -> Int {
        let (mine, theirs) = (LikenessRules.pairs(of: text), LikenessRules.pairs(of: earlier))
        guard mine.count >= 4 else { return 0 }
        return mine.count(where: theirs.contains) * 100 / mine.count
    }

    /// From here on an earlier proposal is worth a look.
    static let leastLikeness = 30
}
