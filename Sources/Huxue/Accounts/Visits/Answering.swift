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
        // HEAD is answered like GET without the body, also for addresses that no route answers.
        return input.method == .head ? response.createHeadResponse() : response
    }

    private func answer(to error: any Error, request: Request, context: VisitContext) -> WebResponse {
        switch error {
        case let expired as ExpiredForm:
            return WebResponse.page(
                ExpiredFormViews.signIn(expired, chrome: office.chrome(for: nil)), status: .unauthorized)
        case is ConfirmationNeeded:
            return .seeOther(Address("/account/confirmation").with([("next", request.uri.string)]))
        case let refusal as any Refusal:
            return self.page(for: refusal, request: request, context: context)
        case let error where StorageFault.isFull(error):
            return self.page(for: CommonRefusal.diskFull, request: request, context: context)
        case let error where StorageFault.isBroken(error):
            context.logger.critical(
                "the disk failed; nothing is written until a restart", metadata: ["error": "\(error)"])
            return self.page(for: CommonRefusal.diskBroken, request: request, context: context)
        case is ReadDeadline.Passed:
            return self.page(for: CommonRefusal.tookTooLong, request: request, context: context)
        case is WorkPool.Full:
            return self.page(for: CommonRefusal.busy, request: request, context: context)
        case let error as HTTPError where error.status == .notFound:
            return self.page(for: CommonRefusal.missing, request: request, context: context)
        case let error as HTTPParserError:
            // Thrown while the body is read: invalid HTTP is the sender's fault, not ours.
            context.logger.info("bad request", metadata: ["error": "\(error)"])
            return WebResponse.page(
                RefusalViews.refusal(
                    CommonRefusal.invalid("這個要求無法處理，資料沒有變動。請回到原頁面再試一次。"),
                    chrome: office.chrome(for: nil)), status: .badRequest)
        case let error as HTTPError where error.status.code < 500:
            context.logger.info("bad request", metadata: ["error": "\(error.status.code)"])
            return self.page(
                for: CommonRefusal.invalid("這個要求無法處理，資料沒有變動。請回到原頁面再試一次。"), request: request, context: context)
        default:
            let mark = FaultMark.random()
            // Logs the route instead of the path, because addresses of feeds and attempts are secret.
            context.logger.error(
                "fault",
                metadata: [
                    "fault": "\(mark)", "method": "\(request.method)", "route": "\(context.endpointPath ?? "none")",
                    "error": "\(error)",
                ])
            return WebResponse.page(
                RefusalViews.fault(mark: mark, chrome: office.chrome(for: nil)),
                status: .internalServerError)
        }
    }

    private func page(for refusal: any Refusal, request: Request, context: VisitContext) -> WebResponse {
        if refusal.kind == .signedOut, request.method == .get || request.method == .head {
            let next = request.uri.string
            let target: Address = next == "/" ? "/login" : Address("/login").with([("next", next)])
            return .seeOther(target)
        }
        let page = RefusalViews.refusal(
            refusal, chrome: office.chrome(for: context.known.visitor.withLock { $0 }))
        return WebResponse.page(page, status: refusal.kind.status)
    }
}

/// Eight letters, shown to the person and logged, by which a reported fault is found in the log.
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
