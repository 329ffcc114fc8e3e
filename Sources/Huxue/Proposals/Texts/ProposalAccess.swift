/// Who may see a proposal, and as what: the one place that decides it.
///
/// `ProposalStore.visible` says the same for many at once.
struct ProposalAccess: Hashable, Sendable {
    /// Nil for everybody who is not named as an author.
    var consent: ProposalAuthor.Consent?
    /// Whether a conflict of interest was declared.
    var hasConflict = false
    /// Whether the person manages proposals at the call's unit.
    var isManager = false
    /// Whether the person is assigned as a reviewer, and the review has begun.
    var isReviewer = false
    /// Whether the person is of the staff whose call it is.
    var isStaff = false
    /// Whether the person is an author of a proposal with which it is to be merged, or was.
    var isMerging = false
    var state = ProposalState.draft
    /// Whether it was ever submitted.
    var wasSubmitted = false
    /// Whether the call's decisions are made.
    var isDecided = false

    /// As what the person sees it; nil for whoever must not know of it.
    var role: ProposalRole? {
        switch consent {
        case .given: return .author
        case .asked: return .asked
        case .declined, nil: break
        }
        if isManager, !isInConflict, wasSubmitted { return .manager }
        guard state == .accepted else { return nil }
        if isStaff && isDecided || isMerging { return .colleague }
        return isReviewer && !isInConflict ? .reviewer : nil
    }

    /// Whether the person must see nothing of its review, and decide nothing about it.
    ///
    /// Whoever was named as an author has an interest in it, also after declining.
    var isInConflict: Bool { consent != nil || hasConflict }
}
