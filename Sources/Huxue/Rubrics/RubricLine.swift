/// A line of the list of rubrics: the newest version of one.
struct RubricLine: Sendable {
    let id: ID<Rubric>
    let code: String
    let title: String
    /// Of the version.
    let number: Int
    let total: Int
    /// How many criteria it has.
    let criteria: Int
    let unitName: String
    let unit: UnitPath
    let savedAt: Moment
    let isFrozen: Bool
}
