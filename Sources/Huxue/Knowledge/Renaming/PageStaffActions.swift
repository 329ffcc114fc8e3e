import GRDB

/// Keeps pages with their owners when logins change.
enum PageStaffActions: StaffFollower {
    static func follow(_ renaming: StaffRenaming, by acting: ActionContext, in db: Database) throws {
        guard !renaming.logins.isEmpty else { return }
        // What reads as a role is one, whoever has it for a login: it owns nothing, and a page must not fall to a role.
        let owners = renaming.logins.filter { PageOwner($0.key).isPerson }
            .mapValues { PageOwner($0).isPerson ? $0 : Role.knowledgeEditor.rawValue }
        try PageRenamingActions.follow(owners, in: .owner, reason: PageTerms.loginChanged, by: acting, in: db)
        try PageRenamingStore.renameReviewers(renaming.logins, in: db)
    }
}

extension PageOwner {
    fileprivate var isPerson: Bool { if case .login = self { true } else { false } }
}
