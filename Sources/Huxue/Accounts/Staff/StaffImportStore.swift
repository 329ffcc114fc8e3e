import Foundation
import GRDB

/// Plans and carries out the import of a staff file.
enum StaffImportStore {
    /// What a plan rests on has changed since: it must be made anew.
    struct Outdated: Error {}

    /// What importing `file` would do now.
    static func plan(_ file: StaffFile, actor: Actor, today: Day, in db: Database) throws -> StaffImportPlan {
        guard let root = try UnitStore.root(in: db) else { throw CommonRefusal.missing }
        let everybody = StaffFilter(presence: .all)
        let grants = Dictionary(grouping: try GrantStore.grants(scope: .everywhere, in: db), by: \.employee)
            .mapValues { $0.map(\.unit) }
        var plan = StaffImportRules.plan(
            file, members: try EmployeeStore.members(everybody, scope: .everywhere, today: today, in: db),
            administrators: try GrantStore.administrators(in: db), grants: grants, units: try UnitStore.all(in: db),
            root: root,
            actor: actor, today: today)
        plan.basis = try AuditStore.count(in: db)
        return plan
    }

    /// Plans and does it in one transaction, which is too long for a served office; see `StaffImport`.
    ///
    /// - Throws: `StaffRefusal.badRows`, before anything is changed, or `.noAdministratorLeft`.
    static func apply(
        _ file: StaffFile, skippingBad: Bool, actor: Actor, origin: String, now: Moment, in db: Database
    ) throws -> StaffImportPlan {
        let plan = try plan(file, actor: actor, today: ROCDate.day(of: now), in: db)
        try carryOut(plan, skippingBad: skippingBad, actor: actor, origin: origin, now: now, in: db)
        return plan
    }

    /// Does what was planned, all or nothing.
    ///
    /// `skippingBad`: leave bad rows out instead of refusing the file because of them.
    ///
    /// - Throws: `StaffRefusal.badRows` or `Outdated`, before anything is changed, or `.noAdministratorLeft`.
    static func carryOut(
        _ plan: StaffImportPlan, skippingBad: Bool, actor: Actor, origin: String, now: Moment, in db: Database
    ) throws {
        guard plan.problems.isEmpty || skippingBad else { throw StaffRefusal.badRows(count: plan.badRowCount) }
        guard try !AuditStore.has(AuditAction.changingStaff, since: plan.basis, in: db) else { throw Outdated() }
        guard !plan.isEmpty else { return }
        let today = ROCDate.day(of: now)
        var log = try AuditStore.Batch(actor: actor, origin: origin, now: now, in: db)
        func record(_ action: AuditAction, _ subject: String, _ detail: String = "") throws {
            try log.append(action, subject: subject, detail: detail, in: db)
        }
        let administrators = try GrantStore.administratorCount(on: today, in: db)
        let units = try unitIDs(making: plan.newUnits, in: db)
        for unit in plan.newUnits { try record(.unitCreation, unit.fullName) }
        try releaseLogins(plan.changes, in: db)
        for change in plan.changes {
            try carryOut(change, units: units, today: today, in: db)
            let detail = change.differences.map { "\($0.column.rawValue)：\($0.old)→\($0.new)" }
            try record(.staffChange, change.row.staffNumber, detail.joined(separator: "；"))
        }
        if administrators > 0, try GrantStore.administratorCount(on: today, in: db) == 0 {
            throw StaffRefusal.noAdministratorLeft
        }
        for creation in plan.creations {
            try create(creation, units: units, in: db)
            try record(
                .staffCreation, creation.row.staffNumber,
                "姓名：\(creation.row.name)；單位：\(creation.unitName)；帳號：\(creation.row.login)")
        }
        try record(
            .staffImport, "",
            "新增 \(plan.creations.count)、變更 \(plan.changes.count)、不變 \(plan.unchangedCount)、"
                + "略過 \(plan.badRowCount)、新單位 \(plan.newUnits.count)")
        try log.finish(in: db)
    }

    private static func unitIDs(
        making new: [StaffImportPlan.NewUnit], in db: Database
    ) throws -> [String: ID<Unit>] {
        var units = Dictionary(
            try UnitStore.all(in: db).map { ($0.fullName, $0) }, uniquingKeysWith: { first, _ in first })
        for unit in new {
            units[unit.fullName] = try UnitStore.insert(name: unit.name, parent: units[unit.parentName], in: db)
        }
        return units.mapValues(\.id)
    }

    /// Sets all logins free that change hands, so that two people may swap theirs.
    private static func releaseLogins(_ changes: [StaffImportPlan.Change], in db: Database) throws {
        for change in changes where change.row.login != change.member.login {
            if let account = change.member.account { try AccountStore.releaseLogin(of: account, in: db) }
        }
    }

    private static func create(
        _ creation: StaffImportPlan.Creation, units: [String: ID<Unit>], in db: Database
    ) throws {
        guard let unit = units[creation.unitName] else { throw CommonRefusal.missing }
        let row = creation.row
        let employee = try EmployeeStore.insert(
            staffNumber: row.staffNumber, name: row.name, unit: unit, position: row.position,
            servesCounter: row.servesCounter, startsOn: row.startsOn, endsOn: row.endsOn, in: db)
        _ = try AccountStore.insert(employee: employee, login: row.login, in: db)
    }

    private static func carryOut(
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
