import GRDB

/// What waits for reviewers, and what waits for its author.
enum QuestionReviewListActions {
    struct Contents: Sendable {
        let state: QuestionState
        let lines: [Line]
        let paging: Paging
        /// How many wait in each of the two lists.
        let waiting: Int
        let drafts: Int
        let mayEdit: Bool
    }

    struct Line: Sendable {
        let line: QuestionReviewLine
        /// The name of who wrote it; empty for what came with the console's files.
        let author: String
        /// Whether the reader wrote it, so that somebody else reviews it.
        let isOwn: Bool
        /// Who answered and has not decided yet; nil for nobody.
        let reviewer: String?
        let isMine: Bool
    }

    private static let pageSize = 50

    /// - Throws: `CommonRefusal.forbidden`.
    static func list(_ state: QuestionState, page: Int?, by acting: ActionContext, in db: Database) throws -> Contents {
        try Policy.requireSomewhere(.reviewQuestions, for: acting.actor)
        let visitor = try acting.visitor
        let reviewed = Policy.scope(of: .reviewQuestions, for: acting.actor)
        let written = Policy.scope(of: .editQuestions, for: acting.actor)
        let scope = state == .draft ? written : reviewed
        let waiting = try QuestionReviewStore.count(.inReview, scope: reviewed, in: db)
        let drafts = try QuestionReviewStore.count(.draft, scope: written, in: db)
        let paging = Paging(page, size: pageSize, total: state == .draft ? drafts : waiting)
        let lines = try QuestionReviewStore.lines(
            state, scope: scope, limit: paging.size, offset: paging.offset, in: db)
        let authors = try AuditNameStore.actors(Set(lines.map(\.author)), in: db)
        return Contents(
            state: state,
            lines: try lines.map { line in
                Line(
                    line: line, author: authors[line.author] ?? line.author,
                    isOwn: [line.writer, line.submitter].contains(visitor.employee),
                    reviewer: try line.reviewer.flatMap {
                        try EmployeeStore.member($0, scope: .everywhere, in: db)?.employee.name
                    }, isMine: line.reviewer == visitor.employee)
            },
            paging: paging, waiting: waiting, drafts: drafts, mayEdit: visitor.may(.editQuestions))
    }
}
