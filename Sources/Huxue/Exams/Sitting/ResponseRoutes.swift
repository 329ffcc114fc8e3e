import HTTPTypes
import Hummingbird

/// Saving answers, one by one with the script or a page at a time without.
struct ResponseRoutes {
    let office: Office
    let pages: TestPageCache

    func add(to router: RouterGroup<SignedInContext>) {
        router.post("attempts/:attempt/responses/:number") { request, context in try await save(request, context) }
        router.post("attempts/:attempt/responses") { _, context in try await savePage(context) }
        router.get("attempts/:attempt/responses") { _, context in try await state(context) }
    }

    private func save(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let address = try context.parameters.require("attempt")
        guard let number = context.parameters.get("number", as: Int.self),
            let sequence = request.headers[.huxueSequence].flatMap({ Int64($0) })
        else { throw AttemptRefusal.badSequence }
        let arrival = ResponseActions.Arrival(
            number: number, keys: try ResponseForm.keys(of: number, in: context.form),
            isFlagged: context.form.has("flag\(number)"), sequence: sequence,
            window: String(String.UnicodeScalarView((request.headers[.huxueWindow] ?? "").unicodeScalars.prefix(32))))
        let acting = context.acting(at: office.clock.now())
        let outcome = try await office.database.write(as: acting) { acting, db in
            try ResponseActions.save(arrival, address: address, by: acting, in: db)
        }
        pages.forget(address)
        var headers: HTTPFields = [
            .huxueSaved: ROCDate.seconds(acting.now), .huxueSequence: String(outcome.sequence),
        ]
        if outcome.isSuperseded { headers[.huxueSuperseded] = "1" }
        if outcome.isOverwriting { headers[.huxueOverwrote] = "1" }
        return WebResponse(status: .noContent, headers: headers)
    }

    /// Saves what was changed on a page without script: the answers that differ from what the page showed, so that an
    /// old page cannot overwrite what another window has saved since.
    private func savePage(_ context: SignedInContext) async throws -> WebResponse {
        let address = try context.parameters.require("attempt")
        let form = context.form
        let acting = context.acting(at: office.clock.now())
        let limit = ExamRules.questionLimit
        let pairs = try form.text("shown").split(separator: " ", maxSplits: limit).compactMap(ShownAnswer.init)
        let shown = Dictionary(pairs.map { ($0.number, $0) }) { first, _ in first }
        let numbers = try Set(form.text("on").split(separator: " ", maxSplits: limit).compactMap { Int($0) })
        let arrivals = try numbers.sorted().map { try ResponseForm.arrival($0, form: form, now: acting.now) }
        let attempt: Address = "/attempts/\(segment: address)"
        let hasOverwritten: Bool
        do {
            hasOverwritten = try await office.database.write(as: acting) { acting, db in
                try ResponseActions.savePage(arrivals, shown: shown, address: address, by: acting, in: db)
            }
        } catch AttemptRefusal.pastDeadline, AttemptRefusal.alreadySubmitted {
            // The attempt's own page shows how it ended, and says that these answers came too late.
            return .seeOther(attempt.with([("late", "1")]))
        }
        pages.forget(address)
        let then = try form.text("then")
        let told = hasOverwritten ? [("other", "1")] : []
        if then == "review" { return .seeOther(Address("\(attempt)/submission").with(told)) }
        guard let number = Int(then) else {
            let last = arrivals.last { !$0.keys.isEmpty }?.number ?? 1
            return .seeOther("\(attempt.with(told))#q\(last)")
        }
        return .seeOther(attempt.with([("number", "\(number)")] + told))
    }

    /// The answers saved so far, for a second window and after a lost connection.
    private func state(_ context: SignedInContext) async throws -> WebResponse {
        let address = try context.parameters.require("attempt")
        let acting = context.acting(at: office.clock.now())
        return try .json(
            try await office.database.read { try SheetActions.state(address: address, for: acting, in: $0) })
    }
}

/// The fields `q{number}` and `flag{number}` of a form.
enum ResponseForm {
    /// - Throws: `AttemptRefusal.noSuchChoice` for anything but displayed keys.
    static func keys(of number: Int, in form: Form) throws -> [Int] {
        try form.all("q\(number)").map { text in
            guard let key = Int(text) else { throw AttemptRefusal.noSuchChoice(number) }
            return key
        }
    }

    static func arrival(_ number: Int, form: Form, now: Moment) throws -> ResponseActions.Arrival {
        ResponseActions.Arrival(
            number: number, keys: try keys(of: number, in: form), isFlagged: form.has("flag\(number)"),
            sequence: now.milliseconds, window: "")
    }
}
