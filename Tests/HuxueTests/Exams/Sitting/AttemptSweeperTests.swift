import GRDB
import Logging
import Synchronization
import Testing

@testable import Huxue

@Suite struct AttemptSweeperTests {
    /// Keeps what is logged.
    private final class Log: LogHandler, Sendable {
        let lines = Mutex<[String]>([])
        var metadata: Logger.Metadata {
            get { [:] }
            set {}
        }
        var logLevel: Logger.Level {
            get { .info }
            set {}
        }
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { nil }
            set {}
        }

        func log(event: LogEvent) {
            let metadata = event.metadata ?? [:]
            lines.withLock { $0.append("\(event.message) \(metadata["subject"] ?? "") \(metadata["fault"] ?? "")") }
        }
    }

    @Test func `an attempt that cannot be scored keeps no other attempt and no other exam from ending`() async throws {
        let office = try SampleOffice()
        let stuck = try await SampleExam.publish(in: office)
        var plan = SampleExam.plan
        plan.title = "補考"
        let other = try await SampleExam.publish(plan, in: office)
        let broken = try await SampleExam.begin(stuck, by: "yachu", in: office)
        let sound = try await SampleExam.begin(other, by: "jian", in: office)
        office.advance(minutes: 1)
        // Begun last, its deadline comes after the one that cannot be scored.
        let later = try await SampleExam.begin(stuck, by: "jian", in: office)
        try await office.database.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER broken BEFORE UPDATE OF score ON attempt WHEN new.id = \(broken.id)
                    BEGIN SELECT RAISE (ABORT, 'cannot be scored'); END
                    """)
        }
        let log = Log()
        let sweeper = AttemptSweeper(
            office: try makeOffice(session: office.session, settings: Settings()),
            logger: Logger(label: "t") { _ in log })
        office.advance(minutes: 24 * 60)
        try await sweeper.sweep()
        try await sweeper.sweep()
        let open = try office.database.readAndWait { db in
            try [broken, sound, later].map {
                try #require(
                    try AttemptStore.find(address: $0.address, employee: $0.employeeID, in: db)
                ).submittedAt == nil
            }
        }
        #expect(open == [true, false, false])
        let states = try office.database.readAndWait { db in
            try [stuck, other].map { try ExamStore.require($0, in: db).state }
        }
        #expect(states == [.published, .closed])
        let lines = log.lines.withLock { $0 }
        #expect(lines.count == 1 && lines[0].hasPrefix("not ended attempt/\(broken.id) "))
        // Mended, it is handed in with the next round.
        try await office.database.write { try $0.execute(sql: "DROP TRIGGER broken") }
        try await sweeper.sweep()
        let state = try office.database.readAndWait { try ExamStore.require(stuck, in: $0).state }
        #expect(state == .closed)
    }
}
