import GRDB

/// Case studies by name, for those who read of them in the audit log: by title for those alone who may see them.
enum CaseNameStore: AuditVocabulary {
    static let actions: [AuditAction] = [
        .caseRevision, .caseSubmission, .casePassing, .caseReturn, .caseConclusion, .casePublication, .caseRetirement,
        .caseComment, .caseCommentRemoval, .caseProposal, .caseVote, .casePrivacy, .caseFollowUp, .caseConfirmation,
        .caseListing,
        .caseReading,
    ]

    static func names(
        of references: Set<String>, for reader: Actor, in db: Database
    ) throws -> [String: AuditName] {
        var names: [String: AuditName] = [:]
        for reference in references {
            let parts = reference.split(separator: "/").map(String.init)
            guard parts.count == 2, parts[0] == "case", let id = ID<CaseStudy>(parts[1]) else { continue }
            names[reference] = try name(of: id, for: reader, in: db)
        }
        return names
    }

    private static func name(of id: ID<CaseStudy>, for reader: Actor, in db: Database) throws -> AuditName {
        guard case .visitor(let visitor) = reader,
            let line = try CaseStore.lines(
                [id.rawValue], where: CaseStore.visible(to: CaseActions.reader(visitor)), in: db
            ).first
        else { return AuditName(text: CaseTerms.noun) }
        return AuditName(text: line.title, address: CaseViews.address(of: id))
    }

    static func words(for detail: AuditDetail, of action: AuditAction) -> String? { nil }
}
