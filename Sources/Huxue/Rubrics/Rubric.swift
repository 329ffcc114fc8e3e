/// 評分表: by what works of one kind are scored, in its newest version.
struct Rubric: Hashable, Sendable {
    let id: ID<Rubric>
    /// The name that files use; unique within the unit, and never changed.
    let code: String
    /// The unit whose rubric it is; units below may score by it too.
    let unitID: ID<Unit>
    let version: RubricVersion
}
