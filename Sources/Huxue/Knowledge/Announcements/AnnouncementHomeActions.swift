import GRDB

/// Announcements to be read, and pages that wait for somebody's word, on the home page.
struct AnnouncementHomeActions: DueSource, NoteSource {
    func due(on visit: HomeVisit, in db: Database) throws -> DueList {
        DueList(
            entry: AnnouncementAddress.list,
            items: try AnnouncementCallActions.due(for: visit.visitor, now: visit.now, in: db))
    }

    func notes(on visit: HomeVisit, in db: Database) throws -> [ManagerNotes] {
        [
            PageTerms.notes(try PageDutyActions.notes(for: visit.visitor, today: visit.today, in: db)),
            AnnouncementTerms.notes(try AnnouncementCallActions.notes(for: visit.visitor, now: visit.now, in: db)),
        ]
    }
}
