import Logging
import ServiceLifecycle

/// Ends attempts at their deadline and exams when they are over, even when the examinees have closed the browser.
struct AttemptSweeper: Service {
    let office: Office
    let logger: Logger
    private let stuck = StuckSubjectCache()

    init(office: Office, logger: Logger) {
        self.office = office
        self.logger = logger
    }

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

    /// Runs one round; attempts go in batches, so that saving answers does not wait for a long transaction.
    ///
    /// An attempt that cannot be scored is logged once, tried again in each round, and does not hold up the others.
    func sweep() async throws {
        let now = office.clock.now()
        guard try await office.database.read({ try SubmissionStore.awaitsSweep(now: now, in: $0) }) else { return }
        var tried: Set<ID<Attempt>> = []
        while true {
            let skipped = tried
            let round = try await office.database.write {
                try SubmissionActions.submitOverdue(now: now, skipping: skipped, in: $0)
            }
            guard !round.submitted.isEmpty || !round.failed.isEmpty else { break }
            tried.formUnion(round.failed.keys)
            report(round)
        }
        let failed = try await office.database.write { try ExamStateActions.closeOver(now: now, in: $0).failed }
        for (exam, error) in failed where stuck.isNew("exam/\(exam)") { log(error, of: "exam/\(exam)") }
    }

    private func report(_ round: SubmissionActions.Round) {
        for attempt in round.submitted { stuck.forget("attempt/\(attempt)") }
        for (attempt, error) in round.failed where stuck.isNew("attempt/\(attempt)") {
            log(error, of: "attempt/\(attempt)")
        }
    }

    private func log(_ error: any Error, of subject: String) {
        logger.error(
            "not ended", metadata: ["fault": "\(FaultMark.random())", "subject": "\(subject)", "error": "\(error)"])
    }
}
