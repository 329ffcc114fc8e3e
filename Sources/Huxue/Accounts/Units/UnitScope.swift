/// The part of the unit tree that a person may act on.
enum UnitScope: Sendable {
    case everywhere
    case units([UnitPath])
}

extension UnitScope {
    func includes(_ unit: UnitPath) -> Bool {
        switch self {
        case .everywhere: true
        case .units(let roots): roots.contains { $0.covers(unit) }
        }
    }

    /// The highest units that are in this scope and at or below `home`, ordered by path.
    func tops(below home: UnitPath) -> [UnitPath] {
        guard case .units(let roots) = self else { return [home] }
        let within = roots.compactMap { root in root.covers(home) ? home : home.covers(root) ? root : nil }
        var tops: [UnitPath] = []
        for path in within.sorted(by: { $0.rawValue < $1.rawValue }) where !tops.contains(where: { $0.covers(path) }) {
            tops.append(path)
        }
        return tops
    }

    /// Whether the scope includes all units.
    var isEverywhere: Bool {
        switch self {
        case .everywhere: true
        case .units(let roots): roots.contains(where: \.isRoot)
        }
    }
}
