/// A rubric as forms of other features offer it, in its newest version.
struct RubricChoice: Hashable, Sendable {
    let id: ID<Rubric>
    let title: String
    /// Of the rubric; works of this unit and of those below it may be scored by it.
    let unit: UnitPath
    /// Names, in the rubric's order.
    let criteria: [String]
    /// The first of those with the greatest weight.
    let weightiest: String
}
