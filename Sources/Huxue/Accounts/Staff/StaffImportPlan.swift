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

    /// One field that changes, with its old and new value as text.
    struct Difference: Hashable, Sendable {
        let column: StaffFile.Column
        let old: String
        let new: String

        /// What the row says otherwise than is known.
        static func all(of row: StaffRow, unitName: String, from member: StaffMember) -> [Difference] {
            let old = member.employee
            let pairs: [(StaffFile.Column, String, String)] = [
                (.staffNumber, old.staffNumber, row.staffNumber), (.name, old.name, row.name),
                (.unit, member.unitName, unitName), (.position, old.position, row.position),
                (.login, member.login ?? "", row.login),
                (.servesCounter, old.servesCounter ? "是" : "否", row.servesCounter ? "是" : "否"),
                (.startsOn, old.startsOn.map(ROCDate.plain) ?? "", row.startsOn.map(ROCDate.plain) ?? ""),
                (.endsOn, old.endsOn.map(ROCDate.plain) ?? "", row.endsOn.map(ROCDate.plain) ?? ""),
            ]
            return pairs.filter { $0.1 != $0.2 }.map { .init(column: $0.0, old: $0.1, new: $0.2) }
        }
    }

    /// A unit to be created; the list names units above it first.
    struct NewUnit: Hashable, Sendable {
        let name: String
        let fullName: String
        let parentName: String
    }

    var subject = StaffSubject.anybody
    var creations: [Creation] = []
    var changes: [Change] = []
    var unchangedCount = 0
    var newUnits: [NewUnit] = []
    var officeName = ""
    /// Names of new units that will be created directly below the office without the file naming the office above them.
    ///
    /// The preview lists them, because such a unit may be the office's own name misspelt.
    var placedBelow: [String] = []
    /// What is wrong with the rows, ordered by line.
    var problems: [StaffRowProblem] = []
    /// What a person should look at before importing, ordered by line; nothing is refused because of it.
    var warnings: [StaffRowProblem] = []
    var ignoredColumns: [String] = []
    var separator = CSVSeparator.comma
    /// The value of `Generation.staff` when the plan was made; the plan is valid while the value is the same.
    var basis: Int64 = 0

    var isEmpty: Bool { creations.isEmpty && changes.isEmpty }
    /// How many rows are bad; a row with several problems counts once.
    var badRowCount: Int { Set(problems.map(\.line)).count }
}
