/// What features tell others that may not know them.
enum Features {
    /// The words behind the codes of the audit log.
    static let vocabularies: [any AuditVocabulary.Type] = [ExamNameStore.self, PageNameStore.self]

    /// Who must know when units change.
    static let unitFollowers: [any UnitFollower.Type] = [
        ExamUnitStore.self, AnnouncementUnitStore.self, PageUnitActions.self,
    ]
}
