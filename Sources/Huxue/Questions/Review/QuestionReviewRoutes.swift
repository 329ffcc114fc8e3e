import Hummingbird

/// Reviewing questions, and what their authors do before it.
struct QuestionReviewRoutes {
    let office: Office
    let seal: QuestionSealActions

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("questions/reviews") { request, context in try await list(request, context) }
        router.get("questions/:code/review") { request, context in try await sheet(request, context) }
        router.post("questions/:code/review") { _, context in try await answer(context) }
        router.post("questions/:code/verdict") { _, context in try await decide(context) }
        router.post("questions/:code/submission") { _, context in try await submit(context) }
        router.post("questions/:code/withdrawal") { _, context in try await withdraw(context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let (acting, page) = (context.acting(at: office.clock.now()), try query.number("page"))
        let state: QuestionState = try query.text("state") == QuestionState.draft.rawValue ? .draft : .inReview
        let contents = try await office.database.read {
            try QuestionReviewListActions.list(state, page: page, by: acting, in: $0)
        }
        let done = try QuestionDeed(query)
        return .page(QuestionReviewListViews.list(contents, done: done, chrome: office.chrome(for: context.visitor)))
    }

    private func sheet(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let (code, seal, acting) = (try context.text("code"), seal, context.acting(at: office.clock.now()))
        let sheet = try await office.database.read {
            try QuestionReviewActions.sheet(code, seal: seal, by: acting, in: $0)
        }
        return .page(QuestionReviewViews.sheet(sheet, chrome: office.chrome(for: context.visitor)))
    }

    private func answer(_ context: SignedInContext) async throws -> WebResponse {
        let (code, seal, form) = (try context.text("code"), seal, context.form)
        let places = form.all("q1").compactMap { Form.number(typed: $0) }.filter { (1...32).contains($0) }
        let isUnclear = try form.text("intent") == "unclear"
        let answer: BlindAnswer = isUnclear ? .notClear : .choices(ChoiceSet(places.map { $0 - 1 }))
        let (remark, shown) = (try remark(form), try form.number("revision") ?? 0)
        let acting = context.acting(at: office.clock.now())
        do {
            let isRight = try await office.database.write(as: acting) {
                try QuestionReviewActions.answer(
                    code, answer, remark: remark, shown: shown, seal: seal, by: $0, in: $1)
            }
            let address = QuestionViews.address(of: code)
            if isRight { return .seeOther("\(address)/review") }
            return .seeOther(
                (isUnclear ? QuestionDeed.sentBack : .differed).told(at: address.with([("view", "editor")])))
        } catch let refusal as QuestionReviewRefusal where refusal == .noAnswer || refusal == .noRemark {
            return try await again(refusal, chosen: answer, remark: remark, context)
        }
    }

    private func decide(_ context: SignedInContext) async throws -> WebResponse {
        let (code, seal, form) = (try context.text("code"), seal, context.form)
        let (remark, isApproved) = (try remark(form), try form.text("intent") == "approve")
        do {
            try await office.database.write(as: context.acting(at: office.clock.now())) { acting, db in
                if isApproved {
                    try QuestionReviewActions.approve(code, remark: remark, seal: seal, by: acting, in: db)
                } else {
                    try QuestionReviewActions.sendBack(code, remark: remark, seal: seal, by: acting, in: db)
                }
            }
        } catch let refusal as QuestionReviewRefusal where refusal == .noRemark {
            return try await again(refusal, chosen: .notClear, remark: remark, context)
        }
        return .seeOther((isApproved ? QuestionDeed.approved : .sentBack).told(at: "/questions/reviews"))
    }

    /// The sheet again, with what is missing and what was written.
    private func again(
        _ refusal: QuestionReviewRefusal, chosen: BlindAnswer, remark: String, _ context: SignedInContext
    ) async throws -> WebResponse {
        let (code, seal, acting) = (try context.text("code"), seal, context.acting(at: office.clock.now()))
        let sheet = try await office.database.read {
            try QuestionReviewActions.sheet(code, seal: seal, by: acting, in: $0)
        }
        var answer = ChoiceSet.none
        if case .choices(let choices) = chosen { answer = choices }
        return .page(
            QuestionReviewViews.sheet(
                sheet, chosen: answer, remark: remark, problem: refusal, chrome: office.chrome(for: context.visitor)),
            status: .unprocessableContent)
    }

    private func remark(_ form: Form) throws -> String {
        String(QuestionForm.typed(try form.text("remark")).prefix(QuestionReviewRules.remarkLimit))
    }

    private func submit(_ context: SignedInContext) async throws -> WebResponse {
        let code = try context.text("code")
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try QuestionReviewActions.submit(code, by: $0, in: $1)
        }
        return .seeOther(QuestionDeed.submitted.told(at: QuestionViews.address(of: code)))
    }

    private func withdraw(_ context: SignedInContext) async throws -> WebResponse {
        let code = try context.text("code")
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try QuestionReviewActions.withdraw(code, by: $0, in: $1)
        }
        return .seeOther(QuestionDeed.withdrawn.told(at: QuestionViews.address(of: code)))
    }
}
