import HTTPTypes
import Hummingbird

/// The editor: a new question, a change of one; preview, draft, save.
struct QuestionFormRoutes {
    let office: Office
    let seal: QuestionSealActions
    let likeness: LikenessCache

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("questions/new") { request, context in try await blank(request, context) }
        router.post("questions/new") { request, context in try await receive(request, context, code: nil) }
        router.get("questions/:code/edit") { request, context in try await edit(request, context) }
        router.post("questions/:code/edit") { request, context in
            try await receive(request, context, code: try context.text("code"))
        }
        router.post("questions/preview") { _, context in try await fragment(context) }
    }

    // MARK: Opening

    private func blank(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let (visitor, key, topic) = (context.visitor, try query.text("draft"), try query.verbatim("topic"))
        let today = ROCDate.day(of: office.clock.now())
        let (facts, form, draft) = try await office.database.read { db in
            let facts = try QuestionFormActions.facts(nil, on: today, by: visitor.actor, in: db)
            let draft: Draft<QuestionField>? =
                DraftKey.isKey(key) ? try DraftActions.draft(of: key, by: visitor, in: db) : nil
            let topic = facts.topics.contains(topic) ? topic : ""
            let blank = try QuestionFormActions.blank(topic: topic, on: today, by: visitor.actor, in: db)
            return (facts, draft?.form ?? blank, draft)
        }
        var sheet = QuestionFormViews.Sheet(
            facts: facts, form: form, base: 0, key: draft?.subject ?? DraftKey.random(), draft: draft)
        sheet.seen = draft?.mark ?? ""
        sheet.done = try QuestionDeed(query)?.sentence
        return show(sheet, context)
    }

    private func edit(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let (visitor, code, seal) = (context.visitor, try context.text("code"), seal)
        let (today, isAnswer) = (ROCDate.day(of: office.clock.now()), try !query.text("amended").isEmpty)
        let older = try query.number("revision")
        // The form shows the key: no key without its line in the log.
        let (facts, form, draft) = try await office.database.write(as: context.acting(at: office.clock.now())) {
            let opened = try QuestionEditActions.form(code, seal: seal, by: $0.actor, in: $1)
            try QuestionActions.recordKeys(of: [code], by: $0, in: $1)
            let facts = try QuestionFormActions.facts(opened.question, on: today, by: $0.actor, in: $1)
            let draft: Draft<QuestionField>? = try DraftActions.draft(
                of: QuestionDraftActions.key(of: opened.question), by: visitor, in: $1)
            let form =
                try QuestionEditActions.form(restoring: older, of: opened.question, in: $1)
                ?? draft?.form ?? opened.form
            guard isAnswer, !facts.opened.isEmpty else { return (facts, form, draft) }
            let answer = try QuestionAmendmentActions.form(
                form, of: opened.question, answering: facts.opened, on: today, in: $1)
            return (facts, answer, draft)
        }
        guard let question = facts.question else { throw QuestionRefusal.missing(code) }
        var sheet = QuestionFormViews.Sheet(
            facts: facts, form: form, base: older == nil ? draft?.base ?? facts.number : facts.number,
            key: QuestionDraftActions.key(of: question),
            draft: draft)
        sheet.settling = isAnswer ? facts.opened.map(\.id.rawValue).max() : nil
        sheet.seen = draft?.mark ?? ""
        sheet.done = try QuestionDeed(query)?.sentence
        return show(sheet, context)
    }

    private func show(
        _ sheet: QuestionFormViews.Sheet, _ context: SignedInContext, status: HTTPResponse.Status = .ok
    ) -> WebResponse {
        let today = ROCDate.day(of: office.clock.now())
        return .page(
            QuestionFormViews.form(sheet, today: today, chrome: office.chrome(for: context.visitor)), status: status)
    }

    // MARK: Receiving

    private func receive(_ request: Request, _ context: SignedInContext, code: String?) async throws -> WebResponse {
        let base = code == nil ? 0 : try WritingRules.base(in: context.form)
        let form = try QuestionForm(typed: context.form)
        let intent = try context.form.text("intent")
        if intent == "draft" {
            return try await keep(form, over: base, context, code: code, isScript: DraftRoutes.isScript(request))
        }
        do {
            var sheet = try await sheet(form, over: base, of: code, context)
            if let arranged = form.rearranged(intent) {
                sheet.form = arranged
                return show(sheet, context)
            }
            if intent == "preview" {
                sheet.preview = try await preview(form, of: sheet.question, context)
                return show(sheet, context)
            }
            return try await save(form.compacted, sheet, isSubmitted: intent == "submit", context)
        } catch let refusal as any Refusal where QuestionEditActions.isClosed(refusal) {
            // The question was closed to the writer while they wrote.
            guard code != nil else { throw refusal }
            _ = try await keep(form, over: base, context, code: code, isScript: false)
            throw QuestionEditRefusal.closed(refusal.sentence)
        }
    }

    /// The form as it was sent, with everything around it.
    private func sheet(
        _ form: QuestionForm, over base: Int, of code: String?, _ context: SignedInContext
    ) async throws -> QuestionFormViews.Sheet {
        let (actor, seal, today) = (context.actor, seal, ROCDate.day(of: office.clock.now()))
        let facts = try await office.database.read { db in
            let question = try code.map { try QuestionEditActions.form($0, seal: seal, by: actor, in: db).question }
            return try QuestionFormActions.facts(question, on: today, by: actor, in: db)
        }
        let sent = try context.form.text("draft")
        var sheet = QuestionFormViews.Sheet(
            facts: facts, form: form, base: base,
            key: facts.question.map(QuestionDraftActions.key(of:)) ?? (DraftKey.isKey(sent) ? sent : DraftKey.random()))
        (sheet.seen, sheet.isUnsaved) = (try context.form.text("seen"), true)
        sheet.settling = try AmendmentViews.shown(in: context.form)
        return sheet
    }

    private func keep(
        _ form: QuestionForm, over base: Int, _ context: SignedInContext, code: String?, isScript: Bool
    ) async throws -> WebResponse {
        let acting = context.acting(at: office.clock.now())
        let seen = context.form.has("seen") ? try context.form.text("seen") : nil
        let sent = try context.form.text("draft")
        do {
            try await office.database.write(as: acting) { acting, db in
                if let code {
                    try QuestionDraftActions.keep(
                        form, of: code, base: base, seen: seen, by: acting, in: db)
                } else {
                    try QuestionDraftActions.keep(form, key: sent, seen: seen, by: acting, in: db)
                }
            }
        } catch WritingRefusal.draftElsewhere(let time) {
            guard !isScript else { return try DraftRoutes.elsewhere(time) }
            var sheet = try await sheet(form, over: base, of: code, context)
            sheet.found(time)
            return show(sheet, context, status: .conflict)
        }
        guard !isScript else { return try DraftRoutes.kept(at: acting.now) }
        let place = code.map { "\(QuestionViews.address(of: $0))/edit" } ?? Address("/questions/new")
        return .seeOther(QuestionDeed.draftKept.told(at: place.with([("draft", code == nil ? sent : "")])))
    }

    private func save(
        _ form: QuestionForm, _ sheet: QuestionFormViews.Sheet, isSubmitted: Bool, _ context: SignedInContext
    ) async throws -> WebResponse {
        let (question, seal) = (sheet.question, seal)
        let scope = QuestionAccess.scope(for: context.actor)
        let (names, stems) = try await office.database.read {
            (try StatuteDirectoryStore.names(in: $0), try QuestionStemStore.all(shownIn: scope, in: $0))
        }
        do {
            let written = try QuestionEditActions.Written(
                form, of: question, over: sheet.base, key: sheet.key,
                seen: context.form.has("seen") ? sheet.seen : nil, isSubmitted: isSubmitted,
                answered: sheet.settling, names: names, stems: stems)
            let acting = context.acting(at: office.clock.now())
            guard let question else {
                let code = try await office.database.write(as: acting) {
                    try QuestionEditActions.add(written, by: $0, in: $1)
                }
                let done: QuestionDeed = isSubmitted ? .submitted : .added
                return .seeOther(done.told(at: QuestionViews.address(of: code)))
            }
            let saved = try await office.database.write(as: acting) {
                try QuestionEditActions.save(written, seal: seal, by: $0, in: $1)
            }
            return .seeOther(QuestionDeed(saved).told(at: QuestionViews.address(of: question.code)))
        } catch QuestionEditRefusal.changedMeanwhile {
            return try await merge(form, sheet, context)
        } catch let refusal as QuestionEditRefusal {
            guard let problems = refusal.problems else { throw refusal }
            var refused = sheet
            refused.problems = problems
            refused.form = form
            refused.preview = try await preview(form, of: question, context)
            return show(refused, context, status: .unprocessableContent)
        }
    }

    /// Somebody else saved first: both are put together, and what was sent is kept as a draft.
    private func merge(
        _ form: QuestionForm, _ sheet: QuestionFormViews.Sheet, _ context: SignedInContext
    ) async throws -> WebResponse {
        guard let question = sheet.question else { throw QuestionEditRefusal.changedMeanwhile }
        let (seal, base, acting) = (seal, sheet.base, context.acting(at: office.clock.now()))
        let seen = context.form.has("seen") ? sheet.seen : nil
        let (conflict, other) = try await office.database.write(as: acting) { acting, db in
            let conflict = try QuestionEditActions.conflict(
                question.code, base: base, mine: form, seal: seal, by: acting.actor, in: db)
            do {
                try QuestionDraftActions.keep(
                    form, of: question.code, base: base, seen: seen, by: acting, in: db)
                return (conflict, nil as Moment?)
            } catch WritingRefusal.draftElsewhere(let time) {
                return (conflict, time)
            }
        }
        var merged = try await self.sheet(conflict.merge.form, over: conflict.number, of: question.code, context)
        (merged.conflict, merged.seen) = (conflict, "\(acting.now)")
        if let other { merged.found(other) }
        return show(merged, context, status: .conflict)
    }

    // MARK: Preview

    private func fragment(_ context: SignedInContext) async throws -> WebResponse {
        let (actor, form, key) = (context.actor, try QuestionForm(typed: context.form), try context.form.text("draft"))
        let question = try await office.database.read {
            try QuestionFormActions.subject(ofDraft: key, by: actor, in: $0)
        }
        return .page(QuestionPreviewViews.fragment(try await preview(form.compacted, of: question, context)))
    }

    private func preview(
        _ form: QuestionForm, of question: Question?, _ context: SignedInContext
    ) async throws -> QuestionPreviewViews.Preview {
        let (likeness, actor) = (likeness, context.actor)
        return try await office.database.read {
            try QuestionFormActions.preview(form, of: question, likeness: likeness, for: actor, in: $0)
        }
    }
}

extension QuestionDeed {
    fileprivate init(_ saved: QuestionEditActions.Saved) {
        self =
            switch saved {
            case .unchanged: .unchanged
            case .saved: .saved
            case .submitted: .submitted
            }
    }
}
