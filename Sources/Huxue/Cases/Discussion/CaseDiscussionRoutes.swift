import Hummingbird

/// The discussion of a case study: comments, the proposed conclusion, and what is written from it.
struct CaseDiscussionRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.post("cases/:case/comments") { _, context in try await comment(context) }
        router.post("cases/:case/comments/:comment/removal") { _, context in try await remove(context) }
        router.post("cases/:case/proposal") { _, context in try await propose(context) }
        router.post("cases/:case/vote") { _, context in try await vote(context) }
        router.post("cases/:case/follow-up") { _, context in try await follow(context) }
    }

    private func comment(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("case", of: CaseStudy.self)
        let (text, typed) = (CaseForm.typed(try context.form.text("comment")), try context.form.text("parent"))
        let parent = ID<CaseComment>(typed)
        guard typed.isEmpty || parent != nil else { throw CommonRefusal.missing }
        return try await told(.commented, id, context, comment: text) {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try CaseDiscussionActions.comment(text, on: id, answering: parent, by: $0, in: $1)
            }
        }
    }

    private func remove(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("case", of: CaseStudy.self)
        let comment = try context.id("comment", of: CaseComment.self)
        return try await told(.commentRemoved, id, context) {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try CaseDiscussionActions.remove(comment, on: id, by: $0, in: $1)
            }
        }
    }

    private func propose(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("case", of: CaseStudy.self)
        let text = CaseForm.typed(try context.form.text("proposal"))
        return try await told(.proposed, id, context) {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try CaseDiscussionActions.propose(text, for: id, by: $0, in: $1)
            }
        }
    }

    private func vote(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("case", of: CaseStudy.self)
        let (vote, reason) = (try context.form.text("vote"), try context.form.text("voteReason"))
        let conclusion = ID<CaseConclusion>(try context.form.text("conclusion"))
        guard ["yes", "no"].contains(vote) else { throw CommonRefusal.missing }
        return try await told(.voted, id, context) {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try CaseDiscussionActions.vote(
                    vote == "yes", reason: reason, on: conclusion, of: id, by: $0, in: $1)
            }
        }
    }

    private func follow(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("case", of: CaseStudy.self)
        guard let kind = CaseFollowUp.Kind(rawValue: try context.form.text("kind")) else {
            throw CommonRefusal.missing
        }
        let editor = try await office.database.write(as: context.acting(at: office.clock.now())) {
            try CaseFollowUpActions.begin(kind, from: id, by: $0, in: $1)
        }
        return .seeOther(editor)
    }

    /// The case study again, which says what was done, or why it was not; a comment that was not taken stays typed.
    private func told(
        _ deed: CaseDeed, _ id: ID<CaseStudy>, _ context: SignedInContext, comment: String = "",
        _ act: () async throws -> Void
    ) async throws -> WebResponse {
        do {
            try await act()
            return .seeOther(deed.told(at: CaseViews.address(of: id)))
        } catch let refusal as CaseRefusal where refusal.kind == .conflict || refusal.kind == .invalid {
            let (visitor, now) = (context.visitor, office.clock.now())
            var contents = try await office.database.read {
                try CaseActions.contents(id, for: visitor, now: now, in: $0)
            }
            (contents.problem, contents.comment) = (refusal, comment)
            return .page(
                CaseViews.page(contents, chrome: office.chrome(for: visitor)), status: refusal.kind.status)
        }
    }
}
