/// Which statutes of the list are wanted.
struct StatuteQuery: Sendable {
    enum State: String, Sendable {
        case inForce, repealed
    }

    /// In the name, a short or a former one.
    let search: String
    /// Nil for both.
    let state: State?

    /// Whether a statute of these names is wanted, however the characters are written.
    func fits(_ names: [String]) -> Bool {
        let wanted = LawText.folded(search)
        return wanted.isEmpty || names.contains { LawText.folded($0).contains(wanted) }
    }
}
