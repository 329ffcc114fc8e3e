import GRDB

/// One's own account.
enum AccountActions {
    /// What the account page shows.
    static func contents(
        for visitor: Visitor, in db: Database
    ) throws -> AccountViews.Contents {
        let member = try EmployeeStore.member(visitor.employee, scope: .everywhere, in: db)
        return AccountViews.Contents(
            unitName: member?.unitName ?? "", position: member?.employee.position ?? "",
            grants: try GrantStore.grants(scope: .everywhere, of: visitor.employee, in: db),
            sessions: try SessionStore.all(of: visitor.account, in: db),
            minimumLength: try OfficeStore.facts(in: db)?.minimumPasswordLength ?? 15)
    }

    static func setTheme(_ theme: Theme, by acting: ActionContext, in db: Database) throws {
        try AccountStore.setTheme(theme, of: try acting.visitor.account, in: db)
    }
}
