/// An entry of the left navigation, shown to those who may use it.
struct NavigationEntry: Sendable {
    let icon: HTML
    let title: String
    let address: Address
    /// Nil: for everybody who sees the group.
    var action: Action?
    /// Whether the action is needed in the whole office.
    var isForWholeOffice = false
    /// In which order the entries of a group stand.
    let place: Int

    func isOpen(to visitor: Visitor) -> Bool {
        guard let action else { return true }
        return isForWholeOffice ? Policy.permitsEverywhere(action, for: visitor.actor) : visitor.may(action)
    }
}
