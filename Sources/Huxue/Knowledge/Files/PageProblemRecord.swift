/// A problem of a file as commands list it in JSON.
struct PageProblemRecord: Codable, Sendable {
    let file: String
    let line: Int
    let problem: String
    /// Whether it only should be looked at.
    let isWarning: Bool

    init(_ problem: PageProblem, isWarning: Bool = false) {
        file = problem.file
        line = problem.line
        self.problem = problem.kind.sentence
        self.isWarning = isWarning
    }
}
