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
        router.get("pages/:code/warnings") { request, context in try await warnings(request, context) }
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
            var sheet = PageFormViews.Sheet(facts: facts, form: draft.form, base: 0, key: key, draft: draft)
            sheet.seen = draft.mark
            try note(query, in: &sheet)
            return show(sheet, context)
        }
        guard let kind = PageKind(rawValue: try query.text("kind")) else {
            return .page(
                PageDraftViews.choice(drafts, chrome: office.chrome(for: visitor)))
        }
        let form = PageForm(
            blank: kind, code: facts.proposedCode,
            unit: facts.units.first.map { PageEditActions.name(of: $0.unit) } ?? "", lawAsOf: facts.lawAsOf)
        return show(PageFormViews.Sheet(facts: facts, form: form, base: 0, key: Self.newKey()), context)
    }

    private func edit(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let facts = try await facts(context, code: try context.parameters.require("code"))
        guard let page = facts.page, let current = facts.current else { throw PageRefusal.missing }
        let (key, author) = (PageDraft.key(of: page.id), context.visitor.employee)
        let draft = try await office.database.read { try PageDraftStore.draft(key, of: author, in: $0) }
        let form = try draft?.form ?? PageForm(PageRevisionActions.content(of: current, page))
        var sheet = PageFormViews.Sheet(
            facts: facts, form: form, base: draft?.base ?? current.number, key: key, draft: draft)
        sheet.seen = draft?.mark ?? ""
        try note(query, in: &sheet)
        return show(sheet, context)
    }

    private func note(_ query: Form, in sheet: inout PageFormViews.Sheet) throws {
        sheet.done = PageTerms.done(try query.text("done"))
        let uploaded = try query.text("uploaded")
        sheet.uploaded = sheet.facts.attachments.contains(uploaded) ? uploaded : nil
    }

    private static func newKey() -> String {
        var generator = SystemRandomNumberGenerator()
        return PageDraft.newKey(using: &generator)
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
        let facts = try await facts(context, code: code)
        var form = try PageForm(context.form)
        let sent = try context.form.text("draft")
        let key = facts.page.map { PageDraft.key(of: $0.id) } ?? (PageDraft.isNewKey(sent) ? sent : Self.newKey())
        if let page = facts.page {
            (form[.code], form[.kind]) = (page.code, page.kind.rawValue)
            if page.kind != .interpretation || page.state == .retired { form[.state] = page.state.rawValue }
        }
        let base = facts.page == nil ? 0 : try context.form.number("base") ?? 0
        guard base >= 0 else { throw PageRefusal.noBase }
        var sheet = PageFormViews.Sheet(facts: facts, form: form, base: base, key: key)
        (sheet.seen, sheet.isUnsaved) = (try context.form.text("seen"), true)
        sheet.saysSeen = context.form.has("seen")
        sheet.takesAmendments = context.form.has("amendments")
        switch try context.form.text("intent") {
        case "draft": return try await keep(sheet, context, isScript: request.headers[.huxueSequence] != nil)
        case "preview": return try await preview(sheet, context)
        default: return try await save(sheet, context)
        }
    }

    private func keep(
        _ sheet: PageFormViews.Sheet, _ context: SignedInContext, isScript: Bool
    ) async throws -> WebResponse {
        let (visitor, now, code) = (context.visitor, office.clock.now(), sheet.facts.page?.code)
        do {
            try await office.database.write { db in
                try PageDraftActions.keep(
                    sheet.form, key: sheet.key, of: code, base: sheet.base, seen: sheet.known, by: visitor, now: now,
                    in: db)
            }
        } catch PageRefusal.draftElsewhere(let stored) {
            guard isScript else { return show(sheet.beside(stored), context, status: .conflict) }
            var answer = try WebResponse.json([
                "problem": PageRefusal.draftElsewhere(stored).sentence, "seen": stored.mark,
            ])
            answer.status = .conflict
            return answer
        }
        if isScript { return try .json(["saved": ROCDate.seconds(now), "seen": "\(now)"]) }
        let place = code.map { "\(PageAddress.page($0))/edit" } ?? Address("/pages/new")
        return .seeOther(place.with([("draft", code == nil ? sheet.key : ""), ("done", "draft")]))
    }

    private func preview(_ sheet: PageFormViews.Sheet, _ context: SignedInContext) async throws -> WebResponse {
        var sheet = sheet
        sheet.preview = try await PagePreviewRoutes(office: office).preview(of: sheet.form, context)
        return show(sheet, context)
    }

    private func save(_ sheet: PageFormViews.Sheet, _ context: SignedInContext) async throws -> WebResponse {
        var sheet = sheet
        let (content, problems) = sheet.form.content()
        sheet.problems = problems
        if sheet.facts.page != nil, sheet.form[.reason].isEmpty {
            sheet.problems.append(.init(.reason, .missing(.reason)))
        }
        if sheet.form[.reason].unicodeScalars.count > 200 {
            sheet.problems.append(.init(.reason, .file(.field(.tooLong(PageField.reason.rawValue, limit: 200)))))
        }
        guard let content, sheet.problems.isEmpty else { return try await refused(sheet, context) }
        let reading = try await PagePreviewRoutes.read(content, in: office).1
        let acting = context.acting(at: office.clock.now())
        do {
            let written = try PageEditActions.Written(
                content, reading, over: sheet.base,
                reason: sheet.facts.page == nil ? PageTerms.firstRevision : sheet.form[.reason], draft: sheet.key,
                seen: sheet.known,
                shown: sheet.takesAmendments ? try AmendmentViews.shown(in: context.form) : nil)
            let isChanged = try await office.database.write(as: acting) {
                try PageEditActions.save(written, by: $0, in: $1)
            }
            return try await told(content, reading, isChanged: isChanged, to: context.actor)
        } catch PageRefusal.changedMeanwhile {
            return try await merge(sheet, context)
        } catch PageRefusal.usedCode(let code) {
            sheet.problems = [.init(.code, .usedCode(code))]
        } catch PageRefusal.editorsOnly(let field) {
            sheet.problems = [.init(field, .editorsOnly(field))]
        } catch PageRefusal.invalid(let kinds) {
            sheet.problems = kinds.map { PageFormProblem($0) }
        } catch CommonRefusal.forbidden {
            sheet.problems = [.init(.unit, .foreignUnit)]
        }
        return try await refused(sheet, context)
    }

    /// The form again, with everything that is wrong at once: also what would only be found later.
    private func refused(_ sheet: PageFormViews.Sheet, _ context: SignedInContext) async throws -> WebResponse {
        var sheet = sheet
        let (now, form, isNew) = (office.clock.now(), sheet.form, sheet.facts.page == nil)
        let told = Set(sheet.problems.map(\.field)).subtracting([.body])
        if form[.body].utf8.count <= PageContent.bodyLimit {
            let (content, reading) = try await PagePreviewRoutes.read(
                form.sketch(today: ROCDate.day(of: now)), in: office)
            // Who may not hand the page on learns nothing of other people.
            let mayGive = Policy.permitsSomewhere(.editPages, for: context.actor)
            let found = try await office.database.read {
                try PageEditActions.wrong(content, reading, isNew: isNew, now: now, in: $0)
            }.filter { mayGive || $0.field != .owner }
            sheet.problems += found.filter { !told.contains($0.field) && !sheet.problems.contains($0) }
        }
        return show(sheet, context, status: .unprocessableContent)
    }

    /// The page that was saved, or first what should be looked at.
    private func told(
        _ content: PageContent, _ reading: PageReading, isChanged: Bool, to actor: Actor
    ) async throws -> WebResponse {
        let found = try await PagePreviewRoutes(office: office).warnings(content, reading, for: actor)
        let (warnings, isChecked) = (found.warnings.count, found.unloaded.isEmpty)
        let page = PageAddress.page(content.code)
        let place: Address = warnings > 0 ? "\(page)/warnings" : page
        return .seeOther(
            place.with([("done", !isChanged ? "unchanged" : isChecked || warnings > 0 ? "saved" : "saved-unchecked")]))
    }

    /// Somebody else saved first: both are put together, and what was sent is kept as a draft.
    private func merge(_ sheet: PageFormViews.Sheet, _ context: SignedInContext) async throws -> WebResponse {
        let (visitor, now, form, base) = (context.visitor, office.clock.now(), sheet.form, sheet.base)
        guard let code = sheet.facts.page?.code else { throw PageRefusal.changedMeanwhile }
        let (conflict, facts, other) = try await office.database.write { db in
            guard let page = try PageEditActions.page(code, by: visitor.actor, in: db),
                let conflict = try PageEditActions.conflict(page, base: base, mine: form, in: db)
            else { throw PageRefusal.changedMeanwhile }
            var other: PageDraft?
            do {
                try PageDraftActions.keep(
                    form, key: sheet.key, of: code, base: base, seen: sheet.known, by: visitor, now: now, in: db)
            } catch PageRefusal.draftElsewhere(let stored) {
                other = stored
            }
            return (
                conflict, try PageEditActions.facts(page, by: visitor.actor, today: ROCDate.day(of: now), in: db),
                other
            )
        }
        var merged = PageFormViews.Sheet(
            facts: facts, form: conflict.merge.form, base: conflict.revision.number, key: sheet.key)
        (merged.conflict, merged.isUnsaved, merged.seen) = (conflict, true, "\(now)")
        if let other { merged = merged.beside(other) }
        return show(merged, context, status: .conflict)
    }

    private func warnings(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let facts = try await facts(context, code: try context.parameters.require("code"))
        guard let page = facts.page, let current = facts.current else { throw PageRefusal.missing }
        let content = try PageRevisionActions.content(of: current, page)
        let reading = try await PagePreviewRoutes.read(content, in: office).1
        let found = try await PagePreviewRoutes(office: office).warnings(content, reading, for: context.actor)
        return .page(
            PageWarningViews.warnings(
                page, found.warnings, unchecked: found.unloaded.map(\.name),
                done: PageTerms.done(try request.query().text("done")),
                chrome: office.chrome(for: context.visitor)))
    }
}
