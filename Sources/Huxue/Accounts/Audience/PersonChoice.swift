/// A person as forms offer them: so that two people of one name can be told apart.
struct PersonChoice: Hashable, Sendable {
    let staffNumber: String
    let name: String
    /// The unit's names below the office; the office's own name for the office itself.
    let unitName: String
    /// Nil for somebody who has no account.
    let login: String?
    /// Whether a last day is known, past or to come.
    let leaves: Bool

    /// The person as forms write them: the name with the staff number in brackets, without white space.
    var text: String { Self.text(name: name, staffNumber: staffNumber) }

    static func text(name: String, staffNumber: String) -> String {
        "\(name.filter { !$0.isWhitespace })（\(staffNumber)）"
    }
}

extension StaffMember {
    /// As forms write the person.
    var choice: PersonChoice {
        PersonChoice(
            staffNumber: employee.staffNumber, name: employee.name, unitName: unitName, login: login,
            leaves: employee.endsOn != nil)
    }
}
