import HTTPTypes
import Hummingbird

/// What reviewers see and do: their list, a proposal beside its score sheet, conflicts of interest.
struct ReviewRoutes {
    let office: Office
    private let pages = ReviewPageCache()

    init(office: Office) { self.office = office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("proposals/reviews") { request, context in try await list(request, context) }
        router.get("proposals/reviews/calls/:call") { _, context in try await declaration(context) }
        router.post("proposals/reviews/calls/:call") { _, context in try await declare(context) }
        router.get("proposals/reviews/:proposal") { request, context in
            try await show(context, done: try ReviewDeed(request.query()))
        }
        router.post("proposals/reviews/:proposal") { request, context in try await receive(request, context) }
        router.get("proposals/reviews/:proposal/attachments/:number") { _, context in try await attachment(context) }
        router.get("proposals/reviews/:proposal/recusal") { _, context in try await recusal(context) }
        router.post("proposals/reviews/:proposal/recusal") { _, context in try await recuse(context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (visitor, now, done) = (context.visitor, office.clock.now(), try ReviewDeed(request.query()))
        let contents = try await office.database.read {
            try ReviewActions.list(for: visitor, now: now, done: done, in: $0)
        }
        return .page(ReviewListViews.list(contents, chrome: office.chrome(for: visitor)))
    }

    private func contents(_ context: SignedInContext) async throws -> ReviewViews.Contents {
        let (id, visitor, now) = (try context.id("proposal", of: Proposal.self), context.visitor, office.clock.now())
        return try await office.database.read { try ReviewActions.contents(id, for: visitor, now: now, in: $0) }
    }

    private func show(_ context: SignedInContext, done: ReviewDeed?) async throws -> WebResponse {
        guard done == nil else {
            var contents = try await contents(context)
            contents.done = done
            return answer(contents, context)
        }
        let (id, visitor, now) = (try context.id("proposal", of: Proposal.self), context.visitor, office.clock.now())
        let chrome = office.chrome(for: visitor)
        let parts = try await office.database.read {
            try pages.parts(id, for: visitor, chrome: chrome, now: now, in: $0)
        }
        return .page(ReviewViews.page(parts, chrome: chrome))
    }

    private func attachment(_ context: SignedInContext) async throws -> WebResponse {
        let (id, visitor) = (try context.id("proposal", of: Proposal.self), context.visitor)
        guard let number = context.parameters.get("number").flatMap({ Int($0) }) else { throw ReviewRefusal.missing }
        let found = try await office.database.read {
            try ReviewActions.attachment(number, of: id, for: visitor, in: $0)
        }
        return try await AttachmentRoutes.answer(
            with: found.attachment, called: found.name, of: office, on: context.channel)
    }

    // MARK: Scoring

    private func receive(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (id, visitor) = (try context.id("proposal", of: Proposal.self), context.visitor)
        let sent = context.form
        let (intent, seen) = (try context.form.text("intent"), try ScoreForm.seen(context.form))
        let acting = context.acting(at: office.clock.now())
        let isScript = intent == "draft" && DraftRoutes.isScript(request)
        do {
            let saved = try await office.database.write(as: acting) { acting, db in
                intent == "submit"
                    ? try ReviewActions.handIn({ try ScoreForm(sent, for: $0) }, on: id, seen: seen, by: acting, in: db)
                    : try ReviewActions.save(
                        { try ScoreForm(sent, for: $0) }, on: id, seen: seen, isAside: intent == "aside", by: acting,
                        in: db)
            }
            guard !isScript else { return try ScoreRoutes.kept(saved, at: acting.now) }
            guard saved.problems.isEmpty else {
                var refused = try await contents(context)
                refused.sheet.form = try ScoreForm(sent, for: refused.rubric)
                refused.sheet.problems = saved.problems
                return answer(refused, context, status: .unprocessableContent)
            }
            let queue = try await office.database.read { try ReviewActions.queue(around: id, for: visitor, in: $0) }
            return .seeOther(place(after: intent, on: id, in: queue))
        } catch let refusal as any Refusal where refusal.kind == .conflict {
            let newest = try await contents(context)
            let time = newest.stored?.savedAt ?? acting.now
            guard !isScript else {
                return try ScoreRoutes.elsewhere(time, sequence: newest.sheet.sequence)
            }
            var refused = newest
            refused.sheet.form = try ScoreForm(sent, for: refused.rubric)
            refused.sheet.isUnsaved = true
            if case ScoreRefusal.elsewhere(let time) = refusal {
                refused.sheet.elsewhere = time
            } else {
                refused.problem = refusal
            }
            return answer(refused, context, status: .conflict)
        }
    }

    /// Where the reviewer goes on.
    private func place(after intent: String, on id: ID<Proposal>, in queue: ReviewQueue) -> Address {
        let own = ReviewViews.address(of: id)
        let next = queue.next(after: id).map(ReviewViews.address(of:)) ?? ReviewListViews.section
        return switch intent {
        case "submit": ReviewDeed.handedIn.told(at: own)
        case "next": next
        case "aside": ReviewDeed.aside.told(at: next)
        default: ReviewDeed.saved.told(at: own)
        }
    }

    private func answer(
        _ contents: ReviewViews.Contents, _ context: SignedInContext, status: HTTPResponse.Status = .ok
    ) -> WebResponse {
        let chrome = office.chrome(for: context.visitor)
        return .page(ReviewViews.page(ReviewViews.parts(contents, chrome: chrome), chrome: chrome), status: status)
    }

    // MARK: Conflicts of interest

    private func declarable(_ context: SignedInContext) async throws -> ReviewConflictViews.Contents {
        let (id, visitor, now) = (try context.id("call", of: ProposalCall.self), context.visitor, office.clock.now())
        return try await office.database.read {
            try ReviewConflictActions.declarable(in: id, for: visitor, now: now, $0)
        }
    }

    private func declaration(_ context: SignedInContext) async throws -> WebResponse {
        let contents = try await declarable(context)
        return .page(ReviewConflictViews.declaration(contents, chrome: office.chrome(for: context.visitor)))
    }

    private func declare(_ context: SignedInContext) async throws -> WebResponse {
        let call = try context.id("call", of: ProposalCall.self)
        let (chosen, reason) = (context.form.all("proposal"), try context.form.text("reason"))
        let ids = chosen.compactMap { ID<Proposal>($0) }
        do {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try ReviewConflictActions.declare(ids, in: call, reason: reason, by: $0, $1)
            }
            return .seeOther(ReviewDeed.recused.told(at: ReviewListViews.section))
        } catch let refusal as ReviewRefusal where refusal.kind == .invalid {
            var contents = try await declarable(context)
            (contents.chosen, contents.reason, contents.problem) = (Set(chosen), reason, refusal)
            return .page(
                ReviewConflictViews.declaration(contents, chrome: office.chrome(for: context.visitor)),
                status: refusal.kind.status)
        }
    }

    private func recusal(_ context: SignedInContext) async throws -> WebResponse {
        let shown = try await contents(context)
        return .page(
            ReviewConflictViews.recusal(
                ReviewConflictViews.Recusal(line: shown.line, mayAbstain: !shown.isHandedIn),
                chrome: office.chrome(for: context.visitor)))
    }

    private func recuse(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("proposal", of: Proposal.self)
        let (reason, isConflict) = (try context.form.text("reason"), try context.form.text("intent") != "abstain")
        do {
            try await office.database.write(as: context.acting(at: office.clock.now())) { acting, db in
                if isConflict {
                    try ReviewConflictActions.declare(id, reason: reason, by: acting, in: db)
                } else {
                    try ReviewActions.abstain(id, reason: reason, by: acting, in: db)
                }
            }
            let done: ReviewDeed = isConflict ? .recused : .abstained
            return .seeOther(done.told(at: ReviewListViews.section))
        } catch let refusal as ReviewRefusal where refusal.kind == .invalid || refusal.kind == .conflict {
            let shown = try await contents(context)
            return .page(
                ReviewConflictViews.recusal(
                    ReviewConflictViews.Recusal(
                        line: shown.line, mayAbstain: !shown.isHandedIn, reason: reason, problem: refusal),
                    chrome: office.chrome(for: context.visitor)), status: refusal.kind.status)
        }
    }
}
