import Hummingbird

/// Proposals: what somebody may propose to and has proposed, one proposal, its versions.
struct ProposalRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("proposals") { request, context in try await overview(request, context) }
        router.get("proposals/:proposal") { request, context in
            try await show(context, done: try ProposalDeed(request.query()))
        }
        router.get("proposals/:proposal/revisions") { _, context in
            WebResponse.page(
                ProposalRevisionViews.list(try await versions(context), chrome: office.chrome(for: context.visitor)))
        }
        router.get("proposals/:proposal/revisions/:number") { _, context in
            let contents = try await versions(context)
            let revision = try contents.revision(context.parameters.get("number").flatMap { Int($0) })
            return WebResponse.page(
                ProposalRevisionViews.one(revision, contents, chrome: office.chrome(for: context.visitor)))
        }
        router.get("proposals/:proposal/comparison") { request, context in try await compare(request, context) }
    }

    private func overview(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (visitor, now, done) = (context.visitor, office.clock.now(), try ProposalDeed(request.query()))
        var contents = try await office.database.read {
            try ProposalActions.overview(for: visitor, now: now, in: $0)
        }
        contents.done = done
        return .page(ProposalListViews.overview(contents, chrome: office.chrome(for: visitor)))
    }

    private func show(_ context: SignedInContext, done: ProposalDeed?) async throws -> WebResponse {
        let (id, visitor, now) = (try context.id("proposal", of: Proposal.self), context.visitor, office.clock.now())
        var contents = try await office.database.read {
            try ProposalActions.contents(id, for: visitor, now: now, in: $0)
        }
        guard contents.shown.role != .reviewer else { return .seeOther(ReviewViews.address(of: id)) }
        contents.done = done
        return .page(ProposalViews.proposal(contents, chrome: office.chrome(for: visitor)))
    }

    private func versions(_ context: SignedInContext) async throws -> ProposalRevisionViews.Contents {
        let (id, visitor) = (try context.id("proposal", of: Proposal.self), context.visitor)
        return try await office.database.read { try ProposalActions.revisions(of: id, for: visitor, in: $0) }
    }

    private func compare(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let contents = try await versions(context)
        let old = try contents.revision(try query.number("from") ?? max(1, contents.latest - 1))
        let new = try contents.revision(try query.number("to") ?? contents.latest)
        let comparison = try await office.files.run { WrittenComparison(from: old.form, to: new.form) }
        return .page(
            ProposalRevisionViews.compare(
                old, new, comparison, contents, chrome: office.chrome(for: context.visitor)))
    }
}
