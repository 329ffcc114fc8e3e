/// Who may see a case study, and as what: the one place that decides it.
///
/// `CaseStore.visible` says the same for many at once.
struct CaseAccess: Hashable, Sendable {
    var isAuthor = false
    /// Whether the person checks cases at the case's unit.
    var isChecker = false
    /// Whether the person is of the staff to whom the case is open.
    var isStaff = false
    var state = CaseState.draft

    /// As what the person sees it; nil for whoever must not know of it.
    var role: CaseRole? {
        if isAuthor { return .author }
        if isChecker, state != .draft { return .checker }
        return isStaff && state.isOpen ? .colleague : nil
    }
}
