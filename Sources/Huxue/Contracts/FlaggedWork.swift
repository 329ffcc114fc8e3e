/// A work that rests on the law, as people see it.
struct FlaggedWork: Sendable {
    let code: String
    let title: String
    /// What it is called in a short list: a page by its title, a question by its code.
    let shortName: String
    let address: Address
    let isInUse: Bool
    /// Whether the visitor for whom it was read may decide on it.
    var mayDecide = true
    /// Where decisions on it are made; nil where its own page has to be opened for that.
    var places: Places?

    struct Places: Sendable {
        /// Takes a form: it is still right.
        let confirmation: Address
        /// Its editor, whose save settles what waits.
        let revision: Address
        /// Asks before it goes out of use.
        let retirement: Address
    }
}
