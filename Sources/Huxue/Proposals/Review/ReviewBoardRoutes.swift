import HTTPTypes
import Hummingbird

/// The review of a call for those who manage it: beginning, assignment, one proposal's reviewers, ranking.
struct ReviewBoardRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("manage/calls/:call/reviews") { request, context in
            let query = try request.query()
            return try await board(context, page: try query.number("page"), done: try ReviewDeed(query))
        }
        router.post("manage/calls/:call/reviews") { _, context in try await begin(context) }
        router.post("manage/calls/:call/reviews/deadline") { _, context in try await extend(context) }
        router.get("manage/calls/:call/assignment") { request, context in try await preview(request, context) }
        router.post("manage/calls/:call/assignment") { _, context in try await assign(context) }
        router.get("manage/calls/:call/ranking") { request, context in
            try await rank(context, page: try request.query().number("page"))
        }
        router.get("manage/calls/:call/reviews/:proposal") { request, context in
            try await sheets(context, done: try ReviewDeed(request.query()))
        }
        router.post("manage/calls/:call/reviews/:proposal/reviewers") { _, context in try await add(context) }
        router.post("manage/calls/:call/reviews/:proposal/removal") { _, context in try await remove(context) }
        router.post("manage/calls/:call/reviews/:proposal/reopening") { _, context in try await reopen(context) }
        router.post("manage/calls/:call/reviews/:proposal/conflict") { _, context in try await register(context) }
        router.post("manage/calls/:call/reviews/:proposal/merger") { _, context in try await merge(context) }
        router.post("manage/calls/:call/reviews/:proposal/merger/withdrawal") { _, context in
            try await withdrawMerger(context)
        }
    }

    private func call(_ context: SignedInContext) throws -> ID<ProposalCall> {
        try context.id("call", of: ProposalCall.self)
    }

    private func acting(_ context: SignedInContext) -> ActionContext { context.acting(at: office.clock.now()) }

    // MARK: The call

    private func board(
        _ context: SignedInContext, page: Int? = nil, done: ReviewDeed? = nil, problem: (any Refusal)? = nil,
        deadline: String? = nil
    ) async throws -> WebResponse {
        let (id, visitor, now) = (try call(context), context.visitor, office.clock.now())
        var contents = try await office.database.read {
            try ReviewBoardActions.contents(of: id, page: page, for: visitor, now: now, in: $0)
        }
        (contents.done, contents.problem, contents.deadline) = (done, problem, deadline)
        return .page(
            ReviewBoardViews.page(contents, chrome: office.chrome(for: visitor)), status: problem?.kind.status ?? .ok)
    }

    private func begin(_ context: SignedInContext) async throws -> WebResponse {
        let id = try call(context)
        do {
            try await office.database.write(as: acting(context)) {
                try ReviewAssignmentActions.begin(id, by: $0, in: $1)
            }
        } catch let refusal as ReviewRefusal where refusal.kind == .conflict {
            return try await board(context, problem: refusal)
        }
        return .seeOther(ReviewDeed.begun.told(at: ReviewBoardViews.address(of: id)))
    }

    private func extend(_ context: SignedInContext) async throws -> WebResponse {
        let (id, typed) = (try call(context), try context.form.text("reviewsClose"))
        do {
            try await office.database.write(as: acting(context)) {
                try ReviewPersonActions.extend(id, to: typed, by: $0, in: $1)
            }
        } catch let refusal as ReviewRefusal where refusal.kind != .missing {
            return try await board(context, problem: refusal, deadline: typed)
        }
        return .seeOther(ReviewDeed.extended.told(at: ReviewBoardViews.address(of: id)))
    }

    // MARK: Assignment

    private func preview(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (id, visitor, now) = (try call(context), context.visitor, office.clock.now())
        let seed = ReviewRules.seed(try request.query().number("seed"))
        do {
            let made = try await office.database.read {
                try ReviewAssignmentActions.preview(id, seed: seed, for: visitor, now: now, in: $0)
            }
            return .page(ReviewAssignmentViews.preview(made, chrome: office.chrome(for: visitor)))
        } catch let refusal as ReviewRefusal where refusal.kind == .conflict {
            return try await board(context, problem: refusal)
        }
    }

    private func assign(_ context: SignedInContext) async throws -> WebResponse {
        let (id, seen) = (try call(context), try context.form.text("seen"))
        let seed = ReviewRules.seed(try context.form.number("seed"))
        do {
            _ = try await office.database.write(as: acting(context)) {
                try ReviewAssignmentActions.assign(id, seed: seed, seen: seen, by: $0, in: $1)
            }
        } catch let refusal as ReviewRefusal where refusal.kind == .conflict {
            return try await board(context, problem: refusal)
        }
        return .seeOther(ReviewDeed.assigned.told(at: ReviewBoardViews.address(of: id)))
    }

    /// Looking at scores is on record.
    private func rank(_ context: SignedInContext, page: Int?) async throws -> WebResponse {
        let (id, visitor) = (try call(context), context.visitor)
        var contents = try await office.database.read { try RankingActions.contents(of: id, for: visitor, in: $0) }
        contents.page = page
        try await office.database.write(as: acting(context)) { try RankingActions.record(id, by: $0, in: $1) }
        return .page(RankingViews.page(contents, chrome: office.chrome(for: context.visitor)))
    }

    // MARK: One proposal

    private func sheets(
        _ context: SignedInContext, done: ReviewDeed? = nil, problem: (any Refusal)? = nil
    ) async throws -> WebResponse {
        let (call, id) = (try call(context), try context.id("proposal", of: Proposal.self))
        var contents = try await office.database.write(as: acting(context)) {
            try ReviewSheetsActions.contents(of: id, in: call, by: $0, $1)
        }
        (contents.done, contents.problem) = (done, problem)
        return .page(
            ReviewSheetsViews.page(contents, chrome: office.chrome(for: context.visitor)),
            status: problem?.kind.status ?? .ok)
    }

    private func reviewer(_ context: SignedInContext) throws -> ID<Employee> {
        guard let id = ID<Employee>(try context.form.text("reviewer")) else { throw ReviewRefusal.notInPanel }
        return id
    }

    private func add(_ context: SignedInContext) async throws -> WebResponse {
        let (call, id) = (try call(context), try context.id("proposal", of: Proposal.self))
        return try await told(.added, context) {
            let reviewer = try reviewer(context)
            try await office.database.write(as: acting(context)) {
                try ReviewPersonActions.add(reviewer, to: id, in: call, by: $0, $1)
            }
        }
    }

    private func remove(_ context: SignedInContext) async throws -> WebResponse {
        let (call, id) = (try call(context), try context.id("proposal", of: Proposal.self))
        return try await told(.removed, context) {
            let reviewer = try reviewer(context)
            try await office.database.write(as: acting(context)) {
                try ReviewPersonActions.remove(reviewer, from: id, in: call, by: $0, $1)
            }
        }
    }

    private func reopen(_ context: SignedInContext) async throws -> WebResponse {
        let (call, id) = (try call(context), try context.id("proposal", of: Proposal.self))
        let reason = try context.form.text("reason")
        return try await told(.reopened, context) {
            let reviewer = try reviewer(context)
            try await office.database.write(as: acting(context)) {
                try ReviewPersonActions.reopen(reviewer, of: id, in: call, reason: reason, by: $0, $1)
            }
        }
    }

    private func register(_ context: SignedInContext) async throws -> WebResponse {
        let (call, id) = (try call(context), try context.id("proposal", of: Proposal.self))
        let (person, reason) = (try context.form.text("person"), try context.form.text("reason"))
        return try await told(.registered, context) {
            try await office.database.write(as: acting(context)) {
                try ReviewConflictActions.register(person, with: id, in: call, reason: reason, by: $0, $1)
            }
        }
    }

    private func merge(_ context: SignedInContext) async throws -> WebResponse {
        let (call, id) = (try call(context), try context.id("proposal", of: Proposal.self))
        let (earlier, reason) = (try context.form.text("earlier"), try context.form.text("reason"))
        return try await told(.mergerOffered, context) {
            guard let earlier = ID<Proposal>(earlier) else { throw ProposalMergerRefusal.notEarlier }
            try await office.database.write(as: acting(context)) {
                try ProposalMergerActions.propose(id, into: earlier, in: call, reason: reason, by: $0, $1)
            }
        }
    }

    private func withdrawMerger(_ context: SignedInContext) async throws -> WebResponse {
        let (call, id) = (try call(context), try context.id("proposal", of: Proposal.self))
        return try await told(.mergerWithdrawn, context) {
            try await office.database.write(as: acting(context)) {
                try ProposalMergerActions.withdraw(id, in: call, by: $0, $1)
            }
        }
    }

    /// The proposal's page again, which says what was done, or why it was not.
    private func told(
        _ deed: ReviewDeed, _ context: SignedInContext, _ act: () async throws -> Void
    ) async throws -> WebResponse {
        let (call, id, visitor) = (try call(context), try context.id("proposal", of: Proposal.self), context.visitor)
        do {
            try await act()
        } catch let refusal as any Refusal where refusal.kind == .conflict || refusal.kind == .invalid {
            return try await sheets(context, problem: refusal)
        }
        // Whoever registers a conflict of their own does not see it any more.
        let isOpen = try await office.database.read {
            try ReviewBoardActions.isOpen(id, in: call, to: visitor, $0)
        }
        return .seeOther(
            deed.told(
                at: isOpen
                    ? ReviewSheetsViews.address(of: id, in: call) : ReviewBoardViews.address(of: call)))
    }
}
