/// What part of the log a reader asks for.
struct AuditFilter: Sendable {
    /// From this instant on, inclusive.
    var since: Moment?
    /// Up to this instant, exclusive.
    var until: Moment?
    /// An actor's whole name.
    var actor = ""
    var action = ""
    /// Text in subject or detail.
    var search = ""
}
