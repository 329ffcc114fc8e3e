import Hummingbird

/// The home page.
struct HomeRoutes {
    private let office: Office
    private let features: FeatureList
    private let notes: [any NoteSource]

    init(office: Office, features: FeatureList) {
        self.office = office
        self.features = features
        notes = features.notes
    }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("/") { _, context in try await home(context) }
    }

    private func home(_ context: SignedInContext) async throws -> WebResponse {
        let visit = HomeVisit(visitor: context.visitor, office: office, features: features, now: office.clock.now())
        let contents = try await office.database.read { [notes] db in
            let dues = try visit.features.dues.map { try $0.due(on: visit, in: db) }
            return HomeViews.Contents(
                due: dues.flatMap(\.items), coming: dues.flatMap(\.coming),
                notes: try notes.flatMap { try $0.notes(on: visit, in: db) },
                figures: try visit.features.figures.flatMap { try $0.figures(on: visit, in: db) },
                setup: try HomeSetupActions.steps(on: visit, in: db))
        }
        return .page(HomeViews.home(contents, on: visit, chrome: office.chrome(for: visit.visitor)))
    }
}
