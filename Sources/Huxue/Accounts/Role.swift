/// What a person is trusted with; granted at a unit, it covers that unit and all below it.
enum Role: String, CaseIterable, Codable, Sendable {
    /// 同仁: everybody on the staff has it at their own unit, without a grant.
    case employee
    case questionEditor
    case examManager
    case knowledgeEditor
    case reviewer
    case proposalManager
    case supervisor
    case planOfficer
    case hr
    case admin
}

/// A role given to an employee at a unit.
struct Grant: Hashable, Sendable {
    let role: Role
    let unit: UnitPath
}

/// Where a unit stands in the tree, as the ids from the root down: `/1/4/9/`.
struct UnitPath: Hashable, Sendable, RawRepresentable {
    let rawValue: String

    init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Whether it is the unit above all others.
    var isRoot: Bool { rawValue.utf8.count { $0 == UInt8(ascii: "/") } == 2 }

    /// Whether `other` is this unit or one below it.
    func covers(_ other: UnitPath) -> Bool { other.rawValue.hasPrefix(rawValue) }
}
