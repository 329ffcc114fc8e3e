/// What an import did.
struct QuestionImport: Codable, Hashable, Sendable {
    /// Questions that were not in the bank.
    var added = 0
    /// Questions whose text changed: each has a new revision.
    var revised = 0
    /// Questions that were only checked anew, moved or retired, without a new revision.
    var updated = 0
    /// Questions that did not change.
    var unchanged = 0

    var total: Int { added + revised + updated + unchanged }
}

extension QuestionImport {
    /// What an address tells of it; whatever is missing there is none.
    init(told query: Form) throws {
        added = try query.count("added")
        revised = try query.count("revised")
        updated = try query.count("updated")
        unchanged = try query.count("unchanged")
    }

    /// Tells it to the page of `address`.
    func told(at address: Address) -> Address {
        QuestionDeed.imported.told(at: address).with([
            ("added", "\(added)"), ("revised", "\(revised)"), ("updated", "\(updated)"), ("unchanged", "\(unchanged)"),
        ])
    }
}
