import GRDB

/// A feature that tells managers what waits for them.
protocol NoteSource: Sendable {
    /// By part of the work; parts without a note are not shown.
    func notes(on visit: HomeVisit, in db: Database) throws -> [ManagerNotes]
}
