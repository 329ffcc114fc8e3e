import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Signing in and out.
struct SignInRoutes {
    let services: AccountServices

    private var office: Office { services.office }

    func add(to router: Router<VisitContext>) {
        router.get("login") { request, context in try show(request, context) }
        router.post("session") { request, context in try await start(request, context) }
    }

    func add(to router: RouterGroup<SignedInContext>) {
        router.post("session/end") { _, context in try await end(context) }
    }

    private func show(_ request: Request, _ context: VisitContext) throws -> WebResponse {
        let next = Address(local: try request.query().text("next"))
        if context.visitor != nil { return .seeOther(next ?? "/") }
        return .page(SignInViews.form(next: next, chrome: office.chrome(for: nil)))
    }

    private func start(_ request: Request, _ context: VisitContext) async throws -> WebResponse {
        let login = try context.form.text("login")
        let next = Address(local: try context.form.text("next"))
        let device = DeviceCookie.token(in: request.headers, secure: office.settings.isSecure)
        do {
            let (password, origin) = (try context.form.verbatim("password"), context.origin)
            let mark = services.devices.mark(of: device, for: Login.folded(login))
            let signIn = services.signIn
            let proven = try await context.channel.whileAttended {
                try await signIn.account(login: login, password: password, address: origin, device: mark)
            }
            let token = try await makeSession(proven, request: request, origin: context.origin)
            var response = WebResponse.seeOther(next ?? "/")
            if let expired = try ExpiredForm(carriedBy: context.form) {
                response = .page(
                    ExpiredFormViews.sendAgain(expired, token: token, chrome: office.chrome(for: nil)))
            }
            response.headers[.setCookie] = SessionCookie.setting(token, secure: office.settings.isSecure)
            response.headers.append(remember(login, device))
            return response
        } catch is CancellationError {
            throw CommonRefusal.busy
        } catch let refusal as SignInRefusal {
            context.logger.notice("sign-in refused", metadata: ["address": "\(context.origin)"])
            if let expired = try ExpiredForm(carriedBy: context.form) {
                return .page(
                    ExpiredFormViews.signIn(
                        expired, problem: refusal.sentence, chrome: office.chrome(for: nil)),
                    status: refusal.kind.status)
            }
            return .page(
                SignInViews.form(
                    login: login, next: next, problem: refusal.sentence, chrome: office.chrome(for: nil)),
                status: refusal.kind.status)
        }
    }

    /// Lets the browser be known again when this login signs in there.
    private func remember(_ login: String, _ device: DeviceToken?) -> HTTPField {
        var generator = SystemRandomNumberGenerator()
        let token = services.devices.token(for: Login.folded(login), after: device, using: &generator)
        return HTTPField(name: .setCookie, value: DeviceCookie.setting(token, secure: office.settings.isSecure))
    }

    private func makeSession(_ proven: ProvenAccount, request: Request, origin: String) async throws -> SessionToken {
        var generator = SystemRandomNumberGenerator()
        let token = SessionToken(using: &generator)
        let device = DeviceName.short(request.headers[.userAgent] ?? "")
        let now = office.clock.now()
        try await office.database.write {
            try SessionActions.start(token, of: proven, device: device, origin: origin, now: now, in: $0)
        }
        return token
    }

    private func end(_ context: SignedInContext) async throws -> WebResponse {
        let session = context.visitor.session
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try SessionActions.end(session, by: $0, in: $1)
        }
        var response = WebResponse.seeOther("/login")
        response.headers[.setCookie] = SessionCookie.clearing(secure: office.settings.isSecure)
        response.headers[.clearSiteData] = "\"cache\", \"storage\""
        return response
    }
}
