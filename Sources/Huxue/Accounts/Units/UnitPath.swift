/// Where a unit stands in the tree, as the ids from the root down: `/1/4/9/`.
struct UnitPath: Hashable, Sendable, RawRepresentable {
    let rawValue: String

    init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Whether it is the unit above all others.
    var isRoot: Bool { rawValue.utf8.count { $0 == UInt8(ascii: "/") } == 2 }

    /// What comes after all paths below it in the order of their characters: that range finds them in an index.
    var end: String { rawValue.dropLast() + "0" }

    /// Whether `other` is this unit or one below it.
    func covers(_ other: UnitPath) -> Bool { other.rawValue.hasPrefix(rawValue) }

    /// The unit that stands there; nil for anything but a path.
    var id: ID<Unit>? { rawValue.split(separator: "/").last.flatMap { ID<Unit>(String($0)) } }

    /// The places above it, from the root down.
    var above: [UnitPath] {
        let ids = rawValue.split(separator: "/")
        return ids.indices.dropFirst().map { UnitPath(rawValue: "/" + ids[..<$0].joined(separator: "/") + "/") }
    }
}
