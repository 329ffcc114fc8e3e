/// The units that a form offers to choose from.
struct UnitChoice: Sendable {
    /// How many units a page lists at most.
    static let limit = 150

    /// All units, or only the uppermost ones when there are more than `limit`; then the form asks for a name.
    let units: [Unit]
    let isWhole: Bool
    let chosen: Unit?
    /// The name that was typed instead of choosing from a list, to show it again.
    var typed = ""
}

extension Unit {
    /// The unit's path below the office, as people write it; for the office, its own name.
    var shortName: String {
        fullName.firstIndex(of: "/").map { String(fullName[fullName.index(after: $0)...]) } ?? fullName
    }
}
