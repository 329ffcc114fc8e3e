import HTTPTypes
import Hummingbird

/// The editor: a new case study, a change of one; preview, draft, save, submission.
struct CaseFormRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("cases/new") { request, context in try await open(request, context) }
        router.post("cases/new") { request, context in try await receive(request, context) }
        router.get("cases/colleagues") { request, context in try await colleagues(request, context) }
        router.get("cases/:case/edit") { request, context in try await open(request, context) }
        router.post("cases/:case/edit") { request, context in try await receive(request, context) }
        router.post("cases/preview") { _, context in try await fragment(context) }
        router.get("cases/drafts/:key/removal") { _, context in try await askRemoval(context) }
        router.post("cases/drafts/:key/removal") { _, context in try await discard(context) }
    }

    /// The case study that is changed; nil for a new one.
    private func id(_ context: SignedInContext) throws -> ID<CaseStudy>? {
        context.parameters.get("case") == nil ? nil : try context.id("case", of: CaseStudy.self)
    }

    // MARK: Opening

    private func open(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (query, id, visitor, now) = (try request.query(), try id(context), context.visitor, office.clock.now())
        let (key, uploaded) = (try query.text("draft"), try query.text("uploaded"))
        var sheet = try await office.database.read {
            try CaseFormActions.opened(id, draft: key, uploaded: uploaded, by: visitor, now: now, in: $0)
        }
        sheet.done = try CaseDeed(query)?.sentence
        return show(sheet, context)
    }

    private func show(
        _ sheet: CaseFormViews.Sheet, _ context: SignedInContext, status: HTTPResponse.Status = .ok
    ) -> WebResponse {
        .page(CaseFormViews.form(sheet, chrome: office.chrome(for: context.visitor)), status: status)
    }

    private struct Colleague: Encodable {
        let text: String
        /// The unit.
        let note: String
    }

    private func colleagues(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (text, visitor, now) = (try request.query().text("q"), context.visitor, office.clock.now())
        let found = try await office.database.read {
            try CasePeopleActions.suggestions(text, for: visitor, now: now, in: $0)
        }
        return try .json(found.map { Colleague(text: $0.text, note: $0.unitName) })
    }

    // MARK: Receiving

    private func receive(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let form = try CaseForm(typed: context.form)
        let intent = try context.form.text("intent")
        if intent == "draft" { return try await keep(form, context, isScript: DraftRoutes.isScript(request)) }
        var sheet = try await sheet(form, context)
        if intent == "preview" {
            sheet.preview = try await preview(form, of: sheet.id, context)
            return show(sheet, context)
        }
        return try await save(sheet, isSubmitted: intent == "submit", context)
    }

    /// The form as it was sent, with everything around it.
    private func sheet(_ form: CaseForm, _ context: SignedInContext) async throws -> CaseFormViews.Sheet {
        let (id, visitor, now) = (try id(context), context.visitor, office.clock.now())
        let key = try context.form.text("draft")
        var sheet = try await office.database.read {
            try CaseFormActions.opened(id, draft: key, uploaded: "", by: visitor, now: now, in: $0)
        }
        sheet.form = form
        sheet.base = try context.form.number("base") ?? 0
        (sheet.draft, sheet.seen, sheet.isUnsaved) = (nil, try context.form.text("seen"), true)
        return sheet
    }

    private func keep(
        _ form: CaseForm, _ context: SignedInContext, isScript: Bool
    ) async throws -> WebResponse {
        let (id, acting) = (try id(context), context.acting(at: office.clock.now()))
        let (key, base) = (try context.form.text("draft"), try context.form.number("base") ?? 0)
        let seen = context.form.has("seen") ? try context.form.text("seen") : nil
        do {
            try await office.database.write(as: acting) {
                try CaseDraftActions.keep(form, of: id, key: key, base: base, seen: seen, by: $0, in: $1)
            }
        } catch WritingRefusal.draftElsewhere(let time) {
            guard !isScript else { return try DraftRoutes.elsewhere(time) }
            var sheet = try await sheet(form, context)
            sheet.found(time)
            return show(sheet, context, status: .conflict)
        }
        guard !isScript else { return try DraftRoutes.kept(at: acting.now) }
        let address = id.map { "\(CaseViews.address(of: $0))/edit" } ?? CaseFormViews.address(draft: key)
        return .seeOther(CaseDeed.draftKept.told(at: address))
    }

    private func save(
        _ sheet: CaseFormViews.Sheet, isSubmitted: Bool, _ context: SignedInContext
    ) async throws -> WebResponse {
        let names = try await office.database.read { try CaseFormActions.names(in: $0) }
        do {
            let written = try CaseEditActions.Written(
                sheet.form, over: sheet.base, key: sheet.key, seen: context.form.has("seen") ? sheet.seen : nil,
                isSubmitted: isSubmitted, names: names)
            let id = sheet.id
            let done = try await office.database.write(as: context.acting(at: office.clock.now())) { acting, db in
                guard let id else { return try CaseEditActions.add(written, by: acting, in: db) }
                return (id: id, saved: try CaseEditActions.save(written, of: id, by: acting, in: db))
            }
            guard done.saved != .savedUndecided else { return .seeOther(CasePrivacyViews.address(of: done.id)) }
            return .seeOther(CaseDeed(done.saved).told(at: CaseViews.address(of: done.id)))
        } catch CaseRefusal.changedMeanwhile {
            return try await merge(sheet, context)
        } catch let refusal as CaseRefusal {
            guard let problems = refusal.problems else { throw refusal }
            var refused = sheet
            refused.problems = problems
            refused.preview = try await preview(sheet.form, of: sheet.id, context)
            return show(refused, context, status: .unprocessableContent)
        }
    }

    /// A co-author saved first: both are put together, and what was sent is kept as a draft.
    private func merge(_ sheet: CaseFormViews.Sheet, _ context: SignedInContext) async throws -> WebResponse {
        guard let id = sheet.id else { throw CaseRefusal.changedMeanwhile }
        let acting = context.acting(at: office.clock.now())
        let (form, base, key) = (sheet.form, sheet.base, sheet.key)
        let seen = context.form.has("seen") ? sheet.seen : nil
        let (conflict, other) = try await office.database.write(as: acting) { acting, db in
            let conflict = try CaseEditActions.conflict(id, base: base, mine: form, by: acting.visitor, in: db)
            do {
                try CaseDraftActions.keep(form, of: id, key: key, base: base, seen: seen, by: acting, in: db)
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
        let form = try CaseForm(typed: context.form)
        let id = CaseDraftActions.study(ofDraft: try context.form.text("draft"))
        return .page(CasePreviewViews.fragment(try await preview(form, of: id, context)))
    }

    private func preview(
        _ form: CaseForm, of id: ID<CaseStudy>?, _ context: SignedInContext
    ) async throws -> CasePreviewViews.Preview {
        let visitor = context.visitor
        return try await office.database.read { try CaseFormActions.preview(form, of: id, for: visitor, in: $0) }
    }

    // MARK: Drafts

    private func askRemoval(_ context: SignedInContext) async throws -> WebResponse {
        let (key, author) = (try context.text("key"), context.visitor)
        let draft = try await office.database.read { try CaseDraftActions.draft(key, by: author, in: $0) }
        return .page(CaseDraftViews.removal(draft, chrome: office.chrome(for: author)))
    }

    private func discard(_ context: SignedInContext) async throws -> WebResponse {
        let key = try context.text("key")
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try DraftActions.discard(CaseField.self, of: key, by: $0, in: $1)
        }
        return .seeOther(CaseDeed.draftDiscarded.told(at: CaseListViews.section))
    }
}

extension CaseDeed {
    fileprivate init(_ saved: CaseEditActions.Saved) {
        self =
            switch saved {
            case .unchanged: .unchanged
            case .saved, .savedUndecided: .saved
            case .submitted: .submitted
            }
    }
}
