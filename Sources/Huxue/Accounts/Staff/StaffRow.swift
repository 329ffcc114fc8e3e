/// One valid row of a staff file.
struct StaffRow: Hashable, Sendable {
    /// The line of the file on which it begins.
    let line: Int
    let staffNumber: String
    var name: String
    /// Names of units from the top down, as written in the file.
    let unit: [String]
    let position: String
    /// Folded; see `Login`.
    let login: String
    let servesCounter: Bool
    let startsOn: Day?
    let endsOn: Day?
}

/// What is wrong with one row of a staff file.
struct StaffRowProblem: Hashable, Sendable {
    let line: Int
    let sentence: String
}
