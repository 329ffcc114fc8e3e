/// Entries of the left navigation that belong to one kind of work.
///
/// Features add to the same group by its name.
struct NavigationGroup: Sendable {
    let name: String
    /// In which order the groups stand; of parts of one group the highest counts.
    var place = 0
    /// The group is shown to those who have the action of one of them, under the first such.
    var headings: [NavigationHeading] = []
    var entries: [NavigationEntry] = []

    /// What everybody has, at the top and without a heading.
    static let own = "own"

    /// One group for each name, everything in it in its order.
    static func joined(_ parts: [NavigationGroup]) -> [NavigationGroup] {
        Dictionary(grouping: parts, by: \.name).map { name, parts in
            NavigationGroup(
                name: name, place: parts.map(\.place).max() ?? 0,
                headings: parts.flatMap(\.headings).sorted { $0.place < $1.place },
                entries: parts.flatMap(\.entries).sorted { $0.place < $1.place })
        }.sorted { $0.place < $1.place }
    }

    /// The groups that `visitor` sees, each with its heading, nil for what everybody has.
    static func groups(
        _ groups: [NavigationGroup], for visitor: Visitor
    ) -> [(title: String?, entries: [NavigationEntry])] {
        var shown: Set<Address> = []
        return groups.compactMap { group in
            let heading = group.headings.first { visitor.may($0.action) }
            guard heading != nil || group.name == own else { return nil }
            // What belongs to two kinds of work stands once, with the first.
            let entries = group.entries.filter { $0.isOpen(to: visitor) && shown.insert($0.address).inserted }
            return (heading?.title, entries)
        }
    }
}

/// What a group is called by those who have an action.
struct NavigationHeading: Sendable {
    let action: Action
    let title: String
    let place: Int
}
