/// A kind of event that the audit log records, as declared by its feature.
struct AuditAction: Hashable, Sendable {
    /// A dotted noun; it is stored in the log, so never change one that has shipped.
    let code: String
    /// The name that readers of the log see.
    let name: String

    init(_ code: String, _ name: String) {
        self.code = code
        self.name = name
    }

    static func == (left: Self, right: Self) -> Bool { left.code == right.code }
    func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
