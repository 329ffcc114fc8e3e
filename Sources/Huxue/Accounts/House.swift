/// What this floor needs to know of the features above it, which it may not name; `App` gathers it.
struct House: Sendable {
    /// Every step of the schema, in the order in which they are made.
    let migrations: [Migration]
    /// The words behind audit codes, those of this floor among them.
    let vocabularies: [any AuditVocabulary.Type]
    /// Who must know when units change.
    let unitFollowers: [any UnitFollower.Type]
    /// The menu, before it is narrowed to what a person may use.
    let navigation: [NavigationGroup]
    /// Where files may be sent.
    let uploads: [UploadPlace]

    /// The house of this process, for commands: the argument parser makes those without arguments of ours.
    @TaskLocal static var current = House()

    init(
        migrations: [Migration] = [], vocabularies: [any AuditVocabulary.Type] = [],
        unitFollowers: [any UnitFollower.Type] = [], navigation: [NavigationGroup] = [], uploads: [UploadPlace] = []
    ) {
        self.migrations = migrations
        self.vocabularies = [AccountNameStore.self] + vocabularies
        self.unitFollowers = unitFollowers
        self.navigation = NavigationGroup.joined(AccountTerms.navigation + navigation)
        self.uploads = AccountTerms.uploads + uploads
    }

    /// Every action that the audit log may hold.
    var auditActions: [AuditAction] { vocabularies.flatMap { $0.actions } }
}
