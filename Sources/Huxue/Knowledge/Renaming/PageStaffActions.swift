import GRDB

/// Keeps pages with their owners when logins change.
enum PageStaffActions: StaffFollower {
    static func follow(_ renaming: StaffRenaming, by acting: ActionContext, in db: Database) throws {
        try leave(renaming.claimed, by: acting, in: db)
        guard !renaming.logins.isEmpty else { return }
        // What reads as a role is one, whoever has it for a login: it owns nothing, and a page must not fall to a role.
        let owners = renaming.logins.filter { PageOwner($0.key).isPerson }
            .mapValues { PageOwner($0).isPerson ? $0 : Role.knowledgeEditor.rawValue }
        try PageRenamingActions.follow(owners, in: .owner, reason: PageTerms.loginChanged, by: acting, in: db)
        try PageRenamingStore.renameReviewers(renaming.logins, in: db)
    }

    /// Pages that still name a login which nobody had fall to the editors, not to whoever has it now.
    private static func leave(_ logins: Set<String>, by acting: ActionContext, in db: Database) throws {
        guard !logins.isEmpty else { return }
        let left = try PageRenamingStore.names(in: .owner, in: db).filter {
            logins.contains($0) && PageOwner($0).isPerson
        }
        let editors = Role.knowledgeEditor.rawValue
        try PageRenamingActions.follow(
            Dictionary(left.map { ($0, editors) }, uniquingKeysWith: { first, _ in first }), in: .owner,
            reason: PageTerms.loginClaimed, by: acting, in: db)
    }
}

extension PageOwner {
    fileprivate var isPerson: Bool { if case .login = self { true } else { false } }
}
