import HTTPTypes
import Hummingbird

/// The editor: a new page, a change of one; preview, draft, save.
struct PageFormRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("pages/new") { request, context in try await blank(request, context) }
        router.post("pages/new") { request, context in try await receive(request, context, code: nil) }
        router.get("pages/:code/edit") { request, context in try await edit(request, context) }
        router.post("pages/:code/edit") { request, context in
            try await receive(request, context, code: try context.parameters.require("code"))
        }
    }

    // MARK: Opening

    private func blank(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let (visitor, key, today) = (context.visitor, try query.text("draft"), ROCDate.day(of: office.clock.now()))
        let (facts, drafts) = try await office.database.read { db in
            _ = try PageEditActions.page(nil, by: visitor.actor, in: db)
            return (
                try PageEditActions.facts(nil, by: visitor.actor, today: today, in: db),
                try PageDraftActions.drafts(of: visitor, in: db)
            )
        }
        if let draft = drafts.first(where: { $0.key == key && $0.page == nil }) {
            var sheet = PageFormViews.Sheet(facts: facts, form: draft.form, base: 0, key: key, draft: draft.draft)
            sheet.seen = draft.draft.mark
            try note(query, in: &sheet)
            return show(sheet, context)
        }
        guard let kind = PageKind(rawValue: try query.text("kind")) else {
            return .page(
                PageDraftViews.choice(drafts, chrome: office.chrome(for: visitor)))
        }
        let form = PageForm(
            blank: kind, code: facts.proposedCode,
            unit: facts.suggestions[.unit]?.first ?? "", lawAsOf: facts.lawAsOf)
        return show(PageFormViews.Sheet(facts: facts, form: form, base: 0, key: DraftKey.random()), context)
    }

    private func edit(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let facts = try await facts(context, code: try context.parameters.require("code"))
        guard let page = facts.page, let current = facts.current else { throw PageRefusal.missing }
        let (key, author) = (PageDraft.key(of: page.id), context.visitor)
        let draft: Draft<PageField>? = try await office.database.read {
            try DraftActions.draft(of: key, by: author, in: $0)
        }
        let form = try draft?.form ?? PageForm(PageRevisionActions.content(of: current, page))
        var sheet = PageFormViews.Sheet(
            facts: facts, form: form, base: draft?.base ?? current.number, key: key, draft: draft)
        sheet.seen = draft?.mark ?? ""
        try note(query, in: &sheet)
        return show(sheet, context)
    }

    private func note(_ query: Form, in sheet: inout PageFormViews.Sheet) throws {
        sheet.done = try PageDeed(query)?.sentence ?? AttachmentDeed(query)?.sentence
        let uploaded = try query.text("uploaded")
        sheet.uploaded = sheet.facts.attachments.contains(uploaded) ? uploaded : nil
    }

    private func facts(_ context: SignedInContext, code: String?) async throws -> PageEditActions.Facts {
        let (actor, today) = (context.actor, ROCDate.day(of: office.clock.now()))
        return try await office.database.read { db in
            let page = try PageEditActions.page(code, by: actor, in: db)
            return try PageEditActions.facts(page, by: actor, today: today, in: db)
        }
    }

    private func show(
        _ sheet: PageFormViews.Sheet, _ context: SignedInContext, status: HTTPResponse.Status = .ok
    ) -> WebResponse {
        .page(PageFormViews.form(sheet, chrome: office.chrome(for: context.visitor)), status: status)
    }

    // MARK: Receiving

    private func receive(_ request: Request, _ context: SignedInContext, code: String?) async throws -> WebResponse {
        let base = code == nil ? 0 : try WritingRules.base(in: context.form)
        let typed = try PageForm(context.form)
        let intent = try context.form.text("intent")
        if intent == "draft" {
            return try await keep(typed, over: base, context, code: code, isScript: DraftRoutes.isScript(request))
        }
        let actor = context.actor
        let page = try await office.database.read { try PageEditActions.page(code, by: actor, in: $0) }
        var form = PageEditActions.fitted(typed, to: page)
        // Parts put in order are shown before anything is saved.
        let isDividing = intent == "parts" && form.kind == .procedure
        if isDividing { form[.body] = PageParts(ordering: form[.body]).body }
        guard intent != "preview", !isDividing else { return try await preview(form, over: base, of: page, context) }
        return try await save(form, over: base, of: page, context)
    }

    /// Names the draft of what was sent.
    private func key(_ page: Page?, _ context: SignedInContext) throws -> String {
        let sent = try context.form.text("draft")
        return page.map { PageDraft.key(of: $0.id) } ?? (DraftKey.isKey(sent) ? sent : DraftKey.random())
    }

    /// The mark of the draft that the window knows, empty for none; nil when the form does not say.
    private func seen(_ context: SignedInContext) throws -> String? {
        context.form.has("seen") ? try context.form.text("seen") : nil
    }

    /// The form as it was sent, with everything around it.
    private func sheet(
        _ form: PageForm, over base: Int, of code: String?, _ context: SignedInContext
    ) async throws -> PageFormViews.Sheet {
        let facts = try await facts(context, code: code)
        var sheet = PageFormViews.Sheet(
            facts: facts, form: PageEditActions.fitted(form, to: facts.page), base: base,
            key: try key(facts.page, context))
        (sheet.seen, sheet.isUnsaved) = (try context.form.text("seen"), true)
        sheet.takesAmendments = context.form.has("amendments")
        return sheet
    }

    private func keep(
        _ form: PageForm, over base: Int, _ context: SignedInContext, code: String?, isScript: Bool
    ) async throws -> WebResponse {
        let (key, seen) = (try key(nil, context), try seen(context))
        let acting = context.acting(at: office.clock.now())
        do {
            try await office.database.write(as: acting) {
                try PageDraftActions.keep(form, key: key, of: code, base: base, seen: seen, by: $0, in: $1)
            }
        } catch WritingRefusal.draftElsewhere(let time) {
            guard !isScript else { return try DraftRoutes.elsewhere(time) }
            var sheet = try await sheet(form, over: base, of: code, context)
            sheet.found(time)
            return show(sheet, context, status: .conflict)
        }
        guard !isScript else { return try DraftRoutes.kept(at: acting.now) }
        let place = code.map { "\(PageAddress.page($0))/edit" } ?? Address("/pages/new")
        return .seeOther(PageDeed.draftKept.told(at: place.with([("draft", code == nil ? key : "")])))
    }

    private func preview(
        _ form: PageForm, over base: Int, of page: Page?, _ context: SignedInContext
    ) async throws -> WebResponse {
        let preview = try await PagePreviewRoutes(office: office).preview(of: form, context)
        var sheet = try await sheet(form, over: base, of: page?.code, context)
        sheet.preview = preview
        return show(sheet, context)
    }

    private func save(
        _ form: PageForm, over base: Int, of page: Page?, _ context: SignedInContext
    ) async throws -> WebResponse {
        var (file, problems) = form.file()
        if page != nil, form[.reason].isEmpty { problems.append(.init(.reason, .missing(.reason))) }
        if form[.reason].unicodeScalars.count > 200 {
            problems.append(.init(.reason, .file(.field(.tooLong(PageField.reason.rawValue, limit: 200)))))
        }
        do {
            guard let file, problems.isEmpty else { return try await refused(problems, form, base, page, context) }
            let reading = try await PagePreviewRoutes.read(file.content, in: office)
            let prepared = PreparedPage(file.content, reading, source: file.source)
            let written = try PageEditActions.Written(
                prepared, over: base, reason: page == nil ? PageTerms.firstRevision : form[.reason],
                draft: try key(page, context), seen: try seen(context),
                shown: context.form.has("amendments") ? try AmendmentViews.shown(in: context.form) : nil)
            let isChanged = try await office.database.write(as: context.acting(at: office.clock.now())) {
                try PageEditActions.save(written, by: $0, in: $1)
            }
            return try await told(prepared, isNew: page == nil, isChanged: isChanged, to: context.actor)
        } catch PageRefusal.changedMeanwhile {
            return try await merge(form, over: base, of: page, context)
        } catch is WorkPool.Full {
            // Nothing that was typed is lost.
            var sheet = try await sheet(form, over: base, of: page?.code, context)
            sheet.isBusy = true
            return show(sheet, context, status: .serviceUnavailable)
        } catch PageRefusal.usedCode(let code) {
            problems = [.init(.code, .usedCode(code))]
        } catch PageRefusal.editorsOnly(let field) {
            problems = [.init(field, .editorsOnly(field))]
        } catch PageRefusal.invalid(let kinds) {
            problems = kinds.map { PageFormProblem($0) }
        } catch CommonRefusal.forbidden {
            problems = [.init(.unit, .foreignUnit)]
        }
        return try await refused(problems, form, base, page, context)
    }

    /// The form again, with everything that is wrong at once: also what would only be found later.
    private func refused(
        _ problems: [PageFormProblem], _ form: PageForm, _ base: Int, _ page: Page?, _ context: SignedInContext
    ) async throws -> WebResponse {
        var sheet = try await sheet(form, over: base, of: page?.code, context)
        sheet.problems = problems
        sheet.preview = try? await PagePreviewRoutes(office: office).preview(of: form, context)
        let (now, isNew) = (office.clock.now(), page == nil)
        let told = Set(problems.map(\.field)).subtracting([.body])
        let (content, actor) = (form.sketch(today: ROCDate.day(of: now)), context.actor)
        // While too many wait, what is wrong already must do.
        if form[.body].utf8.count <= PageContent.bodyLimit,
            let reading = try? await PagePreviewRoutes.read(content, in: office)
        {
            let found = try await office.database.read {
                try PageCheckActions.wrong(content, reading, isNew: isNew, for: actor, now: now, in: $0)
            }
            let more = found.filter { !told.contains($0.field) }
            // What is told already may lack its line.
            sheet.problems.removeAll { old in more.contains { $0.field == old.field && $0.kind == old.kind } }
            sheet.problems += more
        }
        return show(sheet, context, status: .unprocessableContent)
    }

    /// The page that was saved, or first what should be looked at.
    private func told(
        _ prepared: PreparedPage, isNew: Bool, isChanged: Bool, to actor: Actor
    ) async throws -> WebResponse {
        let place = PageAddress.page(prepared.content.code)
        let done: PageDeed = isNew ? .added : isChanged ? .saved : .unchanged
        do {
            let found = try await PagePreviewRoutes(office: office).warnings(
                prepared.content, prepared.reading, for: actor)
            guard found.warnings.isEmpty else { return .seeOther(done.told(at: "\(place)/warnings")) }
            let isUnchecked = isChanged && !found.unloaded.isEmpty
            return .seeOther((isUnchecked ? isNew ? .addedUnchecked : .savedUnchecked : done).told(at: place))
        } catch is WorkPool.Full {
            // It is saved; only nobody has looked at its links.
            return .seeOther(done.told(at: place))
        }
    }

    /// Somebody else saved first: both are put together, and what was sent is kept as a draft.
    private func merge(
        _ form: PageForm, over base: Int, of page: Page?, _ context: SignedInContext
    ) async throws -> WebResponse {
        guard let page else { throw PageRefusal.changedMeanwhile }
        let between = try await office.database.read { try PageEditActions.between(page.id, base: base, in: $0) }
        let conflict = try await office.files.run { try between.conflict(with: form) }
        let (seen, acting) = (try seen(context), context.acting(at: office.clock.now()))
        var other: Moment?
        do {
            try await office.database.write(as: acting) {
                try PageDraftActions.keep(form, key: "", of: page.code, base: base, seen: seen, by: $0, in: $1)
            }
        } catch WritingRefusal.draftElsewhere(let time) {
            other = time
        }
        var merged = try await sheet(conflict.merge.form, over: conflict.number, of: page.code, context)
        (merged.conflict, merged.seen, merged.takesAmendments) = (conflict, "\(acting.now)", false)
        if let other { merged.found(other) }
        return show(merged, context, status: .conflict)
    }
}
