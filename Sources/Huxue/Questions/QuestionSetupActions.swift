import GRDB

/// The bank as a step of setting up a new office.
struct QuestionSetupActions: SetupSource {
    func step(on visit: HomeVisit, in db: Database) throws -> SetupStep {
        QuestionTerms.setupStep(
            isDone: try QuestionStore.count(QuestionFilter(), in: db) > 0,
            mayBrowse: visit.visitor.may(.browseQuestions))
    }
}
