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
