/// What somebody has just done, as the address of the page that follows names it; the page begins with it.
///
/// Each feature lists its own as an enumeration. The address carries the word of a case and nothing that is shown as it
/// stands, so that no link can put words on a page.
protocol Deed: RawRepresentable<String>, Sendable {}

extension Deed {
    /// Nil unless the address names one.
    init?(_ query: Form) throws {
        self.init(rawValue: try query.text("done"))
    }

    /// Nil unless the address names one that the page tells of.
    init?(_ query: Form, among told: [Self]) throws {
        guard let deed = try Self(query), told.contains(where: { $0.rawValue == deed.rawValue }) else { return nil }
        self = deed
    }

    /// The address of the page that tells it.
    func told(at address: Address, _ more: [(name: String, value: String)] = []) -> Address {
        address.with([("done", rawValue)] + more)
    }

    /// The address of the page that tells how many things it was done to.
    func told(at address: Address, count: Int) -> Address {
        told(at: address, [("count", "\(count)")])
    }

    /// To how many things it was done; nil when the address says nothing believable.
    static func count(_ query: Form) throws -> Int? {
        try query.number("count").flatMap { (0...100_000).contains($0) ? $0 : nil }
    }
}
