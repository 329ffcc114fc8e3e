/// A step of the way from the home page to this one.
struct Crumb: Sendable {
    let title: String
    /// Nil for the page itself.
    let address: Address?

    init(_ title: String, _ address: Address? = nil) {
        self.title = title
        self.address = address
    }
}
