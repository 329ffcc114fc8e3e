import GRDB

/// A feature that refers to people by staff number or login and must be told when these change.
protocol StaffFollower: Sendable {
    /// Updates the feature's records after `renaming`.
    static func follow(_ renaming: StaffRenaming, by acting: ActionContext, in db: Database) throws
}

/// The new staff numbers and logins by the old ones, for those that changed.
struct StaffRenaming: Sendable {
    var numbers: [String: String] = [:]
    var logins: [String: String] = [:]
    /// Logins that somebody has now and nobody had before; what still names one means somebody else.
    var claimed: Set<String> = []

    var isEmpty: Bool { numbers.isEmpty && logins.isEmpty && claimed.isEmpty }

    /// The audience with the present staff numbers.
    func renamed(_ audience: Audience) -> Audience {
        var audience = audience
        audience.employees = audience.employees.map { numbers[$0] ?? $0 }
        audience.except = audience.except.map { numbers[$0] ?? $0 }
        return audience
    }
}
