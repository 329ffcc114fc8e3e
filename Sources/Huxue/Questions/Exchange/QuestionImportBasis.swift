/// What an import is planned against: the bank, and what the actor may do in it, at one instant.
struct QuestionImportBasis: Sendable {
    /// What a person chose for the questions that do not say it themselves.
    struct Options: Sendable, Equatable {
        /// Empty to refuse questions without a topic.
        var topic = ""
        /// As typed; several lines or marks between.
        var citations = ""
    }

    let bank: QuestionBank
    let names: StatuteNames
    /// Questions that the actor may not change now, by code, and why.
    let closed: [String: FormatProblem.Kind]
    /// Whether questions have to be reviewed before they are used; not for who has the whole folder anyway.
    let isReviewed: Bool
    /// The codes of retired questions that nobody has reviewed as they are.
    var unreleased: Set<String> = []
    let today: Day
    /// The current revision of each question of the bank, by code.
    var revisions: [String: ID<QuestionRevision>] = [:]
    /// Whether the files may add topics and say their files, days and order: those are the whole house's.
    var mayChangeTopics = true
    var units = QuestionImportUnits.sharedAlone
    /// The name of the bank to which new questions go whose file names none; empty for the shared one.
    var unit = ""
}
