/// Who reviews what.
struct Assignment: Hashable, Sendable {
    /// Locked ones and added ones, in order.
    let pairs: [ReviewPair]
    /// Those that were not locked, in order.
    let added: [ReviewPair]
    /// Reviews of each member of the panel, locked ones included.
    let loads: [ID<Employee>: Int]
}
