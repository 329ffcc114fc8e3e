import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1
import Synchronization

/// Outermost: turns refusals and faults into pages, and puts the security headers on every response.
struct Answering: RouterMiddleware {
    let office: Office

    func handle(
        _ input: Request, context: VisitContext, next: (Request, VisitContext) async throws -> WebResponse
    ) async throws -> WebResponse {
        var response: WebResponse
        do {
            response = try await next(input, context)
        } catch {
            response = answer(to: error, request: input, context: context)
        }
        SecurityHeaders.set(on: &response.headers, secure: office.settings.isSecure)
        // Also what no route answers: a head alone has no body.
        return input.method == .head ? response.createHeadResponse() : response
    }

    private func answer(to error: any Error, request: Request, context: VisitContext) -> WebResponse {
        switch error {
        case let expired as ExpiredForm:
            return WebResponse.page(
                ExpiredFormPages.signIn(expired, chrome: Chrome(office: office, visitor: nil)), status: .unauthorized)
        case is ConfirmationNeeded:
            return .seeOther(Address("/account/confirmation").with([("next", request.uri.string)]))
        case let refusal as any Refusal:
            return self.page(for: refusal, request: request, context: context)
        case let error where StorageFault.isFull(error):
            return self.page(for: CommonRefusal.diskFull, request: request, context: context)
        case is ReadDeadline.Passed:
            return self.page(for: CommonRefusal.tookTooLong, request: request, context: context)
        case is WorkPool.Full:
            return self.page(for: CommonRefusal.busy, request: request, context: context)
        case let error as HTTPError where error.status == .notFound:
            return self.page(for: CommonRefusal.missing, request: request, context: context)
        case let error as HTTPParserError:
            // Raised while the body is read: bytes that are not HTTP are the sender's fault.
            context.logger.info("bad request", metadata: ["error": "\(error)"])
            return WebResponse.page(
                RefusalPages.refusal(
                    CommonRefusal.invalid("這個要求無法處理，資料沒有變動。請回到原頁面再試一次。"),
                    chrome: Chrome(office: office, visitor: nil)), status: .badRequest)
        case let error as HTTPError where error.status.code < 500:
            context.logger.info("bad request", metadata: ["error": "\(error.status.code)"])
            return self.page(
                for: CommonRefusal.invalid("這個要求無法處理，資料沒有變動。請回到原頁面再試一次。"), request: request, context: context)
        default:
            let mark = FaultMark.random()
            // The route and not the path: addresses of feeds and attempts are secrets.
            context.logger.error(
                "fault",
                metadata: [
                    "fault": "\(mark)", "method": "\(request.method)", "route": "\(context.endpointPath ?? "none")",
                    "error": "\(error)",
                ])
            return WebResponse.page(
                RefusalPages.fault(mark: mark, chrome: Chrome(office: office, visitor: nil)),
                status: .internalServerError)
        }
    }

    private func page(for refusal: any Refusal, request: Request, context: VisitContext) -> WebResponse {
        if refusal.kind == .signedOut, request.method == .get || request.method == .head {
            let next = request.uri.string
            let target: Address = next == "/" ? "/login" : Address("/login").with([("next", next)])
            return .seeOther(target)
        }
        let page = RefusalPages.refusal(
            refusal, chrome: Chrome(office: office, visitor: context.known.visitor.withLock { $0 }))
        return WebResponse.page(page, status: refusal.kind.status)
    }
}

/// Eight letters that tie what a person saw to the line in the log.
enum FaultMark {
    static func random() -> String {
        String((0..<8).map { _ in "abcdefghjkmnpqrstuvwxyz".randomElement() ?? "x" })
    }
}

extension RefusalKind {
    var status: HTTPResponse.Status {
        switch self {
        case .signedOut: .unauthorized
        case .forbidden: .forbidden
        case .missing: .notFound
        case .conflict: .conflict
        case .tooLarge: .contentTooLarge
        case .invalid: .unprocessableContent
        case .tooMany: .tooManyRequests
        case .unavailable: .serviceUnavailable
        }
    }
}

enum SecurityHeaders {
    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    private static let fixed = [
        HTTPField(name: .contentSecurityPolicy, value: policy),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .literal("Referrer-Policy"), value: "same-origin"),
        HTTPField(name: .literal("Cross-Origin-Opener-Policy"), value: "same-origin"),
        HTTPField(name: .literal("Cross-Origin-Resource-Policy"), value: "same-origin"),
        HTTPField(
            name: .literal("Permissions-Policy"),
            value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ]
    private static let noStore = HTTPField(name: .cacheControl, value: "no-store")

    /// Adds what a route has not set itself: a download brings a stricter policy of its own.
    static func set(on headers: inout HTTPFields, secure: Bool) {
        let hasPolicy = headers[.contentSecurityPolicy] != nil
        for field in hasPolicy ? fixed[1...] : fixed[...] { headers.append(field) }
        if headers[.cacheControl] == nil { headers.append(noStore) }
        if secure { headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
    }
}

extension WebResponse {
    static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> WebResponse {
        WebResponse(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    /// A page already rendered, as UTF-8.
    static func page(_ bytes: [UInt8]) -> WebResponse {
        WebResponse(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func json(_ value: some Encodable) throws -> WebResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(value)
        return WebResponse(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: Array(data))))
    }

    /// 303: the answer to a form that was carried out.
    ///
    /// Not called `redirect`: the framework's takes a `String`, and would take an address's description.
    static func seeOther(_ address: Address) -> WebResponse {
        .redirect(to: address.text, type: .normal)
    }

    /// A file for programs, such as a feed.
    static func file(_ bytes: [UInt8], type: String) -> WebResponse {
        WebResponse(
            status: .ok, headers: [.contentType: type, .contentSecurityPolicy: "default-src 'none'; sandbox"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A file to be saved under `name`.
    static func download(_ bytes: [UInt8], name: String, type: String) -> WebResponse {
        WebResponse(
            status: .ok,
            headers: [
                .contentType: type,
                .contentSecurityPolicy: "default-src 'none'; sandbox",
                .contentDisposition: "attachment; filename=\"file\"; filename*=UTF-8''\(Address.encoded(name))",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
