/// One row of the audit log: who did what, on which record, when, from where.
struct AuditEntry: Codable, Hashable, Sendable {
    /// 1 for the first row, then 2, 3, … without a gap.
    let id: ID<AuditEntry>
    let at: Moment
    /// A login, or `console:` and the user of the machine.
    let actor: String
    /// The code of an `AuditAction`.
    let action: String
    /// The record concerned, as readers know it: a login, a staff number, an exam's number and title.
    let subject: String
    /// An `AuditDetail` as printed by `AuditDetailText`; in rows older than 115/11/30 (2026-11-30) see `AuditOldTerms`.
    let detail: String
    /// The browser's address; `command` for the command line.
    let origin: String
}
