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
    /// What the page showed of each field, so that nobody overwrites what another has changed meanwhile; empty for a
    /// newcomer.
    private(set) var shown: [StaffFile.Column: String] = [:]

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
        shown = Dictionary(uniqueKeysWithValues: StaffFile.Column.allCases.map { ($0, self[$0]) })
    }

    /// Reads what was typed as a staff file is read: `="00123"` is 00123, and signs of direction stay, to be refused.
    init(_ form: Form) throws {
        for column in StaffFile.Column.allCases {
            if column == .servesCounter {
                servesCounter = form.has(column.code)
            } else {
                self[column] = FormulaGuard.removed(from: try form.text(column.code, keepingTurns: column != .unit))
            }
            let mark = Self.mark(of: column)
            if form.has(mark) { shown[column] = try form.verbatim(mark) }
        }
    }

    /// The name under which the form sends back what it showed.
    static func mark(of column: StaffFile.Column) -> String { "shown-\(column.code)" }

    /// The form on top of what is known of the person now, and the fields that others have changed since it was opened.
    ///
    /// Such a field keeps what was typed only if that is a change too.
    func merged(with member: StaffMember) -> (form: StaffForm, conflicts: [StaffFormConflict]) {
        let now = StaffForm(member)
        var merged = self
        merged.shown = now.shown
        let conflicts = StaffFile.Column.allCases.compactMap { column -> StaffFormConflict? in
            guard let before = shown[column], before != now[column], self[column] != now[column] else { return nil }
            let isChangedHere = self[column] != before
            if !isChangedHere { merged[column] = now[column] }
            return StaffFormConflict(
                column: column, now: column == .unit ? member.unitName : now[column], isChangedHere: isChangedHere)
        }
        return (merged, conflicts)
    }

    /// The form as a staff file of one row, so that both are read by the same rules.
    ///
    /// `unitName`: the full name of the unit; empty when none was found.
    func file(unitName: String) throws -> StaffFile {
        try StaffFile(
            bytes: CSVWriter.file(
                header: StaffFile.Column.allCases.map(\.rawValue),
                rows: [StaffFile.Column.allCases.map { .text($0 == .unit ? unitName : self[$0]) }]))
    }

    private(set) subscript(column: StaffFile.Column) -> String {
        get {
            switch column {
            case .staffNumber: staffNumber
            case .name: name
            case .unit: unit
            case .position: position
            case .login: login
            case .servesCounter: servesCounter ? AccountTerms.yes : AccountTerms.no
            case .startsOn: startsOn
            case .endsOn: endsOn
            }
        }
        set {
            switch column {
            case .staffNumber: staffNumber = newValue
            case .name: name = newValue
            case .unit: unit = newValue
            case .position: position = newValue
            case .login: login = newValue
            case .servesCounter: servesCounter = newValue == AccountTerms.yes
            case .startsOn: startsOn = newValue
            case .endsOn: endsOn = newValue
            }
        }
    }
}
