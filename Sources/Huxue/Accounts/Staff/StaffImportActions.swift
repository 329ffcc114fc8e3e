import GRDB

/// Plans and carries out the import of a staff file.
enum StaffImportActions {
    /// The staff has changed since the plan was made, so that a new plan is needed.
    struct Outdated: Error {}

    /// What importing `file` would do now.
    static func plan(
        _ file: StaffFile, of subject: StaffSubject = .anybody, by acting: ActionContext, in db: Database
    ) throws -> StaffImportPlan {
        try Policy.requireSomewhere(.manageStaff, for: acting.actor)
        guard let root = try UnitStore.root(in: db) else { throw CommonRefusal.missing }
        let today = ROCDate.day(of: acting.now)
        let everybody = StaffFilter(presence: .all)
        let grants = Dictionary(grouping: try GrantStore.grants(scope: .everywhere, in: db), by: \.employee)
            .mapValues { $0.map(\.unit) }
        var plan = StaffImportRules.plan(
            file, of: subject, members: try EmployeeStore.members(everybody, scope: .everywhere, today: today, in: db),
            administrators: try GrantStore.administrators(in: db), grants: grants, units: try UnitStore.all(in: db),
            root: root, actor: acting.actor, today: today)
        plan.basis = try Generation.staff.value(in: db)
        return plan
    }

    /// Plans and imports in one transaction; while a server runs, that blocks others for too long: see `StaffImport`.
    ///
    /// - Throws: `StaffRefusal.badRows`, before anything is changed, or `.noAdministratorLeft`.
    static func apply(
        _ file: StaffFile, skippingBad: Bool, by acting: ActionContext, in db: Database
    ) throws -> StaffImportPlan {
        let plan = try plan(file, by: acting, in: db)
        try carryOut(plan, skippingBad: skippingBad, by: acting, in: db)
        return plan
    }

    /// Carries out the plan, all or nothing.
    ///
    /// `skippingBad`: whether bad rows are left out; otherwise a single one refuses the file. `followers`: see `House`.
    ///
    /// - Throws: `StaffRefusal.badRows` or `Outdated`, before anything is changed, or `.noAdministratorLeft`.
    static func carryOut(
        _ plan: StaffImportPlan, skippingBad: Bool, followers: [any StaffFollower.Type] = [], by acting: ActionContext,
        in db: Database
    ) throws {
        try Policy.requireSomewhere(.manageStaff, for: acting.actor)
        guard plan.problems.isEmpty || skippingBad else { throw StaffRefusal.badRows(count: plan.badRowCount) }
        guard try Generation.staff.value(in: db) == plan.basis else { throw Outdated() }
        guard !plan.isEmpty else { return }
        let today = ROCDate.day(of: acting.now)
        var log = try AuditStore.Batch(by: acting, in: db)
        let administrators = try GrantStore.administratorCount(on: today, in: db)
        let units = try StaffImportStore.unitIDs(making: plan.newUnits, in: db)
        for unit in plan.newUnits { try log.append(.unitCreation, on: unit.fullName, in: db) }
        try StaffImportStore.releaseLogins(plan.changes, in: db)
        for change in plan.changes {
            try StaffImportStore.write(change, units: units, today: today, in: db)
            try log.append(.staffChange, on: change.row.staffNumber, detail(of: change), in: db)
        }
        if administrators > 0, try GrantStore.administratorCount(on: today, in: db) == 0 {
            throw StaffRefusal.noAdministratorLeft
        }
        for creation in plan.creations {
            try StaffImportStore.create(creation, units: units, in: db)
            try log.append(.staffCreation, on: creation.row.staffNumber, detail(of: creation), in: db)
        }
        if plan.subject == .anybody { try log.append(.staffImport, on: "", detail(of: plan), in: db) }
        try log.finish(in: db)
        let renaming = renaming(plan)
        if !renaming.isEmpty { for follower in followers { try follower.follow(renaming, by: acting, in: db) } }
    }

    private static func renaming(_ plan: StaffImportPlan) -> StaffRenaming {
        var renaming = StaffRenaming()
        for change in plan.changes {
            let (old, new) = (change.member.employee.staffNumber, change.row.staffNumber)
            if old != new { renaming.numbers[old] = new }
            guard change.row.login != change.member.login else { continue }
            if let login = change.member.login { renaming.logins[login] = change.row.login }
            renaming.claimed.insert(change.row.login)
        }
        renaming.claimed.formUnion(plan.creations.map(\.row.login))
        renaming.claimed.subtract(renaming.logins.keys)
        return renaming
    }

    private static func detail(of change: StaffImportPlan.Change) -> AuditDetail {
        AuditDetail(
            change.differences.map { difference in
                (difference.column.code, .detail(.change(from: .text(difference.old), to: .text(difference.new))))
            })
    }

    private static func detail(of creation: StaffImportPlan.Creation) -> AuditDetail {
        let facts: [(StaffFile.Column, String)] = [
            (.name, creation.row.name), (.unit, creation.unitName), (.login, creation.row.login),
        ]
        return AuditDetail(facts.map { ($0.0.code, .text($0.1)) })
    }

    private static func detail(of plan: StaffImportPlan) -> AuditDetail {
        [
            "created": .number(plan.creations.count), "changed": .number(plan.changes.count),
            "unchanged": .number(plan.unchangedCount), "skipped": .number(plan.badRowCount),
            "newUnits": .number(plan.newUnits.count),
        ]
    }

    /// Stores a readable staff file between its preview and its import; one for each administrator.
    static func keep(
        _ bytes: [UInt8], name: String, by acting: ActionContext, in db: Database
    ) throws -> ID<StaffUpload> {
        try Policy.requireSomewhere(.manageStaff, for: acting.actor)
        return try StaffUploadStore.replace(
            of: try acting.visitor.account, fileName: String(name.prefix(200)), content: bytes, now: acting.now, in: db)
    }

    /// - Throws: `StaffRefusal.uploadGone` when it is gone or another person's.
    static func upload(_ id: ID<StaffUpload>, of visitor: Visitor, in db: Database) throws -> StaffUpload {
        guard let upload = try StaffUploadStore.upload(id, of: visitor.account, in: db) else {
            throw StaffRefusal.uploadGone
        }
        return upload
    }
}

extension Generation {
    /// Increases whenever a unit, an employee, a login or a grant changes, any of which outdates a previewed import.
    static let staff = Generation("staff")
}
