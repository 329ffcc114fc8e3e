/// Whom something concerns: an exam, an announcement.
struct Audience: Codable, Hashable, Sendable {
    /// Full names of units (`Unit.fullName`), each with all below it; `全所` is the unit that calls.
    var units: [String] = []
    /// Positions 職稱 within the unit that calls.
    var positions: [String] = []
    /// Staff numbers of further people.
    var employees: [String] = []
    /// Staff numbers of people whom it does not concern, whatever the rest says.
    var except: [String] = []
    /// Only those who serve at a counter.
    var counterOnly: Bool = false

    /// The unit that calls, by whatever name.
    static let wholeOffice = "全所"

    /// Whether nobody is chosen.
    var isEmpty: Bool { units.isEmpty && positions.isEmpty && employees.isEmpty }

    static let everybody = Audience(units: [wholeOffice])
}

/// A name in an audience that nobody in the calling unit has.
enum AudienceStranger: Hashable, Sendable {
    case unit(String)
    case position(String)
    case employee(String)
    case excepted(String)
}
