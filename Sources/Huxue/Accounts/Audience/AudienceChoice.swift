/// The choices that a form offers for an audience.
struct AudienceChoice: Sendable {
    /// Nil when there are too many to list on a page; then the form asks for names.
    let units: [UnitTree.Branch]?
    /// The unit that calls, which is offered as a whole already; nil while it is not known.
    let caller: ID<Unit>?
    let positions: [String]
    /// The people whom the stored audience names, as forms write them, by staff number.
    var people: [String: String] = [:]
    /// Nil when the form does not show how many people each choice reaches.
    var reach: AudienceReach?
}

/// How many people in service each choice reaches.
struct AudienceReach: Sendable {
    /// By the unit's full name; counts the unit and all below it.
    let units: [String: Int]
    let positions: [String: Int]
    let everybody: Int
}
