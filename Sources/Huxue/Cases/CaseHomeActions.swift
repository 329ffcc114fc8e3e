import GRDB

/// What authors have to mend, and what waits for those who check cases, on the home page.
struct CaseHomeActions: DueSource, NoteSource {
    /// Within so many days what was returned is due; a reminder, not a limit.
    static let daysToMend = 7

    func due(on visit: HomeVisit, in db: Database) throws -> DueList {
        guard visit.visitor.may(.writeCases) else { return DueList() }
        let reader = CaseActions.reader(visit.visitor)
        let returned = CaseFilter(state: .returned, isOwn: true)
        var items = try CaseStore.lines(where: CaseStore.condition(returned, for: reader), in: db).map { line in
            let since = try CaseStore.lastDecision(on: line.id, in: db) ?? visit.now
            return CaseTerms.returned(line, due: since.adding(minutes: Self.daysToMend * 24 * 60))
        }
        for line in try CaseStore.lines(where: CaseReadingStore.owed(by: reader), in: db) {
            guard let deadline = try CaseReadingStore.deadline(of: line.id, in: db) else { continue }
            items.append(CaseTerms.unread(line, by: deadline))
        }
        return DueList(entry: CaseListViews.section, items: items)
    }

    func notes(on visit: HomeVisit, in db: Database) throws -> [ManagerNotes] {
        guard visit.visitor.may(.checkCases) else { return [] }
        let condition = CaseStore.condition(CaseFilter(isWaiting: true), for: CaseActions.reader(visit.visitor))
        let lines = try CaseStore.lines(where: condition, in: db)
        return lines.isEmpty ? [] : [CaseTerms.notes(lines)]
    }
}
