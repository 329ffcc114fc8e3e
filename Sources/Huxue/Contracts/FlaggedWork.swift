/// A work that rests on the law, as people see it.
struct FlaggedWork: Sendable {
    let code: String
    let title: String
    /// What it is called in a short list: a page by its title, a question by its code.
    let shortName: String
    let address: Address
    let isInUse: Bool
}
