import Hummingbird
import Logging

/// The framework alone: one route, one short plain text.
///
/// What it serves is the limit for everything built on it.
@main
enum Main {
    static func main() async throws {
        let router = Router()
        router.get("/") { _, _ in "Hello, World!" }
        var logger = Logger(label: "baseline")
        logger.logLevel = .error
        let port = Swift.CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8090
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)), logger: logger)
        try await application.runService()
    }
}
