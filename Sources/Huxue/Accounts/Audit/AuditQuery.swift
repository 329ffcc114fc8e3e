/// What the address of the audit log's page asks for, as it was typed.
struct AuditQuery: Sendable {
    /// The days that cannot be read limit nothing; the actor is as typed, for `AuditActions` to find.
    var filter = AuditFilter()
    let since: String
    let until: String
    /// A login, staff number or name.
    let person: String
    /// The fields whose day cannot be read, and what was typed there.
    private(set) var unreadable: [(field: String, typed: String)] = []

    init(_ query: Form) throws {
        since = try query.text("since")
        until = try query.text("until")
        person = try query.text("actor")
        filter.since = ROCDate.parseDay(since).map(ROCDate.start)
        filter.until = ROCDate.parseDay(until).map { ROCDate.start(of: $0.adding(days: 1)) }
        filter.actor = person
        filter.action = try query.text("action")
        filter.search = try query.text("q")
        unreadable = [("since", since), ("until", until)].filter { !$0.1.isEmpty && ROCDate.parseDay($0.1) == nil }
    }
}
