import GRDB

/// What pages have to do with units that are renamed, moved or removed.
enum PageUnitActions: UnitFollower {
    static func uses(of unit: Unit, in db: Database) throws -> [String] {
        let found = try PageUnitStore.pages(naming: [unit.fullName, PageEditActions.name(of: unit)], in: db)
            .filter { $0.state != .retired && !$0.unit.isEmpty }
        return [PageUnitTerms.obstacle(pages: found.map(\.title))].compactMap { $0 }
    }

    static func losses(moving branch: [String: Unit], in db: Database) throws -> [String] { [] }

    static func follow(_ names: [String: String], by acting: ActionContext, in db: Database) throws {
        let short = names.map { (PageEditActions.name(of: $0), PageEditActions.name(of: $1)) }
        // Of the office itself the short name is empty, and stays so.
        let all = names.merging(short.filter { !$0.0.isEmpty }) { full, _ in full }.filter { $0 != $1 }
        try PageRenamingActions.follow(all, in: .unit, reason: PageTerms.unitRenamed, by: acting, in: db)
    }
}
