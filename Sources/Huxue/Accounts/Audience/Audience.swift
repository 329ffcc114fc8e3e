/// The people whom an exam or an announcement concerns, as its author describes them.
struct Audience: Codable, Hashable, Sendable {
    /// Full names of units (`Unit.fullName`), each with all below it; `全所` is the calling unit.
    ///
    /// The calling unit is the unit that holds the exam or sends the announcement.
    var units: [String] = []
    /// Positions 職稱 within the calling unit.
    var positions: [String] = []
    /// Staff numbers of people included in addition.
    var employees: [String] = []
    /// Staff numbers of people who are excluded even if another field includes them.
    var except: [String] = []
    /// Whether units and positions include only people who serve at a counter.
    var counterOnly: Bool = false

    /// Stands for the calling unit, whatever its name is.
    static let wholeOffice = "全所"

    /// Whether nobody is chosen.
    var isEmpty: Bool { units.isEmpty && positions.isEmpty && employees.isEmpty }

    static let everybody = Audience(units: [wholeOffice])
}

/// A name in an audience that belongs to no unit, position or person of the calling unit, or to several people.
enum AudienceStranger: Hashable, Sendable {
    case unit(String)
    case position(String)
    case employee(String)
    case excepted(String)
    /// A name that several people have; `field`: `employees` or `except`.
    case namesakes(String, people: [PersonChoice], field: String)
    /// A number before which stands another's name.
    case misnamed(PersonChoice, name: String, field: String)
}
