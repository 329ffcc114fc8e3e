import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import Huxue

/// Talks to the routes without a socket: the request goes to the router, its answer is collected.
///
/// The framework's own test client would do the same, and bring a TLS library with it that takes minutes to compile.
struct RouterClient: Sendable {
    struct Answer: Sendable {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let body: ByteBuffer
    }

    private static let piece = 32 * 1024

    private let respond: @Sendable (Request) async throws -> WebResponse

    fileprivate init(_ responder: some HTTPResponder<VisitContext>, logger: Logger) {
        respond = { request in
            let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger)
            return try await responder.respond(to: request, context: VisitContext(source: source))
        }
    }

    /// Sends one request, its body in pieces as from a network, and hands the answer to `read`.
    func execute<Value>(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: ByteBuffer? = nil,
        _ read: (Answer) throws -> Value
    ) async throws -> Value {
        var headers = headers
        if let body { headers[.contentLength] = "\(body.readableBytes)" }
        let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: uri, headerFields: headers)
        let (pieces, source) = AsyncStream.makeStream(of: ByteBuffer.self)
        var rest = body ?? ByteBuffer()
        while let piece = rest.readSlice(length: min(Self.piece, rest.readableBytes)), piece.readableBytes > 0 {
            source.yield(piece)
        }
        source.finish()
        let response: WebResponse
        do {
            response = try await respond(Request(head: head, body: RequestBody(asyncSequence: pieces)))
        } catch {
            response = WebResponse(status: .internalServerError)
        }
        let writer = Collector()
        try await response.body.write(writer)
        let body = writer.body.withLock { $0 }
        return try read(Answer(status: response.status, headers: response.headers, body: body))
    }

    private final class Collector: ResponseBodyWriter, Sendable {
        let body = Mutex(ByteBuffer())

        func write(_ buffer: ByteBuffer) async throws {
            body.withLock { _ = $0.writeImmutableBuffer(buffer) }
        }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}

enum TestedPart {
    case router
}

extension ApplicationProtocol where Responder.Context == VisitContext {
    /// Runs `body` against the application's routes, without its services.
    func test<Value>(
        _ part: TestedPart, _ body: (RouterClient) async throws -> Value
    ) async throws -> Value {
        try await body(RouterClient(responder, logger: logger))
    }
}
