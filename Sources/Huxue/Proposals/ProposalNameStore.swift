import GRDB

/// Calls and proposals by name, for those who read of them in the audit log.
///
/// A proposal has its title for those alone who may see it: the log is open to administrators in conflict, too.
enum ProposalNameStore: AuditVocabulary {
    static let actions: [AuditAction] = [
        .proposalCallCreation, .proposalCallChange, .proposalRevision, .proposalSubmission, .proposalWithdrawal,
        .proposalConsent, .proposalDecline, .proposalAcceptance, .proposalReturn, .proposalListing, .proposalReading,
        .proposalReviewStart, .proposalAssignment, .proposalReviewer, .proposalReviewerRemoval, .proposalAbstention,
        .proposalConflict, .proposalDeadline, .proposalScoreReading, .proposalRanking, .proposalMeetingStart,
        .proposalAttendance, .proposalDecision, .proposalMeetingEnd, .proposalMinutes, .proposalMergerOffer,
        .proposalMergerWithdrawal, .proposalMergerConsent, .proposalMergerDecline, .proposalTask, .proposalTaskRemoval,
        .proposalProgress, .proposalPage, .proposalEffect, .proposalMerit, .proposalMeritExport, .proposalExport,
    ]

    static func names(
        of references: Set<String>, for reader: Actor, in db: Database
    ) throws -> [String: AuditName] {
        var names: [String: AuditName] = [:]
        for reference in references {
            let parts = reference.split(separator: "/").map(String.init)
            guard parts.count == 2 else { continue }
            switch parts[0] {
            case "proposalCall":
                guard let id = ID<ProposalCall>(parts[1]), let call = try ProposalCallStore.call(id, in: db) else {
                    continue
                }
                let isOpen = ProposalCallActions.manages(call, reader)
                names[reference] = AuditName(
                    text: call.plan.title, address: isOpen ? ProposalCallViews.address(of: id) : nil)
            case "proposal":
                guard let id = ID<Proposal>(parts[1]) else { continue }
                names[reference] = try name(of: id, for: reader, in: db)
            default: continue
            }
        }
        return names
    }

    static func concealed(from reader: Actor) -> SQL? {
        guard case .visitor(let visitor) = reader else { return nil }
        let hidden = ProposalStore.concerning(visitor.employee)
        return """
            SELECT 'proposal/' || hidden.proposalID FROM (\(hidden)) AS hidden
            UNION ALL \(ScoreSheetStore.references(of: ReviewBoardActions.subject, on: hidden))
            """
    }

    private static func name(of id: ID<Proposal>, for reader: Actor, in db: Database) throws -> AuditName {
        guard case .visitor(let visitor) = reader,
            let line = try ProposalStore.lines(
                [id.rawValue], where: ProposalStore.visible(to: ProposalActions.reader(visitor)), in: db
            ).first
        else { return AuditName(text: ProposalTerms.noun) }
        return AuditName(text: line.title, address: ProposalViews.address(of: id))
    }

    static func words(for detail: AuditDetail, of action: AuditAction) -> String? {
        guard action == .proposalAssignment else { return nil }
        return detail.number("seed").map(ReviewTerms.seed)
    }
}
