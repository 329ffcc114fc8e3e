import Hummingbird
import Logging
import NIOHTTP1
import Synchronization
import Testing

@testable import Huxue

/// Whose fault an error is.
struct AnsweringTests {
    @Test(arguments: [HTTPParserError.invalidChunkSize, .unknown, .invalidHeaderToken])
    func `bytes that are not HTTP are the sender's fault`(error: HTTPParserError) async throws {
        let (status, levels) = try await answer(to: error)
        #expect(status == .badRequest)
        #expect(levels.allSatisfy { $0 < .error })
    }

    @Test func `a reader that was cut is told to ask for less, and is no fault`() async throws {
        let (status, levels) = try await answer(to: ReadDeadline.Passed())
        #expect(status == .serviceUnavailable)
        #expect(levels.allSatisfy { $0 < .error })
    }

    @Test func `what nobody foresaw is ours, and logged`() async throws {
        let (status, levels) = try await answer(to: SampleStaff.Missing())
        #expect(status == .internalServerError)
        #expect(levels.contains(.error))
    }

    @Test func `a fault is logged by its route, for the address may be a secret`() async throws {
        let log = LevelLog()
        let status = try await status(of: "/feeds/t0psecret/pages.atom?unit=a", throwing: SampleStaff.Missing(), log)
        #expect(status == .internalServerError)
        let lines = log.levels.lines.withLock { $0 }
        #expect(lines.contains { $0.contains("/feeds/{token}/pages.atom") })
        #expect(!lines.contains { $0.contains("t0psecret") })
    }

    private func answer(to error: any Error) async throws -> (HTTPResponse.Status, [Logger.Level]) {
        let log = LevelLog()
        let status = try await status(of: "/x", throwing: error, log)
        return (status, log.levels.value.withLock { $0 })
    }

    private func status(
        of uri: String, throwing error: any Error, _ log: LevelLog
    ) async throws -> HTTPResponse.Status {
        let sample = try SampleOffice()
        let router = Router(context: VisitContext.self)
        router.add(middleware: Answering(office: try makeOffice(session: sample.session, settings: Settings())))
        router.get("x") { _, _ -> WebResponse in throw error }
        router.get("feeds/:token/pages.atom") { _, _ -> WebResponse in throw error }
        let application = Application(router: router, logger: Logger(label: "test") { _ in log })
        return try await application.test(.router) { client in
            try await client.execute(uri: uri, method: .get) { $0.status }
        }
    }
}

/// Keeps of each line how grave it is and what it says.
private struct LevelLog: LogHandler {
    final class Levels: Sendable {
        let value = Mutex<[Logger.Level]>([])
        /// The messages with what is told beside them.
        let lines = Mutex<[String]>([])
    }

    let levels = Levels()
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        levels.value.withLock { $0.append(event.level) }
        levels.lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }
}
