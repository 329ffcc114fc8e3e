/// The form of one person on the staff, as it was typed.
struct StaffForm: Sendable {
    var staffNumber = ""
    var name = ""
    /// Id or name of the unit; see `UnitChoiceActions.id`.
    var unit = ""
    var position = ""
    var login = ""
    var servesCounter = false
    var startsOn = ""
    var endsOn = ""

    /// A newcomer, from `day` on.
    init(startingOn day: Day) {
        startsOn = ROCDate.plain(day)
    }

    init(_ member: StaffMember) {
        let employee = member.employee
        staffNumber = employee.staffNumber
        name = employee.name
        unit = employee.unitID.description
        position = employee.position
        login = member.login ?? ""
        servesCounter = employee.servesCounter
        startsOn = employee.startsOn.map(ROCDate.plain) ?? ""
        endsOn = employee.endsOn.map(ROCDate.plain) ?? ""
    }

    init(_ form: Form) throws {
        staffNumber = try form.text("staffNumber")
        name = try form.text("name")
        unit = try form.text("unit")
        position = try form.text("position")
        login = try form.text("login")
        servesCounter = form.has("servesCounter")
        startsOn = try form.text("startsOn")
        endsOn = try form.text("endsOn")
    }

    /// The form as a staff file of one row, so that both are read by the same rules.
    ///
    /// `unitName`: the full name of the unit; empty when none was found.
    func file(unitName: String) throws -> StaffFile {
        try StaffFile(
            bytes: CSVWriter.file(
                header: StaffFile.Column.allCases.map(\.rawValue),
                rows: [StaffFile.Column.allCases.map { .text(text(of: $0, unitName: unitName)) }]))
    }

    private func text(of column: StaffFile.Column, unitName: String) -> String {
        switch column {
        case .staffNumber: staffNumber
        case .name: name
        case .unit: unitName
        case .position: position
        case .login: login
        case .servesCounter: servesCounter ? AccountTerms.yes : AccountTerms.no
        case .startsOn: startsOn
        case .endsOn: endsOn
        }
    }
}
