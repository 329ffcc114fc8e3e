/// The units among which a form lets somebody choose.
struct UnitChoice: Sendable {
    /// A list of more would be longer than a page should be.
    static let limit = 150

    /// All of them, or the uppermost ones when there are more than `limit`: then a name is typed.
    let units: [Unit]
    let isWhole: Bool
    let chosen: Unit?
    /// What was typed in the place of a choice; shown again.
    var typed = ""
}

extension Unit {
    /// From below the office down, as people write it; the office's own name for itself.
    var shortName: String {
        fullName.firstIndex(of: "/").map { String(fullName[fullName.index(after: $0)...]) } ?? fullName
    }
}
