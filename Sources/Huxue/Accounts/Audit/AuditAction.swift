/// What the audit log records, as its feature declares it.
struct AuditAction: Hashable, Sendable {
    /// A dotted noun, stored: never change one that has shipped.
    let code: String
    /// In the reader's language.
    let name: String

    init(_ code: String, _ name: String) {
        self.code = code
        self.name = name
    }

    static func == (left: Self, right: Self) -> Bool { left.code == right.code }
    func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
