/// 徵件: what an office asks its staff for, and how what comes in is judged.
struct ProposalCall: Sendable {
    let id: ID<ProposalCall>
    let unitID: ID<Unit>
    let unit: UnitPath
    /// Names from the root down.
    let unitName: String
    let plan: ProposalCallPlan
    /// How often it was saved.
    let edit: Int
    /// When the panel began; from then on the plan is fixed.
    let reviewAt: Moment?
    let meetingAt: Moment?
    let decidedAt: Moment?
    /// By which the panel scores; nil until the review begins.
    var rubricVersion: ID<RubricVersion>?
    /// Of the last automatic assignment; nil before the first.
    var seed: Int?

    /// Identifies what a form has shown.
    var mark: String { "\(edit)" }

    func state(at now: Moment) -> ProposalCallState {
        if decidedAt != nil { return .decided }
        if meetingAt != nil { return .meeting }
        if reviewAt != nil { return .review }
        if now < plan.opens { return .planned }
        return now < plan.closes ? .open : .closed
    }
}

/// How far a call is; follows from its times and from what was done.
enum ProposalCallState: String, CaseIterable, Comparable, Sendable {
    case planned, open
    /// Nothing new is taken; the form of what came in is checked.
    case closed
    case review, meeting, decided

    static func < (left: Self, right: Self) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
