/// Where a unit stands in the tree, as the ids from the root down: `/1/4/9/`.
struct UnitPath: Hashable, Sendable, RawRepresentable {
    let rawValue: String

    init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Whether it is the unit above all others.
    var isRoot: Bool { rawValue.utf8.count { $0 == UInt8(ascii: "/") } == 2 }

    /// That of the unit above it; nil for the uppermost.
    var above: UnitPath? {
        isRoot ? nil : UnitPath(rawValue: String(rawValue.dropLast().reversed().drop { $0 != "/" }.reversed()))
    }

    /// Whether `other` is this unit or one below it.
    func covers(_ other: UnitPath) -> Bool { other.rawValue.hasPrefix(rawValue) }
}
