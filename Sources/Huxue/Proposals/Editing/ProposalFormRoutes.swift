import HTTPTypes
import Hummingbird

/// The editor: a new proposal, a change of one; preview, draft, save, submission.
struct ProposalFormRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("proposals/calls/:call/new") { request, context in try await open(request, context) }
        router.post("proposals/calls/:call/new") { request, context in try await receive(request, context) }
        router.get("proposals/calls/:call/colleagues") { request, context in try await colleagues(request, context) }
        router.get("proposals/:proposal/edit") { request, context in try await open(request, context) }
        router.post("proposals/:proposal/edit") { request, context in try await receive(request, context) }
        router.post("proposals/preview") { _, context in try await fragment(context) }
    }

    /// What the address means: a new proposal to a call, or one that is changed.
    private func place(_ context: SignedInContext) throws -> ProposalFormActions.Place {
        context.parameters.get("proposal") == nil
            ? .new(try context.id("call", of: ProposalCall.self))
            : .change(try context.id("proposal", of: Proposal.self))
    }

    // MARK: Opening

    private func open(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (query, place, visitor, now) = (
            try request.query(), try place(context), context.visitor, office.clock.now()
        )
        let (key, uploaded) = (try query.text("draft"), try query.text("uploaded"))
        var sheet = try await office.database.read {
            try ProposalFormActions.opened(place, draft: key, uploaded: uploaded, by: visitor, now: now, in: $0)
        }
        sheet.done = try ProposalDeed(query)?.sentence
        return show(sheet, context)
    }

    private func show(
        _ sheet: ProposalFormViews.Sheet, _ context: SignedInContext, status: HTTPResponse.Status = .ok
    ) -> WebResponse {
        .page(ProposalFormViews.form(sheet, chrome: office.chrome(for: context.visitor)), status: status)
    }

    private struct Colleague: Encodable {
        let text: String
        /// The unit.
        let note: String
    }

    private func colleagues(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (text, call) = (try request.query().text("q"), try context.id("call", of: ProposalCall.self))
        let (visitor, now) = (context.visitor, office.clock.now())
        let found = try await office.database.read {
            try ProposalPeopleActions.suggestions(text, for: call, visitor, now: now, in: $0)
        }
        return try .json(found.map { Colleague(text: $0.text, note: $0.unitName) })
    }

    // MARK: Receiving

    private func receive(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let form = try ProposalForm(typed: context.form)
        let intent = try context.form.text("intent")
        if intent == "draft" { return try await keep(form, context, isScript: DraftRoutes.isScript(request)) }
        var sheet = try await sheet(form, context)
        if intent == "preview" {
            sheet.preview = try await preview(form, of: sheet.id, sheet.call.id, context)
            return show(sheet, context)
        }
        return try await save(sheet, isSubmitted: intent == "submit", context)
    }

    /// The form as it was sent, with everything around it.
    private func sheet(_ form: ProposalForm, _ context: SignedInContext) async throws -> ProposalFormViews.Sheet {
        let (place, visitor, now) = (try place(context), context.visitor, office.clock.now())
        let key = try context.form.text("draft")
        var sheet = try await office.database.read {
            try ProposalFormActions.opened(place, draft: key, uploaded: "", by: visitor, now: now, in: $0)
        }
        sheet.form = form
        sheet.base = try WritingRules.base(in: context.form)
        (sheet.draft, sheet.seen, sheet.isUnsaved) = (nil, try context.form.text("seen"), true)
        return sheet
    }

    private func keep(
        _ form: ProposalForm, _ context: SignedInContext, isScript: Bool
    ) async throws -> WebResponse {
        let (place, acting) = (try place(context), context.acting(at: office.clock.now()))
        let (key, base) = (try context.form.text("draft"), try WritingRules.base(in: context.form))
        let seen = context.form.has("seen") ? try context.form.text("seen") : nil
        do {
            try await office.database.write(as: acting) {
                try ProposalFormActions.keep(form, at: place, key: key, base: base, seen: seen, by: $0, in: $1)
            }
        } catch WritingRefusal.draftElsewhere(let time) {
            guard !isScript else { return try DraftRoutes.elsewhere(time) }
            var sheet = try await sheet(form, context)
            sheet.found(time)
            return show(sheet, context, status: .conflict)
        }
        guard !isScript else { return try DraftRoutes.kept(at: acting.now) }
        let address: Address =
            switch place {
            case .new(let call): ProposalFormViews.address(new: call, draft: key)
            case .change(let id): "\(ProposalViews.address(of: id))/edit"
            }
        return .seeOther(ProposalDeed.draftKept.told(at: address))
    }

    private func save(
        _ sheet: ProposalFormViews.Sheet, isSubmitted: Bool, _ context: SignedInContext
    ) async throws -> WebResponse {
        let names = try await office.database.read { try ProposalFormActions.names(in: $0) }
        do {
            let written = try ProposalEditActions.Written(
                sheet.form, to: sheet.call, over: sheet.base, key: sheet.key,
                seen: context.form.has("seen") ? sheet.seen : nil, isSubmitted: isSubmitted, names: names)
            let (call, id) = (sheet.call.id, sheet.id)
            let done = try await office.database.write(as: context.acting(at: office.clock.now())) { acting, db in
                guard let id else { return try ProposalEditActions.add(written, to: call, by: acting, in: db) }
                return (id: id, saved: try ProposalEditActions.save(written, of: id, by: acting, in: db))
            }
            return .seeOther(ProposalDeed(done.saved).told(at: ProposalViews.address(of: done.id)))
        } catch ProposalRefusal.changedMeanwhile {
            return try await merge(sheet, context)
        } catch let refusal as ProposalRefusal where refusal.isAboutTime {
            return try await late(sheet, refusal, context)
        } catch let refusal as ProposalRefusal {
            guard let problems = refusal.problems else { throw refusal }
            var refused = sheet
            refused.problems = problems
            refused.preview = try await preview(sheet.form, of: sheet.id, sheet.call.id, context)
            return show(refused, context, status: .unprocessableContent)
        }
    }

    /// The call takes nothing now: what was sent is kept as a draft.
    private func late(
        _ sheet: ProposalFormViews.Sheet, _ refusal: ProposalRefusal, _ context: SignedInContext
    ) async throws -> WebResponse {
        let (place, acting) = (try place(context), context.acting(at: office.clock.now()))
        var refused = sheet
        refused.refusal = refusal.sentence
        do {
            try await office.database.write(as: acting) {
                try ProposalFormActions.keep(
                    sheet.form, at: place, key: sheet.key, base: sheet.base, seen: sheet.seen, by: $0, in: $1)
            }
            (refused.seen, refused.isUnsaved) = ("\(acting.now)", false)
        } catch WritingRefusal.draftElsewhere(let time) {
            refused.found(time)
        }
        return show(refused, context, status: .conflict)
    }

    /// A co-author saved first: both are put together, and what was sent is kept as a draft.
    private func merge(_ sheet: ProposalFormViews.Sheet, _ context: SignedInContext) async throws -> WebResponse {
        guard let id = sheet.id else { throw ProposalRefusal.changedMeanwhile }
        let acting = context.acting(at: office.clock.now())
        let (form, base) = (sheet.form, sheet.base)
        let seen = context.form.has("seen") ? sheet.seen : nil
        let (conflict, other) = try await office.database.write(as: acting) { acting, db in
            let conflict = try ProposalEditActions.conflict(
                id, base: base, mine: form, by: acting.visitor, now: acting.now, in: db)
            do {
                try ProposalDraftActions.keep(form, of: id, base: base, seen: seen, by: acting, in: db)
                return (conflict, nil as Moment?)
            } catch WritingRefusal.draftElsewhere(let time) {
                return (conflict, time)
            }
        }
        var merged = sheet
        (merged.form, merged.base) = (conflict.merge.form, conflict.number)
        (merged.conflict, merged.seen) = (conflict, "\(acting.now)")
        if let other { merged.found(other) }
        return show(merged, context, status: .conflict)
    }

    // MARK: Preview

    private func fragment(_ context: SignedInContext) async throws -> WebResponse {
        let form = try ProposalForm(typed: context.form)
        guard let call = ID<ProposalCall>(form[.call]) else { throw CommonRefusal.missing }
        let id = ProposalDraftActions.proposal(ofDraft: try context.form.text("draft"))
        return .page(ProposalPreviewViews.fragment(try await preview(form, of: id, call, context)))
    }

    private func preview(
        _ form: ProposalForm, of id: ID<Proposal>?, _ call: ID<ProposalCall>, _ context: SignedInContext
    ) async throws -> ProposalPreviewViews.Preview {
        let visitor = context.visitor
        return try await office.database.read {
            try ProposalFormActions.preview(form, of: id, to: call, for: visitor, in: $0)
        }
    }
}

extension ProposalDeed {
    fileprivate init(_ saved: ProposalEditActions.Saved) {
        self =
            switch saved {
            case .unchanged: .unchanged
            case .saved: .saved
            case .savedUnconfirmed: .savedUnconfirmed
            case .submitted: .submitted
            }
    }
}
