import Hummingbird

/// What the answers of closed exams say about questions; no key is shown without its line in the log.
struct ItemAnalysisRoutes {
    let office: Office
    private let cache = ItemAnalysisActions.makeCache()

    init(office: Office) { self.office = office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("manage/analysis") { request, context in try await review(request, context) }
        router.get("manage/exams/:exam/analysis") { request, context in try await exam(request, context) }
        router.get("manage/exams/:exam/analysis/:code") { _, context in try await item(context) }
        router.get("questions/:code/statistics") { _, context in try await question(context) }
    }

    private func acting(_ context: SignedInContext) -> ActionContext {
        context.acting(at: office.clock.now())
    }

    private func review(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (list, acting, cache) = (try ItemListQuery(try request.query()), acting(context), cache)
        let contents = try await office.database.read {
            try QuestionStatisticsActions.review(list, cache: cache, for: acting, in: $0)
        }
        return .page(ItemReviewViews.page(contents, chrome: office.chrome(for: context.visitor)))
    }

    private func exam(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let (list, acting, cache) = (try ItemListQuery(try request.query()), acting(context), cache)
        let sheet = try await office.database.read {
            try ItemAnalysisActions.sheet(of: id, list, cache: cache, for: acting, in: $0)
        }
        return .page(ExamAnalysisViews.page(sheet, chrome: office.chrome(for: context.visitor)))
    }

    private func item(_ context: SignedInContext) async throws -> WebResponse {
        let (id, code) = (try context.id("exam", of: Exam.self), try context.text("code"))
        let (acting, cache) = (acting(context), cache)
        let contents = try await office.database.read {
            try ItemAnalysisActions.item(code, of: id, cache: cache, for: acting, in: $0)
        }
        if contents.showsKey {
            // Counted before, so that nobody's answer waits for it; what may be read is asked again here.
            try await office.database.write(as: acting) {
                try ItemAnalysisActions.record(code, of: id, by: $0, in: $1)
            }
        }
        return .page(ItemViews.page(contents, chrome: office.chrome(for: context.visitor)))
    }

    private func question(_ context: SignedInContext) async throws -> WebResponse {
        let (code, acting, cache) = (try context.text("code"), acting(context), cache)
        let contents = try await office.database.read {
            try QuestionStatisticsActions.statistics(of: code, cache: cache, for: acting.actor, in: $0)
        }
        guard let contents else { throw QuestionRefusal.missing(code) }
        if contents.showsKey {
            try await office.database.write(as: acting) {
                try QuestionStatisticsActions.record(contents.question, by: $0, in: $1)
            }
        }
        return .page(QuestionStatisticsViews.page(contents, chrome: office.chrome(for: context.visitor)))
    }
}
