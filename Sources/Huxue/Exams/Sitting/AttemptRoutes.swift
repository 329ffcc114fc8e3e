import Hummingbird

/// The examinee's pages: list, introduction, test, handing in, result.
struct AttemptRoutes {
    let office: Office
    let pages: TestPageCache
    private let papers = MakeUpPaperCache()

    init(office: Office, pages: TestPageCache) { (self.office, self.pages) = (office, pages) }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("exams") { _, context in try await list(context) }
        router.get("exams/:exam") { _, context in try await introduce(context) }
        router.post("exams/:exam/attempts") { _, context in try await begin(context) }
        router.get("attempts/:attempt") { request, context in try await show(request, context) }
        router.get("attempts/:attempt/submission") { request, context in try await review(request, context) }
        router.post("attempts/:attempt/submission") { _, context in try await submit(context) }
    }

    private func list(_ context: SignedInContext) async throws -> WebResponse {
        let acting = acting(context)
        let exams = try await office.database.read { try SheetActions.owns(for: acting, in: $0) }
        return .page(AttemptViews.list(exams, chrome: office.chrome(for: context.visitor)))
    }

    private func introduce(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let acting = acting(context)
        let (own, choiceCounts) = try await office.database.read { db in
            let own = try SheetActions.own(id, for: acting, in: db)
            return (own, try PaperActions.choiceCounts(of: own.exam, in: db))
        }
        return .page(
            AttemptViews.introduction(
                own, choiceCounts: choiceCounts, chrome: office.chrome(for: context.visitor)))
    }

    private func begin(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        var generator = SystemRandomNumberGenerator()
        let address = AttemptAddress.random(using: &generator)
        let attempt = try await office.database.write(as: acting(context)) { acting, db in
            try AttemptActions.begin(exam: id, address: address, by: acting, in: db)
        }
        return .seeOther("/attempts/\(segment: attempt.address)")
    }

    private func show(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let shown = try query.number("number")
        let address = try context.parameters.require("attempt")
        let acting = acting(context)
        let visitor = try AttemptActions.examinee(acting)
        let key = TestPageCache.Key(
            employee: visitor.employee, formToken: visitor.formToken, theme: visitor.theme, shown: shown)
        let generation = try office.watch.generations().attempt
        let tellsOther = query.has("other")
        if !tellsOther, let page = pages.page(of: address, for: key, generation: generation),
            acting.now < page.deadline
        {
            return .page(TestViews.filled(page.template, deadline: page.deadline, now: acting.now))
        }
        let ticket = pages.ticket(for: address, generation: generation)
        var sheet = try await sheet(acting, address: address, shown: shown)
        sheet.tellsOtherWindow = tellsOther
        sheet.tellsLate = query.has("late")
        let chrome = office.chrome(for: visitor)
        guard sheet.attempt.submittedAt != nil else {
            let page = TestPageCache.Entry(
                template: TestViews.test(sheet, chrome: chrome), deadline: sheet.attempt.deadline)
            if !tellsOther { pages.keep(page, of: address, for: key, ticket: ticket) }
            return .page(TestViews.filled(page.template, deadline: page.deadline, now: sheet.now))
        }
        guard ExamRules.showsResults(sheet.exam, isSubmitted: true) else {
            return .page(OutcomeViews.handedIn(sheet, chrome: chrome))
        }
        let finished = sheet
        let outcome = try await office.database.read {
            try SheetActions.outcome(of: finished, papers: papers, for: acting, in: $0)
        }
        return .page(
            OutcomeViews.result(outcome.sheet, of: outcome.entry, list: try OutcomeViews.List(query), chrome: chrome))
    }

    private func review(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let address = try context.parameters.require("attempt")
        var sheet = try await sheet(acting(context), address: address, shown: nil)
        sheet.tellsOtherWindow = try request.query().has("other")
        guard sheet.attempt.submittedAt == nil else {
            return .seeOther("/attempts/\(segment: sheet.attempt.address)")
        }
        return .page(SubmissionViews.page(sheet, chrome: office.chrome(for: context.visitor)))
    }

    private func submit(_ context: SignedInContext) async throws -> WebResponse {
        let address = try context.parameters.require("attempt")
        try await office.database.write(as: acting(context)) { acting, db in
            _ = try SubmissionActions.submit(address: address, by: acting, in: db)
        }
        return .seeOther("/attempts/\(segment: address)")
    }

    /// The paper of the visitor's own attempt; an attempt whose time is up is handed in first.
    private func sheet(_ acting: ActionContext, address: String, shown: Int?) async throws -> TestViews.Sheet {
        @Sendable func read() async throws -> TestViews.Sheet {
            try await office.database.read {
                try SheetActions.own(address: address, shown: shown, for: acting, in: $0)
            }
        }
        let sheet = try await read()
        guard sheet.attempt.submittedAt == nil, acting.now >= sheet.attempt.deadline else { return sheet }
        try await office.database.write(as: acting) { acting, db in
            try SubmissionActions.submitIfOver(address: address, by: acting, in: db)
        }
        return try await read()
    }

    private func acting(_ context: SignedInContext) -> ActionContext {
        context.acting(at: office.clock.now())
    }
}
