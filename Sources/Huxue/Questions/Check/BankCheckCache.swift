import GRDB
import Synchronization

/// What the check of the banks found, until a question changes.
final class BankCheckCache: Sendable {
    private struct Key: Hashable {
        let units: [UnitPath]
        let closed: [ID<Question>]
    }

    private struct Bank: Sendable {
        let lines: [BankCheckRules.Line]
        let stems: [BankFinding]
    }

    /// So many revisions are remembered beyond those that are asked for.
    private static let spare = 20_000
    /// Of revisions, which never change: after a question is saved only that one is read again.
    private let facts = Mutex<[ID<QuestionRevision>: QuestionFacts]>([:])
    // Which banks people see also depends on where units stand.
    private let banks = GenerationCache<[UnitPath], Bank>(of: [.access, .works], limit: 20)
    private let findings = GenerationCache<Key, [BankFinding]>(of: [.access, .works], limit: 50)

    /// Everything that was found in the banks shown to people of these units.
    ///
    /// `closed`: questions of whose key and explanation nothing may be told.
    func findings(
        shownIn scope: UnitScope, closed: Set<ID<Question>>, in db: Database
    ) throws -> [BankFinding] {
        let units = QuestionAccess.key(of: scope)
        return try findings.value(for: Key(units: units, closed: closed.sorted()), in: db) {
            let bank = try banks.value(for: units, in: db) {
                let lines = try self.lines(shownIn: scope, in: db)
                return Bank(lines: lines, stems: BankCheckRules.stems(of: lines))
            }
            return bank.map { BankCheckRules.findings($0.lines, stems: $0.stems, closed: closed) }
        } ?? []
    }

    private func lines(shownIn scope: UnitScope, in db: Database) throws -> [BankCheckRules.Line] {
        let questions = try BankCheckStore.questions(shownIn: scope, in: db)
        var known = facts.withLock { $0 }
        let missing = questions.map(\.revision).filter { known[$0] == nil }
        for (revision, reading) in try BankCheckStore.readings(of: missing, in: db) {
            known[revision] = QuestionFacts(of: reading)
        }
        if known.count > questions.count + Self.spare {
            let current = Set(questions.map(\.revision))
            known = known.filter { current.contains($0.key) }
        }
        facts.withLock { [known] in $0 = known }
        return questions.compactMap { question in known[question.revision].map { (question, $0) } }
    }
}
