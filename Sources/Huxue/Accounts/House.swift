/// What accounts, staff and units need from the features built on them; collected in `App`.
///
/// Sources here must not refer to these features by name.
struct House: Sendable {
    /// All migrations of the database, in the order in which they run.
    let migrations: [Migration]
    /// The vocabularies of all features, including `AccountNameStore`.
    let vocabularies: [any AuditVocabulary.Type]
    /// The features to be asked and told when units change.
    let unitFollowers: [any UnitFollower.Type]
    /// The features to be told when staff numbers or logins change.
    let staffFollowers: [any StaffFollower.Type]
    /// All entries of the menu, before it is narrowed to what a person may use.
    let navigation: [NavigationGroup]
    /// The addresses that take files.
    let uploads: [UploadPlace]
    /// Counts what waits for a person, for the menu; nil when nothing can wait.
    let waiting: (any WaitingSource)?

    /// The house of this process, for commands, which the argument parser creates without arguments of ours.
    @TaskLocal static var current = House()

    init(
        migrations: [Migration] = [], vocabularies: [any AuditVocabulary.Type] = [],
        unitFollowers: [any UnitFollower.Type] = [], staffFollowers: [any StaffFollower.Type] = [],
        navigation: [NavigationGroup] = [], uploads: [UploadPlace] = [],
        waiting: (any WaitingSource)? = nil
    ) {
        self.migrations = migrations
        self.vocabularies = [AccountNameStore.self] + vocabularies
        self.unitFollowers = unitFollowers
        self.staffFollowers = staffFollowers
        self.navigation = NavigationGroup.joined(AccountTerms.navigation + navigation)
        self.uploads = AccountTerms.uploads + uploads
        self.waiting = waiting
    }

    /// Every action that the audit log may hold.
    var auditActions: [AuditAction] { vocabularies.flatMap { $0.actions } }
}
