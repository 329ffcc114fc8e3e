/// What a reader of the audit log sees in the place of a stored code: a name, and the page about it.
struct AuditName: Hashable, Sendable {
    let text: String
    /// Nil when there is no such page, or not for this reader.
    var address: Address?
}

/// One row of the log as it is shown.
struct AuditLine: Sendable {
    let entry: AuditEntry
    let actor: AuditName
    /// What was done, in words; the code itself when this program does not know it.
    let action: String
    let subject: AuditName
    let detail: String
    let origin: String
}
