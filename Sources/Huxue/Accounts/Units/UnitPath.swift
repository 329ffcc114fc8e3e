/// The place of a unit in the tree: the ids from the root down, such as `/1/4/9/`.
struct UnitPath: Hashable, Sendable, RawRepresentable {
    let rawValue: String

    init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Whether it is the unit above all others.
    var isRoot: Bool { rawValue.utf8.count { $0 == UInt8(ascii: "/") } == 2 }

    /// The exclusive upper bound of all paths that begin with this one, so that an index can find them as a range.
    var end: String { rawValue.dropLast() + "0" }

    /// Whether `other` is this unit or one below it.
    func covers(_ other: UnitPath) -> Bool { other.rawValue.hasPrefix(rawValue) }

    /// The id of the unit with this path; nil when the text is no path.
    var id: ID<Unit>? { rawValue.split(separator: "/").last.flatMap { ID<Unit>(String($0)) } }

    /// The paths of the units above it, from the root down.
    var above: [UnitPath] {
        let ids = rawValue.split(separator: "/")
        return ids.indices.dropFirst().map { UnitPath(rawValue: "/" + ids[..<$0].joined(separator: "/") + "/") }
    }
}
