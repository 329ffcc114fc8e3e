import Hummingbird
import HummingbirdTesting
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

    @Test func `what nobody foresaw is ours, and logged`() async throws {
        let (status, levels) = try await answer(to: SampleStaff.Missing())
        #expect(status == .internalServerError)
        #expect(levels.contains(.error))
    }

    private func answer(to error: any Error) async throws -> (HTTPResponse.Status, [Logger.Level]) {
        let sample = try SampleOffice()
        let router = Router(context: VisitContext.self)
        router.add(middleware: Answering(office: try makeOffice(session: sample.session, settings: Settings())))
        router.get("x") { _, _ -> WebResponse in throw error }
        let log = LevelLog()
        let application = Application(router: router, logger: Logger(label: "test") { _ in log })
        let status = try await application.test(.router) { client in
            try await client.execute(uri: "/x", method: .get) { $0.status }
        }
        return (status, log.levels.value.withLock { $0 })
    }
}

/// Keeps of each line how grave it is.
private struct LevelLog: LogHandler {
    final class Levels: Sendable {
        let value = Mutex<[Logger.Level]>([])
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
    }
}
