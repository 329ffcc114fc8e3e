import HTTPTypes
import Hummingbird
import Logging

/// One's own account: password, signed-in browsers, appearance.
struct AccountRoutes {
    let services: AccountServices

    private var office: Office { services.office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("account") { request, context in
            try await show(context, done: try AccountDeed(request.query(), among: [.passwordChanged, .extensionSaved]))
        }
        router.get("account/confirmation") { request, context in
            confirmation(context, next: Address(local: try request.query().text("next")))
        }
        router.post("account/confirmation") { _, context in try await confirm(context) }
        router.post("account/password") { _, context in try await changePassword(context) }
        router.post("account/extension") { _, context in try await setExtension(context) }
        router.post("account/sessions/:session/end") { _, context in try await endSession(context) }
        router.post("account/sessions/end") { _, context in try await endAllSessions(context) }
        router.post("preferences") { request, context in try await setTheme(request, context) }
    }

    private func show(
        _ context: SignedInContext, problem: (any Refusal)? = nil, done: AccountDeed? = nil
    ) async throws -> WebResponse {
        let visitor = context.visitor
        var contents = try await office.database.read { try AccountActions.contents(for: visitor, in: $0) }
        (contents.problem, contents.done) = (problem, done?.sentence)
        return .page(
            AccountViews.account(contents, visitor: visitor, chrome: office.chrome(for: visitor)),
            status: problem?.kind.status ?? .ok)
    }

    private func changePassword(_ context: SignedInContext) async throws -> WebResponse {
        let form = context.form
        do {
            try await services.changePassword(
                of: context.visitor, from: try form.verbatim("current"), to: try form.verbatim("new"),
                again: try form.verbatim("again"), address: context.origin)
            return .seeOther(AccountDeed.passwordChanged.told(at: "/account"))
        } catch let refusal as PasswordRefusal {
            return try await show(context, problem: refusal)
        } catch let refusal as SignInRefusal {
            return try await show(context, problem: refusal)
        }
    }

    private func confirmation(
        _ context: SignedInContext, next: Address?, problem: (any Refusal)? = nil
    ) -> WebResponse {
        .page(
            AccountViews.confirmation(
                next: next, problem: problem, chrome: office.chrome(for: context.visitor)),
            status: problem?.kind.status ?? .ok)
    }

    private func confirm(_ context: SignedInContext) async throws -> WebResponse {
        let next = Address(local: try context.form.text("next"))
        let password = try context.form.verbatim("ownPassword")
        do {
            // Always asks for the present password, even if it was entered a moment ago; the page says so.
            guard !password.isEmpty else { throw PasswordRefusal.unconfirmed }
            try await services.stepUp(context.visitor, password: password, address: context.origin)
            return .page(
                AccountViews.confirmed(next: next, chrome: office.chrome(for: context.visitor)))
        } catch let refusal as PasswordRefusal {
            return confirmation(context, next: next, problem: refusal)
        } catch let refusal as SignInRefusal {
            return confirmation(context, next: next, problem: refusal)
        }
    }

    private func setExtension(_ context: SignedInContext) async throws -> WebResponse {
        let typed = try context.form.text("extension")
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try AccountActions.setExtension(typed, by: $0, in: $1)
        }
        return .seeOther(AccountDeed.extensionSaved.told(at: "/account"))
    }

    private func endSession(_ context: SignedInContext) async throws -> WebResponse {
        let session = try context.id("session", of: Session.self)
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try SessionActions.end(session, by: $0, in: $1)
        }
        return .seeOther(session == context.visitor.session ? "/login" : "/account")
    }

    private func endAllSessions(_ context: SignedInContext) async throws -> WebResponse {
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try SessionActions.endAll(by: $0, in: $1)
        }
        var response = WebResponse.seeOther("/login")
        response.headers[.setCookie] = SessionCookie.clearing(secure: office.settings.isSecure)
        response.headers[.clearSiteData] = "\"cache\", \"storage\""
        return response
    }

    /// Goes back to the page on which the choice was made.
    private func setTheme(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        guard let theme = Theme(rawValue: try context.form.text("theme")) else { throw CommonRefusal.missing }
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try AccountActions.setTheme(theme, by: $0, in: $1)
        }
        return .seeOther(Self.localPath(of: request.headers[.referer] ?? "") ?? "/")
    }

    private static func localPath(of referer: String) -> Address? {
        guard let scheme = referer.firstRange(of: "://") else { return nil }
        return Address(local: String(referer[scheme.upperBound...].drop { $0 != "/" }))
    }
}
