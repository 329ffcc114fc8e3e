import Hummingbird

/// Lets somebody who signed in with an issued password do nothing but choose one of their own, or leave.
struct IssuedPasswordGate: RouterMiddleware {
    private static let open: Set<String> = ["/account", "/account/password", "/session/end"]

    func handle(
        _ input: Request, context: VisitContext, next: (Request, VisitContext) async throws -> WebResponse
    ) async throws -> WebResponse {
        let path = input.uri.path
        guard context.visitor?.mustChangePassword == true, !Self.open.contains(path), !path.hasPrefix("/static/"),
            path != "/public", !path.hasPrefix("/public/")
        else { return try await next(input, context) }
        return .seeOther("/account")
    }
}
