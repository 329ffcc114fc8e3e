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

    static func uses(of unit: Unit, in db: Database) throws -> [String] {
        let count =
            try Int.fetchOne(db, sql: "SELECT count(*) FROM question WHERE unitID = ?", arguments: [unit.id]) ?? 0
        return count > 0 ? [QuestionTerms.obstacle(count)] : []
    }

    static func losses(moving branch: [String: Unit], in db: Database) throws -> [String] { [] }
    static func follow(_ names: [String: String], by acting: ActionContext, in db: Database) throws {}
}
