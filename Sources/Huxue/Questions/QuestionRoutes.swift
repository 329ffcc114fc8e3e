import Hummingbird
import Logging

/// The bank's pages.
struct QuestionRoutes {
    let office: Office
    let seal: QuestionSealActions

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("questions") { request, context in try await list(request, context) }
        router.get("questions/:code") { request, context in
            let query = try request.query()
            let view = QuestionViews.View(rawValue: try query.text("view")) ?? .examinee
            return try await question(query, view, try query.number("revision"), against: nil, context)
        }
        router.get("questions/:code/comparison") { request, context in
            let query = try request.query()
            return try await question(
                query, .editor, try query.number("to"), against: try query.number("from"), context)
        }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        var wanted = QuestionFilter(
            topic: try query.verbatim("topic"), level: QuestionLevel(rawValue: try query.text("level")),
            type: QuestionType(rawValue: try query.text("type")),
            state: QuestionState(rawValue: try query.text("state")),
            search: try query.verbatim("q"))
        wanted.isUnrefreshed = try !query.text("refresh").isEmpty
        let today = ROCDate.day(of: office.clock.now())
        wanted.refreshedSince = wanted.isUnrefreshed ? today.adding(years: -QuestionReviewRules.yearsOfUse) : nil
        wanted.isHeld = try !query.text("held").isEmpty
        wanted.unit = ID<Unit>(try query.text("bank"))
        wanted.search = String(wanted.search.prefix(200))
        let (filter, page, visitor, seal) = (wanted, try query.number("page"), context.visitor, seal)
        let done = try QuestionDeed(query)
        let imported = try done == .imported ? QuestionImport(told: query) : nil
        let contents = try await office.database.read {
            try QuestionActions.listing(
                filter, page: page, done: done, imported: imported, seal: seal, for: visitor, today: today, in: $0)
        }
        return .page(QuestionListViews.list(contents, chrome: office.chrome(for: visitor)))
    }

    private func question(
        _ query: Form, _ view: QuestionViews.View, _ number: Int?, against: Int?, _ context: SignedInContext
    ) async throws -> WebResponse {
        let (code, seal) = (try context.text("code"), seal)
        let (acting, done) = (context.acting(at: office.clock.now()), try QuestionDeed(query))
        // The editor's view is read and recorded in one write: no key without its line in the log.
        let contents =
            view == .editor
            ? try await office.database.write(as: acting) {
                try QuestionActions.contents(
                    code: code, number: number, against: against, view: view, done: done, seal: seal, by: $0, in: $1)
            }
            : try await office.database.read {
                try QuestionActions.contents(
                    code: code, number: number, view: view, done: done, seal: seal, by: acting, in: $0)
            }
        guard let contents else { throw QuestionRefusal.missing(code) }
        return .page(QuestionViews.question(contents, chrome: office.chrome(for: context.visitor)))
    }
}
