import Hummingbird

/// The home page.
struct HomeRoutes {
    private let office: Office
    private let features: FeatureList
    private let waiting: WaitingActions

    init(office: Office, features: FeatureList) {
        self.office = office
        self.features = features
        waiting = WaitingActions(features)
    }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("/") { _, context in try await home(context) }
    }

    private func home(_ context: SignedInContext) async throws -> WebResponse {
        let visit = HomeVisit(visitor: context.visitor, office: office, features: features, now: office.clock.now())
        let contents = try await office.database.read { [waiting] db in
            HomeViews.Contents(
                waiting: try waiting.waiting(on: visit, in: db),
                figures: try visit.features.figures.flatMap { try $0.figures(on: visit, in: db) },
                setup: try HomeSetupActions.steps(on: visit, in: db))
        }
        var visitor = visit.visitor
        visitor.waiting = contents.waiting.counts
        office.waiting.keep(visitor.waiting, of: visitor.employee, now: visit.now)
        return .page(HomeViews.home(contents, on: visit, chrome: office.chrome(for: visitor)))
    }
}
