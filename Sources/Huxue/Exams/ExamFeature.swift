import ArgumentParser
import GRDB
import Logging
import ServiceLifecycle

/// 測驗: planning, taking and marking tests, and the year's programme of them.
struct ExamFeature: Feature {
    let migrations = ExamSchema.migrations + AccommodationSchema.migrations + ReminderSchema.migrations
    let invariants = ExamSchema.invariants
    let commands: [any ParsableCommand.Type] = [ExamCommand.self]
    let navigation = ExamTerms.navigation
    let due: (any DueSource)? = AttemptHomeActions()
    let figures: (any FigureSource)? = AttemptHomeActions()
    var notes: (any NoteSource)? { ProgrammeNoteActions() }
    let seals: [any SealSource] = [AttemptSealStore()]
    let vocabularies: [any AuditVocabulary.Type] = [ExamNameStore.self]
    let unitFollowers: [any UnitFollower.Type] = [ExamUnitStore.self]
    let staffFollowers: [any StaffFollower.Type] = [ExamStaffStore.self]
    let topicFollowers: [any TopicFollower.Type] = [ExamTopicStore.self]

    func addRoutes(to site: Site) {
        let (office, router, pages) = (site.office, site.signedIn, TestPageCache())
        AttemptRoutes(office: office, pages: pages).add(to: router)
        ResponseRoutes(office: office, pages: pages).add(to: router)
        ProgrammeRoutes(office: office).add(to: router)
        ExamRoutes(office: office).add(to: router)
        ExamStateRoutes(office: office).add(to: router)
        AccommodationRoutes(office: office).add(to: router)
        ResultRoutes(office: office).add(to: router)
        ItemAnalysisRoutes(office: office).add(to: router)
    }

    func commands(below parent: String) -> [any ParsableCommand.Type] {
        parent == "questions" ? [QuestionStatisticsCommand.self] : []
    }

    func services(for office: Office, logger: Logger) -> [any Service] {
        [AttemptSweeper(office: office, logger: logger)]
    }

    /// Scores that do not follow from the answers and keys, and plans that cannot be read.
    func findings(in folder: DataFolder, _ db: Database) throws -> [Finding] {
        do {
            _ = try ExamStore.all(within: .everywhere, in: db)
            return try SubmissionActions.wrongScores(in: db).prefix(10)
                .map { Finding(check: ExamTerms.wrongScore, detail: "attempt/\($0)") }
        } catch {
            return [Finding(check: ExamTerms.unreadablePlan, detail: "\(error)")]
        }
    }
}
