import HTTPTypes
import Hummingbird

/// What is done about adopted proposals: tasks, progress, the procedure, the effect.
struct ProposalTaskRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("manage/calls/:call/tasks") { _, context in try await overview(context) }
        router.get("proposals/:proposal/tasks") { request, context in
            try await show(context, done: try ProposalTaskDeed(request.query()))
        }
        router.post("proposals/:proposal/tasks") { _, context in try await add(context) }
        router.post("proposals/:proposal/tasks/page") { _, context in try await link(context) }
        router.post("proposals/:proposal/tasks/draft") { _, context in try await draft(context) }
        router.post("proposals/:proposal/tasks/effect") { _, context in try await confirm(context) }
        router.post("proposals/:proposal/tasks/:task") { _, context in try await change(context) }
        router.post("proposals/:proposal/tasks/:task/removal") { _, context in try await remove(context) }
        router.post("proposals/:proposal/tasks/:task/progress") { _, context in try await report(context) }
    }

    private func overview(_ context: SignedInContext) async throws -> WebResponse {
        let (id, visitor, now) = (try context.id("call", of: ProposalCall.self), context.visitor, office.clock.now())
        let contents = try await office.database.read {
            try ProposalTaskActions.overview(of: id, for: visitor, now: now, in: $0)
        }
        return .page(ProposalTaskOverviewViews.page(contents, chrome: office.chrome(for: visitor)))
    }

    private func proposal(_ context: SignedInContext) throws -> ID<Proposal> {
        try context.id("proposal", of: Proposal.self)
    }

    private func contents(_ context: SignedInContext) async throws -> ProposalTaskViews.Contents {
        let (id, visitor, now) = (try proposal(context), context.visitor, office.clock.now())
        return try await office.database.read {
            try ProposalTaskActions.contents(of: id, for: visitor, now: now, in: $0)
        }
    }

    private func show(_ context: SignedInContext, done: ProposalTaskDeed?) async throws -> WebResponse {
        var contents = try await contents(context)
        contents.done = done
        return .page(ProposalTaskViews.page(contents, chrome: office.chrome(for: context.visitor)))
    }

    private func add(_ context: SignedInContext) async throws -> WebResponse {
        let (id, form) = (try proposal(context), try ProposalTaskForm(context.form))
        return try await told(.added, context, showing: { $0.typed = (nil, form) }) { acting in
            try await office.database.write(as: acting) { try ProposalTaskActions.add(form, to: id, by: $0, in: $1) }
        }
    }

    private func change(_ context: SignedInContext) async throws -> WebResponse {
        let (id, task) = (try proposal(context), try context.id("task", of: ProposalTask.self))
        let (form, seen) = (try ProposalTaskForm(context.form), try context.form.number("seen"))
        return try await told(.changed, context, showing: { $0.typed = (task, form) }) { acting in
            try await office.database.write(as: acting) {
                try ProposalTaskActions.change(task, of: id, to: form, seen: seen, by: $0, in: $1)
            }
        }
    }

    private func remove(_ context: SignedInContext) async throws -> WebResponse {
        let (id, task) = (try proposal(context), try context.id("task", of: ProposalTask.self))
        return try await told(.removed, context) { acting in
            try await office.database.write(as: acting) {
                try ProposalTaskActions.remove(task, of: id, by: $0, in: $1)
            }
        }
    }

    private func report(_ context: SignedInContext) async throws -> WebResponse {
        let (id, task) = (try proposal(context), try context.id("task", of: ProposalTask.self))
        let form = try ProposalReportForm(context.form)
        return try await told(.reported, context, showing: { $0.report = (task, form) }) { acting in
            try await office.database.write(as: acting) {
                try ProposalTaskActions.report(form, on: task, of: id, by: $0, in: $1)
            }
        }
    }

    private func link(_ context: SignedInContext) async throws -> WebResponse {
        let (id, code) = (try proposal(context), try context.form.text("page"))
        let deed: ProposalTaskDeed = code.isEmpty ? .unlinked : .linked
        return try await told(deed, context, showing: { $0.page = code }) { acting in
            try await office.database.write(as: acting) { try ProposalTaskActions.link(code, to: id, by: $0, in: $1) }
        }
    }

    private func draft(_ context: SignedInContext) async throws -> WebResponse {
        let id = try proposal(context)
        let editor = try await office.database.write(as: context.acting(at: office.clock.now())) {
            try ProposalTaskActions.draftPage(from: id, by: $0, in: $1)
        }
        return .seeOther(editor)
    }

    private func confirm(_ context: SignedInContext) async throws -> WebResponse {
        let (id, form) = (try proposal(context), try ProposalEffectForm(context.form))
        return try await told(.confirmed, context, showing: { $0.claim = form }) { acting in
            try await office.database.write(as: acting) {
                try ProposalTaskActions.confirm(form, of: id, by: $0, in: $1)
            }
        }
    }

    /// The page again, which says what was done, or why it was not, with what was typed.
    private func told(
        _ deed: ProposalTaskDeed, _ context: SignedInContext,
        showing typed: (inout ProposalTaskViews.Contents) -> Void = { _ in },
        _ act: (ActionContext) async throws -> Void
    ) async throws -> WebResponse {
        do {
            try await act(context.acting(at: office.clock.now()))
        } catch let refusal as ProposalTaskRefusal where refusal.kind == .conflict || refusal.kind == .invalid {
            var contents = try await contents(context)
            typed(&contents)
            contents.problems = refusal.problems
            if refusal.problems.isEmpty { contents.problem = refusal }
            return .page(
                ProposalTaskViews.page(contents, chrome: office.chrome(for: context.visitor)),
                status: refusal.kind.status)
        }
        return .seeOther(deed.told(at: ProposalTaskViews.address(of: try proposal(context))))
    }
}
