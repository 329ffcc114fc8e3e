/// Who acts: a signed-in person, or somebody with access to the data folder at its command line.
enum Actor: Sendable {
    case visitor(Visitor)
    case console(user: String)
    /// The server itself, at a deadline.
    case system

    /// The signed-in person; nil for the console and the server.
    var employee: ID<Employee>? {
        if case .visitor(let visitor) = self { visitor.employee } else { nil }
    }

    /// The name that the audit log keeps.
    var auditName: String {
        switch self {
        case .visitor(let visitor): visitor.login
        case .console(let user): "console:\(user)"
        case .system: "system"
        }
    }
}
