/// One version of a rubric; sheets keep the version by which they were begun.
struct RubricVersion: Hashable, Sendable {
    let id: ID<RubricVersion>
    let rubricID: ID<Rubric>
    /// From 1.
    let number: Int
    /// How often this version was saved, from 1.
    let edit: Int
    let plan: RubricPlan
    let savedAt: Moment
    /// Whether it was fixed, or somebody has begun a score sheet by it; from then on it never changes.
    let isFrozen: Bool

    /// Identifies this state of the rubric; forms send it back to tell which state they have shown.
    var mark: String { "\(number).\(edit)" }
}
