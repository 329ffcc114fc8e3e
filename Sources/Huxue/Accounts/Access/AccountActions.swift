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
            phoneExtension: try PhoneExtensionStore.phoneExtension(of: visitor.employee, in: db),
            minimumLength: try OfficeStore.facts(in: db)?.minimumPasswordLength ?? 15)
    }

    static let extensionLimit = 20

    /// One's own extension; an empty one is forgotten.
    /// - Throws: `CommonRefusal.invalid` for one that is too long or has several lines.
    static func setExtension(_ typed: String, by acting: ActionContext, in db: Database) throws {
        guard typed.unicodeScalars.count <= extensionLimit, !InvisibleText.breaksLine(typed) else {
            throw CommonRefusal.invalid(AccountTerms.longExtension)
        }
        try PhoneExtensionStore.set(typed, of: try acting.visitor.employee, in: db)
    }

    static func setTheme(_ theme: Theme, by acting: ActionContext, in db: Database) throws {
        try AccountStore.setTheme(theme, of: try acting.visitor.account, in: db)
    }
}
