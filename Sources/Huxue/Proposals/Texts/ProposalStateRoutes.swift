import Hummingbird

/// What is done with a proposal beside writing it: submission, withdrawal, authorship, check; and drafts left behind.
struct ProposalStateRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.post("proposals/:proposal/submission") { _, context in try await submit(context) }
        router.get("proposals/:proposal/withdrawal") { _, context in try await askWithdrawal(context) }
        router.post("proposals/:proposal/withdrawal") { _, context in try await withdraw(context) }
        router.post("proposals/:proposal/authorship") { _, context in try await answer(context) }
        router.post("proposals/:proposal/merger") { _, context in try await answerMerger(context) }
        router.post("proposals/:proposal/check") { _, context in try await check(context) }
        router.post("proposals/:proposal/confirmation") { _, context in try await confirm(context) }
        router.get("proposals/drafts/:key/removal") { _, context in try await askRemoval(context) }
        router.post("proposals/drafts/:key/removal") { _, context in try await discard(context) }
    }

    private func submit(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("proposal", of: Proposal.self)
        return try await told(.submitted, id, context) {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try ProposalStateActions.submit(id, by: $0, in: $1)
            }
        }
    }

    private func askWithdrawal(_ context: SignedInContext) async throws -> WebResponse {
        let (id, visitor, now) = (try context.id("proposal", of: Proposal.self), context.visitor, office.clock.now())
        let withdrawal = try await office.database.read {
            try ProposalStateActions.withdrawal(of: id, by: visitor, now: now, in: $0)
        }
        return .page(ProposalViews.withdrawal(withdrawal, chrome: office.chrome(for: visitor)))
    }

    private func withdraw(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("proposal", of: Proposal.self)
        return try await told(.withdrawn, id, context) {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try ProposalStateActions.withdraw(id, by: $0, in: $1)
            }
        }
    }

    private func answer(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("proposal", of: Proposal.self)
        let (answer, share) = (try context.form.text("answer"), try context.form.number("share"))
        guard ["yes", "no"].contains(answer) else { throw CommonRefusal.missing }
        let agrees = answer == "yes"
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try ProposalStateActions.answer(id, agrees: agrees, share: share, by: $0, in: $1)
        }
        // Whoever declines does not see it any more.
        return .seeOther(
            agrees
                ? ProposalDeed.agreed.told(at: ProposalViews.address(of: id))
                : ProposalDeed.declined.told(at: ProposalListViews.section))
    }

    private func answerMerger(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("proposal", of: Proposal.self)
        let (later, answer) = (ID<Proposal>(try context.form.text("later")), try context.form.text("answer"))
        guard let later, ["yes", "no"].contains(answer) else { throw CommonRefusal.missing }
        return try await told(.mergerAnswered, id, context) {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try ProposalMergerActions.answer(later, agrees: answer == "yes", by: $0, in: $1)
            }
        }
    }

    private func check(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("proposal", of: Proposal.self)
        let (outcome, reason) = (try context.form.text("outcome"), try context.form.text("reason"))
        guard ["accepted", "returned"].contains(outcome) else { throw CommonRefusal.missing }
        let isAccepted = outcome == "accepted"
        return try await told(isAccepted ? .accepted : .returned, id, context) {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try ProposalCheckActions.check(id, isAccepted: isAccepted, reason: reason, by: $0, in: $1)
            }
        }
    }

    private func confirm(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("proposal", of: Proposal.self)
        let shown = try AmendmentViews.shown(in: context.form)
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try ProposalCheckActions.confirm(id, .opened, shown: shown, by: $0, in: $1)
        }
        return .seeOther(ProposalViews.address(of: id))
    }

    /// The proposal's page again, which says what was done, or why it was not.
    private func told(
        _ deed: ProposalDeed, _ id: ID<Proposal>, _ context: SignedInContext, _ act: () async throws -> Void
    ) async throws -> WebResponse {
        do {
            try await act()
            return .seeOther(deed.told(at: ProposalViews.address(of: id)))
        } catch let refusal as any Refusal where refusal.kind == .conflict || refusal.kind == .invalid {
            let (visitor, now) = (context.visitor, office.clock.now())
            var contents = try await office.database.read {
                try ProposalActions.contents(id, for: visitor, now: now, in: $0)
            }
            contents.problem = refusal
            return .page(
                ProposalViews.proposal(contents, chrome: office.chrome(for: visitor)), status: refusal.kind.status)
        }
    }

    // MARK: Drafts

    private func askRemoval(_ context: SignedInContext) async throws -> WebResponse {
        let (key, author) = (try context.text("key"), context.visitor)
        let draft = try await office.database.read { try ProposalDraftActions.draft(key, by: author, in: $0) }
        return .page(ProposalDraftViews.removal(draft, chrome: office.chrome(for: author)))
    }

    private func discard(_ context: SignedInContext) async throws -> WebResponse {
        let key = try context.text("key")
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try DraftActions.discard(ProposalField.self, of: key, by: $0, in: $1)
        }
        return .seeOther(ProposalDeed.draftDiscarded.told(at: ProposalListViews.section))
    }
}
