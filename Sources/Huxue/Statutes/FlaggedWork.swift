/// A work on which flags are, as people see it.
struct FlaggedWork: Sendable {
    let code: String
    let title: String
    let address: Address
    let isInUse: Bool
}
