import GRDB

/// What authors have to mend, and what waits for those who check cases, on the home page.
struct CaseHomeActions: DueSource, NoteSource {
    /// Within so many days what was returned is due; a reminder, not a limit.
    static let daysToMend = 7

    func due(on visit: HomeVisit, in db: Database) throws -> DueList {
        guard visit.visitor.may(.writeCases) else { return DueList() }
        let reader = CaseActions.reader(visit.visitor)
        let returned = CaseFilter(state: .returned, isOwn: true)
        let items = try CaseStore.lines(where: CaseStore.condition(returned, for: reader), in: db).map { line in
            let since = try CaseStore.lastDecision(on: line.id, in: db) ?? visit.now
            return CaseTerms.returned(line, due: since.adding(minutes: Self.daysToMend * 24 * 60))
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
