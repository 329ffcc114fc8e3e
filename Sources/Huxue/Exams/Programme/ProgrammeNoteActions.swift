import GRDB

/// What waits for exam managers, on their home page.
struct ProgrammeNoteActions: NoteSource {
    func notes(on visit: HomeVisit, in db: Database) throws -> [ManagerNotes] {
        [
            ProgrammeViews.notes(
                try ProgrammeActions.notes(for: visit.visitor, today: visit.today, now: visit.now, in: db))
        ]
    }
}
