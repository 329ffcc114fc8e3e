/// A form that arrived after its session had ended: kept in the page until the person has signed in again.
struct ExpiredForm: Error {
    let address: Address
    let fields: [(name: String, value: String)]

    /// Nil for a form without anything a person typed, or sent by the script, which keeps its answers itself.
    init?(path: String, form: Form) {
        guard let address = Address(local: path) else { return nil }
        let names = form.names.filter { $0 != "token" && !Self.isSecret($0) }.sorted()
        fields = names.flatMap { name in form.all(name).map { (name, $0) } }
        guard !fields.isEmpty else { return nil }
        self.address = address
    }

    /// A password is typed anew: it stands in no page, whatever its field is called.
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

/// A form of this site with another session's token, of somebody who is signed in: never carried out as it is.
struct StaleForm: Error {
    let form: ExpiredForm
    /// Who is signed in now.
    let visitor: Visitor
}
