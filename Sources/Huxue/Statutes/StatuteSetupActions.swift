import GRDB

/// The law as a step of setting up a new office.
struct StatuteSetupActions: SetupSource {
    func step(on visit: HomeVisit, in db: Database) throws -> SetupStep {
        StatuteTerms.setupStep(isDone: try StatuteStore.count(in: db) > 0, mayImport: visit.visitor.may(.importLaw))
    }
}
