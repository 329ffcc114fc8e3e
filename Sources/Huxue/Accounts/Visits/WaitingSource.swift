import GRDB

/// Counts what waits for a person, for the menu.
protocol WaitingSource: Sendable {
    /// By the address of the menu's entry; entries for which nothing waits may be missing.
    func counts(
        for visitor: Visitor, of office: Office, now: Moment, in db: Database
    ) throws -> [Address: Int]
}
