import Logging
import ServiceLifecycle

/// Ends attempts at their deadline and exams when they are over, for those who closed the browser.
struct AttemptSweeper: Service {
    let office: Office
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var warned = false
            while !Task.isCancelled {
                do {
                    try await sweep()
                } catch {
                    logger.error("sweep", metadata: ["error": "\(error)"])
                }
                if office.clock.drift != 0, !warned {
                    warned = true
                    logger.warning("the machine's clock was moved", metadata: ["by ms": "\(office.clock.drift)"])
                }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// One round; attempts in slices, so that nobody's answer waits for them.
    func sweep() async throws {
        let now = office.clock.now()
        guard try await office.database.read({ try SubmissionStore.awaitsSweep(now: now, in: $0) }) else { return }
        while try await office.database.write({ try SubmissionStore.submitOverdue(now: now, in: $0) }) > 0 {}
        _ = try await office.database.write { try ExamStateStore.closeOver(now: now, in: $0) }
    }
}
