import GRDB

/// What waits for exam managers and for supervisors, on their home page.
///
/// How far running exams are is counted anew only when staff, attempts or accommodations have changed since.
final class ProgrammeNoteActions: NoteSource {
    /// Exams on a day; the day counts because people enter and leave service on one.
    private struct Running: Hashable {
        let exams: [Exam]
        let today: Day
    }

    private let standings = GenerationCache<Running, [ID<Exam>: ExamStanding]>(of: [.staff, .standings], limit: 100)

    func notes(on visit: HomeVisit, in db: Database) throws -> [ManagerNotes] {
        let today = visit.today
        return [
            ProgrammeViews.notes(
                try ProgrammeActions.notes(for: visit.visitor, today: today, now: visit.now, in: db) { exams in
                    try standings.value(for: Running(exams: exams, today: today), in: db) {
                        try StandingStore.standings(of: exams, scope: .everywhere, today: today, in: db)
                    } ?? [:]
                }),
            ReminderViews.notes(try SectionNoteActions.notes(for: visit.visitor, now: visit.now, in: db)),
        ]
    }
}
