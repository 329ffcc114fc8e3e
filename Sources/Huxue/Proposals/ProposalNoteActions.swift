import GRDB

/// What waits for those who manage calls, on their home page; reviews are counted anew only when one has changed.
final class ProposalNoteActions: NoteSource {
    /// A person manages what their rights say, and has no interest in the rest.
    private let reviews = GenerationCache<ID<Employee>, [ManagerNote]>(of: [.access, .reviews, .works], limit: 100)

    func notes(on visit: HomeVisit, in db: Database) throws -> [ManagerNotes] {
        let visitor = visit.visitor
        guard visitor.may(.manageProposals) else { return [] }
        let waiting = try ProposalStore.waiting(for: ProposalActions.reader(visitor), in: db)
        let reviews = try reviews.value(for: visitor.employee, in: db) {
            try ReviewBoardActions.boards(for: visitor, now: visit.now, in: db).flatMap(ReviewTerms.notes)
        }
        guard let reviews, !waiting.isEmpty || !reviews.isEmpty else { return [] }
        return [ProposalTerms.notes(waiting, and: reviews)]
    }
}
