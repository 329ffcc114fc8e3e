import Hummingbird
import Logging

/// The bank's pages.
struct QuestionRoutes {
    let office: Office
    let seal: QuestionSealStore

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("questions") { request, context in try await list(request, context) }
        router.get("questions/:code") { request, context in try await question(request, context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.browseQuestions, for: context.actor)
        let query = try request.query()
        var wanted = QuestionFilter(
            topic: try query.verbatim("topic"), level: QuestionLevel(rawValue: try query.text("level")),
            type: QuestionType(rawValue: try query.text("type")),
            state: QuestionState(rawValue: try query.text("state")),
            search: try query.verbatim("q"))
        wanted.search = String(wanted.search.prefix(200))
        let (filter, asked, employee) = (wanted, try query.number("page"), context.visitor.employee)
        let contents = try await office.database.read { db in
            var filter = filter
            filter.sealed = try seal.questions(for: employee, in: db)
            let paging = Paging(asked, size: QuestionListViews.pageSize, total: try QuestionStore.count(filter, in: db))
            return QuestionListViews.Contents(
                counts: try TopicStore.counts(in: db),
                lines: try QuestionStore.lines(filter, limit: paging.size, offset: paging.offset, in: db),
                paging: paging, filter: filter)
        }
        return .page(QuestionListViews.list(contents, chrome: office.chrome(for: context.visitor)))
    }

    private func question(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.browseQuestions, for: context.actor)
        let query = try request.query()
        let view = QuestionViews.View(rawValue: try query.text("view")) ?? .examinee
        let code = try context.text("code")
        let (number, visitor, seal) = (try query.number("revision"), context.visitor, seal)
        let (origin, now) = (context.origin, office.clock.now())
        // The editor's view is read and recorded in one write: no key without its line in the log.
        let contents =
            view == .editor
            ? try await office.database.write {
                try QuestionActions.contents(
                    code: code, number: number, view: view, for: visitor, seal: seal, origin: origin, now: now,
                    in: $0)
            }
            : try await office.database.read {
                try QuestionActions.contents(
                    code: code, number: number, view: view, for: visitor, seal: seal, origin: origin, now: now,
                    in: $0)
            }
        guard let contents else { throw QuestionRefusal.missing(code) }
        return .page(QuestionViews.question(contents, chrome: office.chrome(for: context.visitor)))
    }
}
