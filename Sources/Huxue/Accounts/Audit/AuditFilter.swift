/// Which rows of the audit log a reader asks for.
struct AuditFilter: Sendable {
    /// From this instant on, inclusive.
    var since: Moment?
    /// Up to this instant, exclusive.
    var until: Moment?
    /// The exact `AuditEntry.actor`; empty for all.
    var actor = ""
    var action = ""
    /// Text to find in subject or detail; empty for all.
    var search = ""
}
