import GRDB

/// From a concluded case study to the page or the question that teaches its rule: a draft that its editor resumes.
enum CaseFollowUpActions {
    /// Keeps the draft, and gives the editor's address.
    /// - Throws: `CaseRefusal.missing`, `.otherState` before there is a conclusion, `CommonRefusal.forbidden`,
    ///   `WritingRefusal.tooManyDrafts`.
    static func begin(
        _ kind: CaseFollowUp.Kind, from id: ID<CaseStudy>, by acting: ActionContext, in db: Database
    ) throws -> Address {
        let visitor = try acting.visitor
        let study = try CaseActions.shown(id, to: visitor, in: db).study
        try CaseRules.require(study.state == .concluded || study.state == .published)
        let form = try CaseRevisionStore.current(study, in: db).form
        let key = DraftKey.random()
        var page: String?
        switch kind {
        case .faq, .interpretation:
            let draft = try self.page(kind == .faq ? .faq : .interpretation, from: form, id, by: acting, in: db)
            page = draft[.code]
            try PageDraftActions.keep(draft, key: key, of: nil, base: 0, by: acting, in: db)
        case .question:
            try QuestionDraftActions.keep(
                question(from: form, id, by: acting, in: db), key: key, seen: nil, by: acting, in: db)
        }
        try CaseDiscussionStore.followUp(kind, page: page, of: id, by: visitor.employee, now: acting.now, in: db)
        try AuditStore.append(.caseFollowUp, on: "case/\(id)", by: acting, in: db)
        let editor: Address = kind == .question ? "/questions/new" : "/pages/new"
        return editor.with([("draft", key)])
    }

    private static func page(
        _ kind: PageKind, from form: CaseForm, _ id: ID<CaseStudy>, by acting: ActionContext, in db: Database
    ) throws -> PageForm {
        _ = try PageEditActions.page(nil, by: acting.actor, in: db)
        let facts = try PageEditActions.facts(nil, by: acting.actor, today: ROCDate.day(of: acting.now), in: db)
        var page = PageForm(
            blank: kind, code: facts.proposedCode, unit: facts.suggestions[.unit]?.first ?? "",
            lawAsOf: facts.lawAsOf)
        (page[.title], page[.subject], page[.service]) = (form[.title], form[.subject], form[.service])
        page[.body] = CaseFollowUpTerms.body(from: form, id)
        return page
    }

    private static func question(
        from form: CaseForm, _ id: ID<CaseStudy>, by acting: ActionContext, in db: Database
    ) throws -> QuestionForm {
        var question = try QuestionFormActions.blank(
            topic: "", on: ROCDate.day(of: acting.now), by: acting.actor, in: db)
        question[.stem] = form[.doubt].isEmpty ? form[.title] : form[.doubt]
        question[.explanation] = CaseFollowUpTerms.explanation(from: form, id)
        question[.citations] = form[.citations]
        return question
    }
}
