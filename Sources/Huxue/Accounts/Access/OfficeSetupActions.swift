import GRDB

/// How far the administrator of a new office has come with its people.
enum OfficeSetupActions {
    struct Progress: Sendable {
        /// Whether there is anybody besides the first administrator.
        let hasStaff: Bool
        /// Whether any role but that of the administrator has been granted.
        let hasRoles: Bool
    }

    /// Nil for everybody but administrators of the whole office.
    static func progress(for actor: Actor, now: Moment, in db: Database) throws -> Progress? {
        guard Policy.permitsEverywhere(.manageStaff, for: actor) else { return nil }
        let everybody = StaffFilter(presence: .all)
        return Progress(
            hasStaff: try EmployeeStore.count(everybody, scope: .everywhere, today: ROCDate.day(of: now), in: db) > 1,
            hasRoles: try GrantStore.hasAny(besides: .admin, in: db))
    }
}
