import GRDB

/// Who has to take an exam.
enum ExamRosterStore {
    /// Who has to take it, by unit and staff number.
    ///
    /// While a draft or published: those in service today whom the audience includes, and whoever took it already.
    /// Once closed: as it was then, also while it is open again for a make-up.
    static func roster(of exam: Exam, today: Day, in db: Database) throws -> [RosterEntry] {
        if exam.hasEnded { return try frozenRoster(of: exam.id, in: db) }
        guard let unit = try UnitStore.unit(exam.unitID, in: db) else { return [] }
        var members = try AudienceStore.members(of: exam.plan.examinees, unit: unit, today: today, in: db)
        let known = Set(members.map(\.employee.id))
        for id in try takers(of: exam.id, in: db) where !known.contains(id) {
            if let member = try EmployeeStore.member(id, scope: .everywhere, in: db) { members.append(member) }
        }
        return sorted(members.map(entry))
    }

    /// Whether this person has to take it, or took it.
    static func concerns(_ exam: Exam, employee: ID<Employee>, today: Day, in db: Database) throws -> Bool {
        if exam.hasEnded {
            return try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT * FROM examRoster WHERE examID = ? AND employeeID = ?)",
                arguments: [exam.id, employee]) ?? false
        }
        guard let unit = try UnitStore.unit(exam.unitID, in: db),
            let member = try EmployeeStore.member(employee, scope: .everywhere, in: db)
        else { return false }
        if member.employee.isInService(on: today),
            AudienceStore.includes(member, audience: exam.plan.examinees, unit: unit)
        {
            return true
        }
        return try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT * FROM attempt WHERE examID = ? AND employeeID = ?)",
            arguments: [exam.id, employee]) ?? false
    }

    /// This person as the roster has them; nil for somebody whom the exam does not concern.
    static func rosterEntry(
        of exam: Exam, employee: ID<Employee>, today: Day, in db: Database
    ) throws -> RosterEntry? {
        guard try concerns(exam, employee: employee, today: today, in: db),
            let member = try EmployeeStore.member(employee, scope: .everywhere, in: db)
        else { return nil }
        guard exam.hasEnded else { return entry(member) }
        let unit = try ID<Unit>.fetchOne(
            db, sql: "SELECT unitID FROM examRoster WHERE examID = ? AND employeeID = ?",
            arguments: [exam.id, employee])
        return try unit.flatMap { try UnitStore.unit($0, in: db) }.map { entry(member, unit: $0) }
    }

    /// See `AudienceRules.normalised`.
    static func normalised(_ plan: ExamPlan, unit: Unit, in db: Database) throws -> ExamPlan {
        var plan = plan
        plan.examinees = try AudienceStore.normalised(plan.examinees, unit: unit, in: db)
        return plan
    }

    /// See `AudienceRules.strangers`.
    static func audienceProblems(_ audience: Audience, unit: Unit, in db: Database) throws -> [ExamProblem] {
        try AudienceStore.strangers(in: audience, unit: unit, in: db).map(ExamProblem.init)
    }

    static func freezeRoster(_ roster: [RosterEntry], of exam: ID<Exam>, in db: Database) throws {
        for entry in roster {
            try db.execute(
                sql: "INSERT INTO examRoster (examID, employeeID, unitID) VALUES (?, ?, ?)",
                arguments: [exam, entry.employee, entry.unitID])
        }
    }

    private static func frozenRoster(of exam: ID<Exam>, in db: Database) throws -> [RosterEntry] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT employeeID, unitID FROM examRoster WHERE examID = ?", arguments: [exam])
        let unitOf: [ID<Employee>: ID<Unit>] = Dictionary(
            rows.map { ($0["employeeID"], $0["unitID"]) }, uniquingKeysWith: { first, _ in first })
        let units = Dictionary(uniqueKeysWithValues: try UnitStore.all(in: db).map { ($0.id, $0) })
        let members = try EmployeeStore.members(
            StaffFilter(presence: .all), scope: .everywhere, today: Day(daysSinceEpoch: 0), in: db)
        return sorted(
            members.compactMap { member in
                unitOf[member.employee.id].flatMap { units[$0] }.map { entry(member, unit: $0) }
            })
    }

    private static func takers(of exam: ID<Exam>, in db: Database) throws -> [ID<Employee>] {
        try ID<Employee>.fetchAll(
            db, sql: "SELECT DISTINCT employeeID FROM attempt WHERE examID = ? ORDER BY employeeID", arguments: [exam])
    }

    private static func entry(_ member: StaffMember) -> RosterEntry {
        RosterEntry(
            employee: member.employee.id, staffNumber: member.employee.staffNumber, name: member.employee.name,
            unitID: member.employee.unitID, unitName: member.unitName, unit: member.unit,
            position: member.employee.position, servesCounter: member.employee.servesCounter, login: member.login ?? "")
    }

    private static func entry(_ member: StaffMember, unit: Unit) -> RosterEntry {
        RosterEntry(
            employee: member.employee.id, staffNumber: member.employee.staffNumber, name: member.employee.name,
            unitID: unit.id, unitName: unit.fullName, unit: unit.position,
            position: member.employee.position, servesCounter: member.employee.servesCounter, login: member.login ?? "")
    }

    private static func sorted(_ entries: [RosterEntry]) -> [RosterEntry] {
        entries.sorted { ($0.unit.rawValue, $0.staffNumber) < ($1.unit.rawValue, $1.staffNumber) }
    }
}
