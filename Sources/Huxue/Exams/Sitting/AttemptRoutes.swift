import Hummingbird

/// The examinee's way: list, introduction, test, handing in, result.
struct AttemptRoutes {
    let office: Office
    let pages: TestPageCache

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("exams") { _, context in try await list(context) }
        router.get("exams/:exam") { _, context in try await introduce(context) }
        router.post("exams/:exam/attempts") { _, context in try await begin(context) }
        router.get("attempts/:attempt") { request, context in try await show(request, context) }
        router.get("attempts/:attempt/submission") { _, context in try await review(context) }
        router.post("attempts/:attempt/submission") { _, context in try await submit(context) }
    }

    private func list(_ context: SignedInContext) async throws -> WebResponse {
        let visitor = try examinee(context)
        let now = office.clock.now()
        let exams = try await office.database.read { try SheetActions.owns(of: visitor, now: now, in: $0) }
        return .page(AttemptViews.list(exams, chrome: office.chrome(for: visitor)))
    }

    private func introduce(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let visitor = try examinee(context)
        let now = office.clock.now()
        let own = try await office.database.read { db in
            try ExamStore.find(id, in: db).flatMap { try SheetActions.own($0, visitor: visitor, now: now, in: db) }
        }
        guard let own else { throw AttemptRefusal.missing }
        return .page(AttemptViews.introduction(own, chrome: office.chrome(for: visitor)))
    }

    private func begin(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        let visitor = try examinee(context)
        let origin = context.origin
        let now = office.clock.now()
        var generator = SystemRandomNumberGenerator()
        let address = AttemptAddress.random(using: &generator)
        let attempt = try await office.database.write { db in
            try AttemptActions.begin(
                exam: id, visitor: visitor, address: address, origin: origin, now: now, in: db)
        }
        return .seeOther("/attempts/\(segment: attempt.address)")
    }

    private func show(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let shown = try query.number("number")
        let address = try context.parameters.require("attempt")
        let visitor = try examinee(context)
        let key = TestPageCache.Key(
            employee: visitor.employee, formToken: visitor.formToken, theme: visitor.theme, shown: shown)
        let generation = try office.watch.generations().attempt
        let now = office.clock.now()
        let tellsOther = query.has("other")
        if !tellsOther, let page = pages.page(of: address, for: key, generation: generation), now < page.deadline {
            return .page(TestViews.filled(page.template, deadline: page.deadline, now: now))
        }
        let ticket = pages.ticket(for: address, generation: generation)
        var sheet = try await sheet(context, shown: shown)
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
        // A paper of an earlier attempt tells nothing while a question of it is being answered again.
        let revisions = sheet.questions.map(\.revision)
        try await office.database.read { try ResultActions.checkKeys(of: revisions, for: visitor.actor, in: $0) }
        let exam = sheet.exam
        let entry = try await office.database.read {
            try ExamRosterStore.rosterEntry(of: exam, employee: visitor.employee, today: ROCDate.day(of: now), in: $0)
        }
        guard let entry else { throw AttemptRefusal.missing }
        return .page(OutcomeViews.result(sheet, of: entry, show: try query.text("show"), chrome: chrome))
    }

    private func review(_ context: SignedInContext) async throws -> WebResponse {
        let sheet = try await sheet(context, shown: nil)
        guard sheet.attempt.submittedAt == nil else {
            return .seeOther("/attempts/\(segment: sheet.attempt.address)")
        }
        return .page(AttemptViews.submission(sheet, chrome: office.chrome(for: context.visitor)))
    }

    private func submit(_ context: SignedInContext) async throws -> WebResponse {
        let address = try context.parameters.require("attempt")
        let visitor = try examinee(context)
        let origin = context.origin
        let now = office.clock.now()
        try await office.database.write { db in
            _ = try SubmissionStore.submit(address: address, visitor: visitor, origin: origin, now: now, in: db)
        }
        return .seeOther("/attempts/\(segment: address)")
    }

    /// The paper of the visitor's own attempt; one whose time is up is handed in first.
    private func sheet(_ context: SignedInContext, shown: Int?) async throws -> TestViews.Sheet {
        let address = try context.parameters.require("attempt")
        let visitor = try examinee(context)
        let now = office.clock.now()
        @Sendable func read() async throws -> TestViews.Sheet? {
            try await office.database.read { db in
                try SheetActions.sheet(address: address, employee: visitor.employee, shown: shown, now: now, in: db)
            }
        }
        guard let sheet = try await read() else { throw AttemptRefusal.missing }
        guard sheet.attempt.submittedAt == nil, now >= sheet.attempt.deadline else { return sheet }
        let exam = sheet.exam.id
        try await office.database.write { db in
            try SubmissionStore.submitOverdue(of: visitor.employee, exam: exam, now: now, in: db)
        }
        guard let finished = try await read() else { throw AttemptRefusal.missing }
        return finished
    }
}
