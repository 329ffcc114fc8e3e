import GRDB

/// Which bank a question is in, and what becomes of that when units change.
enum QuestionUnitStore: UnitFollower {
    /// SQL condition on `question`: it is in the shared bank, or in that of a unit of `scope`, above or below one.
    static func shown(in scope: UnitScope) -> SQL {
        guard case .units(let roots) = scope, !scope.isEverywhere else { return "1" }
        return "(question.unitID IS NULL OR question.unitID IN \(UnitPathStore.ids(around: roots)))"
    }

    /// SQL condition on `question`: an exam of that unit may draw it, as it is in the shared bank, in its own or in that
    /// of a unit above.
    static func drawn(by unit: UnitPath) -> SQL {
        "(question.unitID IS NULL OR question.unitID IN \(UnitPathStore.ids(above: unit)))"
    }

    /// SQL condition on `question`: its bank is within `scope`; the shared bank is the whole house's.
    static func within(_ scope: UnitScope) -> SQL {
        guard case .units(let roots) = scope, !scope.isEverywhere else { return "1" }
        return "question.unitID IN \(UnitPathStore.ids(within: roots))"
    }

    /// The names of units by which files say in whose bank a question is, see `Unit.bankName`.
    static func bankNames(in db: Database) throws -> [ID<Unit>: String] {
        Dictionary(try UnitStore.all(in: db).map { ($0.id, $0.bankName) }) { first, _ in first }
    }

    /// The units that have a bank of their own of which somebody sees the questions, by their place in the office.
    static func banks(shownIn scope: UnitScope, in db: Database) throws -> [Unit] {
        let query: SQL =
            "SELECT DISTINCT question.unitID FROM question WHERE unitID IS NOT NULL AND \(shown(in: scope))"
        let ids = try SQLRequest<ID<Unit>>(literal: query, cached: true).fetchSet(db)
        return try ids.isEmpty ? [] : UnitStore.all(in: db).filter { ids.contains($0.id) }
    }

    /// The unit that a file names, as forms send it: its id; empty for an empty name.
    /// - Throws: `StaffRefusal.noSuchUnit`.
    static func choice(named name: String, in db: Database) throws -> String {
        guard !name.isEmpty else { return "" }
        guard let unit = try UnitStore.unit(named: StreamSafeText.key(name), in: db) else {
            throw StaffRefusal.noSuchUnit(name)
        }
        return unit.position.isRoot ? "" : "\(unit.id)"
    }

    /// Those of the questions whose bank is within `scope`.
    static func questions(_ ids: [ID<Question>], within scope: UnitScope, in db: Database) throws -> Set<ID<Question>> {
        let query: SQL = """
            SELECT id FROM question
            WHERE id IN (SELECT value FROM json_each(\(QuestionStore.list(ids)))) AND \(within(scope))
            """
        return try SQLRequest<ID<Question>>(literal: query, cached: true).fetchSet(db)
    }

    /// Those of the questions in use that are shown to people of these units.
    static func questions(
        _ ids: [ID<Question>], shownIn scope: UnitScope, in db: Database
    ) throws -> Set<ID<Question>> {
        let query: SQL = """
            SELECT id FROM question WHERE id IN (SELECT value FROM json_each(\(QuestionStore.list(ids))))
                AND state = 'active' AND \(shown(in: scope))
            """
        return try SQLRequest<ID<Question>>(literal: query, cached: true).fetchSet(db)
    }

    static func uses(of unit: Unit, in db: Database) throws -> [String] {
        let count =
            try Int.fetchOne(db, sql: "SELECT count(*) FROM question WHERE unitID = ?", arguments: [unit.id]) ?? 0
        return count > 0 ? [QuestionTerms.obstacle(count)] : []
    }

    static func losses(moving branch: [String: Unit], in db: Database) throws -> [String] { [] }
    static func follow(_ names: [String: String], by acting: ActionContext, in db: Database) throws {}
}

extension Unit {
    /// How files name its bank: the path below the office, empty for the shared bank, which is the office's.
    var bankName: String { position.isRoot ? "" : shortName }
}
