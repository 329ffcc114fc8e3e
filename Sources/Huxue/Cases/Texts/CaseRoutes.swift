import Hummingbird

/// Case studies: the list, one of them, its versions.
struct CaseRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("cases") { request, context in try await list(request, context) }
        router.get("cases/:case") { request, context in try await show(request, context) }
        router.get("cases/:case/revisions") { _, context in
            WebResponse.page(
                CaseRevisionViews.list(try await versions(context), chrome: office.chrome(for: context.visitor)))
        }
        router.get("cases/:case/revisions/:number") { _, context in
            let contents = try await versions(context)
            let revision = try contents.revision(context.parameters.get("number").flatMap { Int($0) })
            return WebResponse.page(
                CaseRevisionViews.one(revision, contents, chrome: office.chrome(for: context.visitor)))
        }
        router.get("cases/:case/comparison") { request, context in try await compare(request, context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (query, visitor) = (try request.query(), context.visitor)
        let filter = CaseFilter(
            kind: CaseKind(rawValue: try query.text("kind")), state: CaseState(rawValue: try query.text("state")),
            subject: String(try query.text("subject").prefix(50)),
            service: String(try query.text("service").prefix(50)), isOwn: try query.text("own") == "1",
            isWaiting: try query.text("waiting") == "1")
        let asked = try query.number("page") ?? 1
        var contents = try await office.database.read {
            try CaseActions.listing(filter, page: asked, for: visitor, in: $0)
        }
        contents.done = try CaseDeed(query)
        return .page(CaseListViews.list(contents, chrome: office.chrome(for: visitor)))
    }

    private func show(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (id, visitor, now) = (try context.id("case", of: CaseStudy.self), context.visitor, office.clock.now())
        let isAudited = try await office.database.read { try CaseActions.isAudited(id, for: visitor, in: $0) }
        var contents =
            if isAudited {
                try await office.database.write(as: context.acting(at: now)) {
                    try CaseActions.audited(id, by: $0, in: $1)
                }
            } else {
                try await office.database.read { try CaseActions.contents(id, for: visitor, now: now, in: $0) }
            }
        contents.done = try CaseDeed(try request.query())
        return .page(CaseViews.page(contents, chrome: office.chrome(for: visitor)))
    }

    private func versions(_ context: SignedInContext) async throws -> CaseRevisionViews.Contents {
        let id = try context.id("case", of: CaseStudy.self)
        return try await office.database.write(as: context.acting(at: office.clock.now())) {
            try CaseActions.revisions(of: id, by: $0, in: $1)
        }
    }

    private func compare(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let contents = try await versions(context)
        let old = try contents.revision(try query.number("from") ?? max(1, contents.latest - 1))
        let new = try contents.revision(try query.number("to") ?? contents.latest)
        let comparison = try await office.files.run { WrittenComparison(from: old.form, to: new.form) }
        return .page(
            CaseRevisionViews.compare(old, new, comparison, contents, chrome: office.chrome(for: context.visitor)))
    }
}
