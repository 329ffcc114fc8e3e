import GRDB

/// The knowledge base as a step of setting up a new office.
struct PageSetupActions: SetupSource {
    func step(on visit: HomeVisit, in db: Database) throws -> SetupStep {
        PageTerms.setupStep(
            isDone: try PageStore.count(PageFilter(reach: .all), today: visit.today, in: db) > 0,
            mayEdit: visit.visitor.may(.editPages))
    }
}
