/// Everything that waits for a person: by deadline, and as somebody who manages, decides or answers for something.
struct Waiting: Sendable {
    let dues: [DueList]
    let notes: [ManagerNotes]

    var items: [DueItem] { dues.flatMap(\.items) }
    var coming: [ComingItem] { dues.flatMap(\.coming) }
    /// How many things wait; notes that only inform do not count.
    var count: Int { items.count + notes.map(\.waitingCount).reduce(0, +) }

    /// How many things wait behind each entry of the menu, all of them behind the home page's.
    var counts: [Address: Int] {
        var counts: [Address: Int] = ["/": count]
        for due in dues {
            if let entry = due.entry { counts[entry, default: 0] += due.items.count }
        }
        for part in notes { counts[part.link.address, default: 0] += part.waitingCount }
        return counts
    }
}
