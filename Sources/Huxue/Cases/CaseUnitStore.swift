import GRDB

/// Case studies belong to units and are open to units: one that has some is not removed.
enum CaseUnitStore: UnitFollower {
    static func uses(of unit: Unit, in db: Database) throws -> [String] {
        let count = try CaseStore.count(of: unit.id, in: db)
        return count > 0 ? [CaseTerms.obstacle(count)] : []
    }

    static func losses(moving branch: [String: Unit], in db: Database) throws -> [String] { [] }
    static func follow(_ names: [String: String], by acting: ActionContext, in db: Database) throws {}
}
