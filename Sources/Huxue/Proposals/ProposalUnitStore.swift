import GRDB

/// Calls belong to units: one that has some is not removed.
enum ProposalUnitStore: UnitFollower {
    static func uses(of unit: Unit, in db: Database) throws -> [String] {
        let calls = try ProposalCallStore.count(of: unit.id, in: db)
        let tasks = try ProposalTaskStore.count(of: unit.id, in: db)
        return (calls > 0 ? [ProposalCallTerms.obstacle(calls)] : [])
            + (tasks > 0 ? [ProposalTaskTerms.obstacle(tasks)] : [])
    }

    static func losses(moving branch: [String: Unit], in db: Database) throws -> [String] { [] }
    static func follow(_ names: [String: String], by acting: ActionContext, in db: Database) throws {}
}
