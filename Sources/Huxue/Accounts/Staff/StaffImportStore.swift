import GRDB

/// Writes what the import of a staff file changes.
enum StaffImportStore {
    /// Creates the new units and returns the ids of all units by full name.
    static func unitIDs(
        making new: [StaffImportPlan.NewUnit], in db: Database
    ) throws -> [String: ID<Unit>] {
        var units = Dictionary(
            try UnitStore.all(in: db).map { ($0.fullName, $0) }, uniquingKeysWith: { first, _ in first })
        for unit in new {
            units[unit.fullName] = try UnitStore.insert(name: unit.name, parent: units[unit.parentName], in: db)
        }
        return units.mapValues(\.id)
    }

    /// Frees all logins that are about to change, so that two people can swap theirs.
    static func releaseLogins(_ changes: [StaffImportPlan.Change], in db: Database) throws {
        for change in changes where change.row.login != change.member.login {
            if let account = change.member.account { try AccountStore.releaseLogin(of: account, in: db) }
        }
    }

    static func create(
        _ creation: StaffImportPlan.Creation, units: [String: ID<Unit>], in db: Database
    ) throws {
        guard let unit = units[creation.unitName] else { throw CommonRefusal.missing }
        let row = creation.row
        let employee = try EmployeeStore.insert(
            staffNumber: row.staffNumber, name: row.name, unit: unit, position: row.position,
            servesCounter: row.servesCounter, startsOn: row.startsOn, endsOn: row.endsOn, in: db)
        _ = try AccountStore.insert(employee: employee, login: row.login, in: db)
    }

    static func write(
        _ change: StaffImportPlan.Change, units: [String: ID<Unit>], today: Day, in db: Database
    ) throws {
        guard let unit = units[change.unitName] else { throw CommonRefusal.missing }
        let row = change.row
        let employee = Employee(
            id: change.member.employee.id, staffNumber: row.staffNumber, name: row.name, unitID: unit,
            position: row.position, servesCounter: row.servesCounter, startsOn: row.startsOn, endsOn: row.endsOn)
        try EmployeeStore.update(employee, in: db)
        guard let account = change.member.account else {
            _ = try AccountStore.insert(employee: employee.id, login: row.login, in: db)
            return
        }
        if row.login != change.member.login { try AccountStore.setLogin(row.login, of: account, in: db) }
        if !employee.isInService(on: today) { try SessionStore.endAll(of: account, in: db) }
    }
}
