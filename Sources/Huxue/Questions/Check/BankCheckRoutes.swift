import Hummingbird

/// 檢查題庫: everything in the banks that an editor should look at.
struct BankCheckRoutes {
    let office: Office
    let seal: QuestionSealActions
    let cache: BankCheckCache

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("questions/check") { request, context in try await check(request, context) }
    }

    private func check(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let filter = BankCheckFilter(
            topic: try query.verbatim("topic"), kind: BankFinding.Kind(rawValue: try query.text("kind")))
        let (page, visitor, seal, cache) = (try query.number("page"), context.visitor, seal, cache)
        let contents = try await office.database.read {
            try BankCheckActions.contents(filter, page: page, cache: cache, seal: seal, for: visitor, in: $0)
        }
        // Too much to compute in a write: what is shown is recorded afterwards, and before it leaves.
        if !contents.codes.isEmpty {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try BankCheckActions.record(contents, by: $0, in: $1)
            }
        }
        return .page(BankCheckViews.page(contents, chrome: office.chrome(for: visitor)))
    }
}
