/// A sheet that was handed in and opened again: by whom, why, and what had been handed in.
struct ScoreReopening: Hashable, Sendable {
    /// From 1.
    let number: Int
    let at: Moment
    /// Nil for somebody at the command line.
    let by: ID<Employee>?
    let reason: String
    let handedInAt: Moment
    let entries: ScoreEntries
}
