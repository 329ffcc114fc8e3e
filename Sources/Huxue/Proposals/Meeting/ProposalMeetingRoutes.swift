import HTTPTypes
import Hummingbird

/// The meeting of a call for those who manage it: beginning, attendance, one proposal, end, minutes.
struct ProposalMeetingRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("manage/calls/:call/meeting") { request, context in
            try await show(context, done: try ProposalMeetingDeed(request.query()))
        }
        router.post("manage/calls/:call/meeting") { _, context in try await begin(context) }
        router.post("manage/calls/:call/meeting/attendance") { _, context in try await attend(context) }
        router.post("manage/calls/:call/meeting/closure") { _, context in try await close(context) }
        router.get("manage/calls/:call/meeting/:proposal") { request, context in
            try await open(context, done: try ProposalMeetingDeed(request.query()))
        }
        router.post("manage/calls/:call/meeting/:proposal") { request, context in try await keep(request, context) }
        router.get("manage/calls/:call/minutes") { _, context in
            let minutes = try await minutes(context)
            return WebResponse.page(ProposalMinutesViews.page(minutes, chrome: office.chrome(for: context.visitor)))
        }
        router.get("manage/calls/:call/minutes.odt") { _, context in
            let minutes = try await minutes(context)
            let bytes = try await office.files.run { ProposalMinutesFile.odt(minutes) }
            return WebResponse.download(bytes, name: ProposalMinutesFile.name(of: minutes), type: TextDocument.type)
        }
    }

    private func call(_ context: SignedInContext) throws -> ID<ProposalCall> {
        try context.id("call", of: ProposalCall.self)
    }

    private func acting(_ context: SignedInContext) -> ActionContext { context.acting(at: office.clock.now()) }

    // MARK: The meeting

    private func contents(_ context: SignedInContext) async throws -> ProposalMeetingViews.Contents {
        let (id, visitor, now) = (try call(context), context.visitor, office.clock.now())
        return try await office.database.read {
            try ProposalMeetingActions.contents(of: id, for: visitor, now: now, in: $0)
        }
    }

    private func show(_ context: SignedInContext, done: ProposalMeetingDeed? = nil) async throws -> WebResponse {
        let id = try call(context)
        try await office.database.write(as: acting(context)) { try RankingActions.record(id, by: $0, in: $1) }
        var contents = try await contents(context)
        contents.done = done
        return answer(contents, context)
    }

    private func answer(
        _ contents: ProposalMeetingViews.Contents, _ context: SignedInContext, status: HTTPResponse.Status = .ok
    ) -> WebResponse {
        .page(ProposalMeetingViews.page(contents, chrome: office.chrome(for: context.visitor)), status: status)
    }

    private func begin(_ context: SignedInContext) async throws -> WebResponse {
        let (id, reason) = (try call(context), try context.form.text("reason"))
        do {
            try await office.database.write(as: acting(context)) {
                try ProposalMeetingActions.begin(id, reason: reason, by: $0, in: $1)
            }
        } catch let refusal as ProposalMeetingRefusal {
            var contents = try await contents(context)
            contents.reason = reason
            return refused(&contents, refusal, context)
        }
        return .seeOther(ProposalMeetingDeed.begun.told(at: ProposalMeetingViews.address(of: id)))
    }

    private func attend(_ context: SignedInContext) async throws -> WebResponse {
        let (id, form, seen) = (
            try call(context), try ProposalMeetingForm(context.form), try context.form.number("seen")
        )
        do {
            try await office.database.write(as: acting(context)) {
                try ProposalMeetingActions.attend(id, to: form, seen: seen, by: $0, in: $1)
            }
        } catch let refusal as ProposalMeetingRefusal {
            var contents = try await contents(context)
            contents.form = form
            return refused(&contents, refusal, context)
        }
        return .seeOther(ProposalMeetingDeed.attended.told(at: ProposalMeetingViews.address(of: id)))
    }

    private func close(_ context: SignedInContext) async throws -> WebResponse {
        let id = try call(context)
        do {
            try await office.database.write(as: acting(context)) {
                try ProposalMeetingActions.close(id, by: $0, in: $1)
            }
        } catch let refusal as ProposalMeetingRefusal {
            var contents = try await contents(context)
            return refused(&contents, refusal, context)
        }
        return .seeOther(ProposalMeetingDeed.closed.told(at: ProposalMeetingViews.address(of: id)))
    }

    /// The meeting's page again, which says why something was not done.
    private func refused(
        _ contents: inout ProposalMeetingViews.Contents, _ refusal: ProposalMeetingRefusal, _ context: SignedInContext
    ) -> WebResponse {
        contents.problems = refusal.problems
        if refusal.problems.isEmpty { contents.problem = refusal }
        return answer(contents, context, status: refusal.kind.status)
    }

    // MARK: One proposal

    private func opened(_ context: SignedInContext) async throws -> ProposalDecisionViews.Contents {
        let (call, id) = (try call(context), try context.id("proposal", of: Proposal.self))
        return try await office.database.write(as: acting(context)) {
            try ProposalDecisionActions.contents(id, in: call, by: $0, $1)
        }
    }

    private func open(_ context: SignedInContext, done: ProposalMeetingDeed?) async throws -> WebResponse {
        var contents = try await opened(context)
        contents.done = done
        return answer(contents, context)
    }

    private func answer(
        _ contents: ProposalDecisionViews.Contents, _ context: SignedInContext, status: HTTPResponse.Status = .ok
    ) -> WebResponse {
        .page(ProposalDecisionViews.page(contents, chrome: office.chrome(for: context.visitor)), status: status)
    }

    private func keep(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (call, id) = (try call(context), try context.id("proposal", of: Proposal.self))
        let (discussion, intent) = (try ProposalDiscussion(context.form), try context.form.text("intent"))
        let (seen, acting) = (try context.form.number("seen"), acting(context))
        let isScript = intent == "draft" && DraftRoutes.isScript(request)
        do {
            let (stored, problems) = try await office.database.write(as: acting) {
                try ProposalDecisionActions.keep(
                    discussion, on: id, in: call, seen: seen, isFinal: intent != "draft", by: $0, $1)
            }
            guard !isScript else {
                return try .json(["saved": ROCDate.seconds(stored.savedAt), "seen": "\(stored.sequence)"])
            }
            guard problems.isEmpty else {
                var contents = try await opened(context)
                contents.problems = problems
                return answer(contents, context, status: .unprocessableContent)
            }
            let meeting = try await contents(context)
            let next = intent == "next" ? meeting.next(after: id) : id
            let place = next.map { ProposalDecisionViews.address(of: $0, in: call) }
            return .seeOther(
                ProposalMeetingDeed.decided.told(at: place ?? ProposalMeetingViews.address(of: call)))
        } catch let refusal as ProposalMeetingRefusal where refusal.kind != .missing {
            var contents = try await opened(context)
            guard !isScript else {
                let seen = contents.stored?.sequence ?? 0
                var answer = try WebResponse.json(["problem": refusal.sentence, "seen": "\(seen)"])
                answer.status = refusal.kind.status
                return answer
            }
            (contents.content, contents.isUnsaved, contents.problems) = (discussion, true, refusal.problems)
            if case .elsewhere(let time) = refusal { contents.elsewhere = time }
            if refusal.problems.isEmpty { contents.problem = refusal }
            return answer(contents, context, status: refusal.kind.status)
        }
    }

    // MARK: Minutes

    private func minutes(_ context: SignedInContext) async throws -> ProposalMinutes {
        let id = try call(context)
        return try await office.database.write(as: acting(context)) {
            try ProposalMeetingActions.minutes(of: id, by: $0, in: $1)
        }
    }
}
