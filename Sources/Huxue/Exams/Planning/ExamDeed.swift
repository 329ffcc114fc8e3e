/// What a manager has just done, as the address of the page that follows names it.
enum ExamDeed: String, CaseIterable, Sendable {
    case created, changed, published, extended, closed, released, deleted, accommodated, programmeSaved

    /// Nil unless the address names one; whatever else it says is never shown.
    init?(_ query: Form) throws {
        self.init(rawValue: try query.text("done"))
    }

    /// The address that tells it.
    func told(at address: Address, _ more: [(name: String, value: String)] = []) -> Address {
        address.with([("done", rawValue)] + more)
    }
}
