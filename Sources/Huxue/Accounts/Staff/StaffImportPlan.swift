/// What importing a staff file would do; nothing has been done yet.
struct StaffImportPlan: Sendable {
    struct Creation: Sendable {
        let row: StaffRow
        /// Full name of the unit, existing or among `newUnits`.
        let unitName: String
    }

    struct Change: Sendable {
        let row: StaffRow
        let unitName: String
        let member: StaffMember
        let differences: [Difference]
    }

    /// One field that changes, in words.
    struct Difference: Hashable, Sendable {
        let column: StaffFile.Column
        let old: String
        let new: String
    }

    /// A unit to be made, after those above it.
    struct NewUnit: Hashable, Sendable {
        let name: String
        let fullName: String
        let parentName: String
    }

    var creations: [Creation] = []
    var changes: [Change] = []
    var unchangedCount = 0
    var newUnits: [NewUnit] = []
    var officeName = ""
    /// Names of those new units that will stand right under the office although the file does not name it above
    /// them: perhaps the office's own name is misspelt.
    var placedBelow: [String] = []
    /// By line.
    var problems: [StaffRowProblem] = []
    var ignoredColumns: [String] = []
    /// `Generation.staff` when this was planned: it holds as long as that has not moved.
    var basis: Int64 = 0

    var isEmpty: Bool { creations.isEmpty && changes.isEmpty }
    /// How many rows are bad, however many problems they have.
    var badRowCount: Int { Set(problems.map(\.line)).count }
}
