/// Where the tree of units begins that a reader sees of an exam.
enum StandingRules {
    /// The highest units of the part of the tree that is both below `home` and in `scope`.
    static func tops(of home: UnitPath, scope: UnitScope) -> [UnitPath] {
        guard case .units(let roots) = scope else { return [home] }
        let within = roots.compactMap { root in root.covers(home) ? home : home.covers(root) ? root : nil }
        var tops: [UnitPath] = []
        for path in within.sorted(by: { $0.rawValue < $1.rawValue }) where !tops.contains(where: { $0.covers(path) }) {
            tops.append(path)
        }
        return tops
    }
}
