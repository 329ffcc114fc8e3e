/// Entries of the left navigation that belong to one kind of work.
///
/// Several features can add entries to one group by using the same name.
struct NavigationGroup: Sendable {
    let name: String
    /// The group's rank, the lowest first; when several features give one group a rank, the highest counts.
    var place = 0
    /// The group is shown to people who may do the action of a heading, under the first such heading.
    var headings: [NavigationHeading] = []
    var entries: [NavigationEntry] = []

    /// The name of the group that everybody sees, at the top and without a heading.
    static let own = "own"

    /// Merges groups of the same name; groups, headings and entries are sorted by `place`.
    static func joined(_ parts: [NavigationGroup]) -> [NavigationGroup] {
        Dictionary(grouping: parts, by: \.name).map { name, parts in
            NavigationGroup(
                name: name, place: parts.map(\.place).max() ?? 0,
                headings: parts.flatMap(\.headings).sorted { $0.place < $1.place },
                entries: parts.flatMap(\.entries).sorted { $0.place < $1.place })
        }.sorted { $0.place < $1.place }
    }

    /// The groups that `visitor` sees, each with its heading; the heading is nil for the group `own`.
    static func groups(
        _ groups: [NavigationGroup], for visitor: Visitor
    ) -> [(title: String?, entries: [NavigationEntry])] {
        var shown: Set<Address> = []
        return groups.compactMap { group in
            let heading = group.headings.first { visitor.may($0.action) }
            guard heading != nil || group.name == own else { return nil }
            // An entry that is in two groups is shown only in the first.
            let entries = group.entries.filter { $0.isOpen(to: visitor) && shown.insert($0.address).inserted }
            return (heading?.title, entries)
        }
    }
}

/// The title of a group for people who may do an action.
struct NavigationHeading: Sendable {
    let action: Action
    let title: String
    let place: Int
}
