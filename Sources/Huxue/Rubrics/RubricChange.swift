/// What saving a rubric did.
enum RubricChange: Equatable, Sendable {
    case created
    case unchanged
    /// The newest version, by which nobody scores yet.
    case changed
    /// The version before stays with the sheets that were begun by it.
    case newVersion(Int)
}
