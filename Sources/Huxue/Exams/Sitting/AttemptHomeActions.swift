import GRDB

/// The tests on an examinee's home page.
struct AttemptHomeActions: DueSource, FigureSource {
    func due(on visit: HomeVisit, in db: Database) throws -> DueList {
        let owns = try SheetActions.owns(of: visit.visitor, .published, now: visit.now, in: db)
        return DueList(
            entry: "/exams", items: owns.filter(\.isDue).map(AttemptViews.dueItem),
            coming: owns.filter(\.isComing).map(AttemptViews.comingItem))
    }

    /// The year's tests in figures: how many were passed out of those that count, and the average of the best scores.
    func figures(on visit: HomeVisit, in db: Database) throws -> [YearFigure] {
        let owns = try SheetActions.owns(
            of: visit.visitor, .held(year: visit.today.year), now: visit.now, in: db)
        let counted = owns.filter { own in
            own.exam.plan.kind != .practice && own.showsResults && (own.best != nil || own.isOver)
                && ROCDate.day(of: own.opens).year == visit.today.year
        }
        return AttemptViews.figures(best: counted.compactMap(\.best), of: counted.count)
    }
}
