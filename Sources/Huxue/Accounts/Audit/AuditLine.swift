/// What a reader of the audit log sees instead of a stored code: a name that may link to a page.
struct AuditName: Hashable, Sendable {
    let text: String
    /// The page about the record; nil when there is none or this reader may not see it.
    var address: Address?
}

/// One row of the log as it is shown.
struct AuditLine: Sendable {
    let entry: AuditEntry
    let actor: AuditName
    /// The name of the action; its code when this version of the program does not know it.
    let action: String
    let subject: AuditName
    let detail: String
    let origin: String
}
