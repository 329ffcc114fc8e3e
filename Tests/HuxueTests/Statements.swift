import GRDB
import Synchronization

@testable import Huxue

/// The SQL that somebody's work runs on one connection, statement by statement.
final class Statements: Sendable {
    private let found = Mutex<[String]>([])

    var all: [String] { found.withLock { $0 } }

    /// What the statements read or write.
    var tables: Set<String> {
        Set(
            all.flatMap { statement in
                statement.matches(of: /\b(?:FROM|JOIN|INTO|UPDATE)\s+([A-Za-z]\w*)/).map { String($0.output.1) }
            }
        ).subtracting(["SET"])
    }

    /// Runs `body` and notes what it asks of the database.
    func traced<Result>(_ db: Database, _ body: () throws -> Result) rethrows -> Result {
        db.trace { event in
            // What triggers do is told as comments.
            guard case .statement(let statement) = event, !statement.sql.hasPrefix("--") else { return }
            self.found.withLock { $0.append(statement.sql) }
        }
        defer { db.trace() }
        return try body()
    }
}
