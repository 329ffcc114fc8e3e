/// An entry of the left navigation, shown only to people who may use it.
struct NavigationEntry: Sendable {
    let icon: HTML
    let title: String
    let address: Address
    /// The action that a person must be permitted to see the entry; nil for everybody who sees the group.
    var action: Action?
    /// Whether the action must be permitted in the whole office and not only at some unit.
    var isForWholeOffice = false
    /// The entry's rank within its group; the lowest comes first.
    let place: Int

    func isOpen(to visitor: Visitor) -> Bool {
        guard let action else { return true }
        return isForWholeOffice ? Policy.permitsEverywhere(action, for: visitor.actor) : visitor.may(action)
    }
}
