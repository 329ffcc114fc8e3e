import GRDB

/// What announcements have to do with units that are renamed, moved or removed.
enum AnnouncementUnitStore: UnitFollower {
    static func uses(of unit: Unit, in db: Database) throws -> [String] {
        let found = try AnnouncementStore.all(limit: -1, in: db).filter { pair in
            pair.announcement.unitID == unit.id
                || (pair.announcement.withdrawnAt == nil && pair.announcement.audience.units.contains(unit.fullName))
        }
        return [PageUnitTerms.obstacle(announcements: found.map(\.page.title))].compactMap { $0 }
    }

    /// Those that call people of these units by name although their own unit will not be above them.
    static func losses(moving branch: [String: Unit], in db: Database) throws -> [String] {
        let moved = Dictionary(uniqueKeysWithValues: branch.values.map { ($0.id, $0) })
        let found = try AnnouncementStore.open(in: db).filter { pair in
            guard let own = try moved[pair.announcement.unitID] ?? UnitStore.unit(pair.announcement.unitID, in: db)
            else { return false }
            return pair.announcement.audience.units.compactMap { branch[$0] }
                .contains { !own.position.covers($0.position) }
        }
        return [PageUnitTerms.obstacle(announcements: found.map(\.page.title))].compactMap { $0 }
    }

    static func follow(_ names: [String: String], by acting: ActionContext, in db: Database) throws {
        for (announcement, _) in try AnnouncementStore.all(limit: -1, in: db) where announcement.withdrawnAt == nil {
            var audience = announcement.audience
            audience.units = audience.units.map { names[$0] ?? $0 }
            guard audience != announcement.audience else { continue }
            try AnnouncementStore.setAudience(audience, of: announcement.id, in: db)
        }
    }
}
