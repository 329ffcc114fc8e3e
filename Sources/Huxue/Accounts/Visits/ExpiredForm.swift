/// A form that arrived after its session had ended; the sign-in page carries its fields until they are sent again.
struct ExpiredForm: Error {
    let address: Address
    let fields: [(name: String, value: String)]

    /// Nil for a form in which nothing was typed, and for one sent by the script, which keeps the answers itself.
    init?(path: String, form: Form) {
        guard let address = Address(local: path) else { return nil }
        let names = form.names.filter { $0 != "token" && !Self.isSecret($0) }.sorted()
        fields = names.flatMap { name in form.all(name).map { (name, $0) } }
        guard !fields.isEmpty else { return nil }
        self.address = address
    }

    /// Whether the field holds a password, which is never written into a page and has to be typed again.
    private static func isSecret(_ name: String) -> Bool {
        name.lowercased().contains("password") || ["current", "new", "again"].contains(name)
    }

    /// Reads what `ExpiredFormViews.signIn` wrote; nil when the form carries none.
    init?(carriedBy form: Form) throws {
        guard form.has("resendTo"), let address = Address(local: try form.text("resendTo")) else { return nil }
        self.address = address
        let prefix = "resend."
        fields = form.names.filter { $0.hasPrefix(prefix) }.sorted().flatMap { name in
            form.all(name).map { (String(name.dropFirst(prefix.count)), $0) }
        }
    }
}

/// A form with the token of another session, sent by somebody who is signed in.
///
/// It is not carried out until the person confirms it by sending it again.
struct StaleForm: Error {
    let form: ExpiredForm
    /// Who is signed in now.
    let visitor: Visitor
}
