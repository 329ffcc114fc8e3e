import GRDB

/// What the administrator of a new office has still to do.
enum HomeSetupActions {
    /// All steps in order; empty once every one is done, and for everybody but administrators of the whole office.
    static func steps(on visit: HomeVisit, in db: Database) throws -> [SetupStep] {
        guard let progress = try OfficeSetupActions.progress(for: visit.visitor.actor, now: visit.now, in: db) else {
            return []
        }
        let steps =
            HomeSetupViews.steps(hasStaff: progress.hasStaff, hasRoles: progress.hasRoles)
            + (try visit.features.setups.map { try $0.step(on: visit, in: db) })
        return steps.allSatisfy(\.isDone) ? [] : steps.sorted { $0.place < $1.place }
    }
}
