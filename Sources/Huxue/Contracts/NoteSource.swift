import GRDB

/// A feature in which things wait for those who manage them.
protocol NoteSource: Sendable {
    /// By part of the work; parts without a note are not shown.
    func notes(on visit: HomeVisit, in db: Database) throws -> [ManagerNotes]
}
