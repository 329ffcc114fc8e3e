import GRDB

/// What waits for those who manage calls, on their home page, and what authors are told there.
///
/// Reviews are counted anew only when one has changed.
final class ProposalNoteActions: NoteSource {
    /// For so many days authors are told of a decision.
    static let daysTold = 30

    /// A person manages what their rights say, and has no interest in the rest.
    private let reviews = GenerationCache<ID<Employee>, [ManagerNote]>(of: [.access, .reviews, .works], limit: 100)

    func notes(on visit: HomeVisit, in db: Database) throws -> [ManagerNotes] {
        let visitor = visit.visitor
        var waiting: [(call: ID<ProposalCall>, title: String, count: Int)] = []
        var notes = try told(visitor, now: visit.now, in: db)
        if visitor.may(.manageProposals) {
            waiting = try ProposalStore.waiting(for: ProposalActions.reader(visitor), in: db)
            notes +=
                try reviews.value(for: visitor.employee, in: db) {
                    try ReviewBoardActions.boards(for: visitor, now: visit.now, in: db).flatMap {
                        try Self.notes($0, in: db)
                    }
                } ?? []
            notes += try ProposalTaskActions.late(for: visitor, now: visit.now, in: db)
        }
        guard !waiting.isEmpty || !notes.isEmpty else { return [] }
        return [ProposalTerms.notes(waiting, and: notes, isManager: visitor.may(.manageProposals))]
    }

    private static func notes(_ board: ReviewBoard, in db: Database) throws -> [ManagerNote] {
        guard board.call.meetingAt != nil else { return ReviewTerms.notes(board) }
        let decided = try ProposalDecisionStore.decisions(in: board.call.id, db)
        return [
            ProposalMeetingTerms.running(
                board.call, decided: board.lines.count { decided[$0.id] != nil }, of: board.lines.count)
        ]
    }

    /// What an author is told or asked.
    private func told(_ visitor: Visitor, now: Moment, in db: Database) throws -> [ManagerNote] {
        guard visitor.may(.proposeIdeas) else { return [] }
        var notes: [ManagerNote] = []
        for merger in try ProposalMergerStore.waiting(for: visitor.employee, in: db) {
            let names = try ProposalMergerActions.names(of: [merger], for: visitor, in: db)
            notes.append(ProposalMeetingTerms.asked(merger, name: names[merger.later] ?? ""))
        }
        let since = now.adding(minutes: -Self.daysTold * 24 * 60)
        notes += try ProposalStore.announced(to: visitor.employee, since: since, in: db).compactMap { line in
            line.outcome.map { ProposalMeetingTerms.announced(line, $0) }
        }
        return notes
    }
}
