/// The order in which a tree of units is shown: each unit before those below it, siblings by creation.
enum UnitTree {
    struct Branch: Sendable {
        let unit: Unit
        /// 0 for a unit whose parent is not among those shown.
        let depth: Int

        /// The unit's name indented by its depth, for lists without markup.
        var indented: String { String(repeating: "　", count: depth) + unit.name }
    }

    static func ordered(_ units: [Unit]) -> [Branch] {
        let known = Set(units.map(\.id))
        var children: [ID<Unit>: [Unit]] = [:]
        var waiting: [Branch] = []
        for unit in units.sorted(by: { $0.id > $1.id }) {
            if let parent = unit.parentID, known.contains(parent) {
                children[parent, default: []].append(unit)
            } else {
                waiting.append(Branch(unit: unit, depth: 0))
            }
        }
        var ordered: [Branch] = []
        while let next = waiting.popLast() {
            ordered.append(next)
            waiting += (children[next.unit.id] ?? []).map { Branch(unit: $0, depth: next.depth + 1) }
        }
        return ordered
    }
}
