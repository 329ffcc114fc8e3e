import GRDB

/// Who has to take an exam.
///
/// While a draft or published: those in service today whom the audience includes, and whoever took it already. Once
/// closed: as it was then, also while it is open again for a make-up.
enum ExamRosterStore {
    /// Those people within `scope` as a query: `id`, `staffNumber`, `name`, `position`, `servesCounter`, and the unit in
    /// which they count: `unitID`, `unitName`, `path`.
    ///
    /// It goes through units in the order of the tree, so that who asks for the first of them reads no others.
    static func people(of exam: Exam, scope: UnitScope = .everywhere, today: Day, in db: Database) throws -> SQL {
        let columns: SQL = """
            SELECT employee.id, employee.staffNumber, employee.name, employee.position, employee.servesCounter,
                unit.id AS unitID, unit.fullName AS unitName, unit.path
            """
        guard !exam.hasEnded else {
            return """
                \(columns) FROM \(PeopleStore.units)
                CROSS JOIN examRoster ON examRoster.examID = \(exam.id) AND examRoster.unitID = unit.id
                \(PeopleStore.joined(on: "examRoster.employeeID")) WHERE \(scope.condition(on: "unit.path"))
                """
        }
        return """
            \(columns) FROM \(PeopleStore.byUnit)
            WHERE \(scope.condition(on: "unit.path")) AND \(try isConcerned(by: exam, today: today, in: db))
            """
    }

    /// Whether `employee` at `unit` of a query has to take an exam that has not ended, or took it.
    static func isConcerned(by exam: Exam, today: Day, in db: Database) throws -> SQL {
        let took: SQL = """
            EXISTS (SELECT 1 FROM attempt WHERE attempt.examID = \(exam.id) AND attempt.employeeID = employee.id)
            """
        guard let unit = try UnitStore.unit(exam.unitID, in: db) else { return took }
        return "(\(AudienceStore.condition(exam.plan.examinees, unit: unit, today: today)) OR \(took))"
    }

    /// By unit and staff number.
    ///
    /// `ids`: those alone of whom it is asked; nil for all.
    static func roster(
        of exam: Exam, among ids: Set<ID<Employee>>? = nil, today: Day, in db: Database
    ) throws -> [RosterEntry] {
        let people = try people(of: exam, today: today, in: db)
        let condition: SQL = ids.map { "person.id IN \(Array($0))" } ?? "1"
        let query: SQL = """
            SELECT person.* FROM (\(people)) AS person WHERE \(condition) ORDER BY person.path, person.staffNumber
            """
        return try SQLRequest<Row>(literal: query).fetchAll(db).map(entry)
    }

    static func count(of exam: Exam, today: Day, in db: Database) throws -> Int {
        let query: SQL = "SELECT count(*) FROM (\(try people(of: exam, today: today, in: db)))"
        return try SQLRequest<Int>(literal: query, cached: true).fetchOne(db) ?? 0
    }

    /// Whether this person has to take it, or took it.
    static func concerns(_ exam: Exam, employee: ID<Employee>, today: Day, in db: Database) throws -> Bool {
        guard !exam.hasEnded else {
            return try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT * FROM examRoster WHERE examID = ? AND employeeID = ?)",
                arguments: [exam.id, employee]) ?? false
        }
        let query: SQL = """
            SELECT EXISTS (SELECT 1 FROM \(PeopleStore.one(employee))
                WHERE \(try isConcerned(by: exam, today: today, in: db)))
            """
        return try SQLRequest<Bool>(literal: query, cached: true).fetchOne(db) ?? false
    }

    /// This person as the roster has them; nil for somebody whom the exam does not concern.
    static func rosterEntry(
        of exam: Exam, employee: ID<Employee>, today: Day, in db: Database
    ) throws -> RosterEntry? {
        guard try concerns(exam, employee: employee, today: today, in: db),
            let member = try EmployeeStore.member(employee, scope: .everywhere, in: db)
        else { return nil }
        let kept = try ID<Unit>.fetchOne(
            db, sql: "SELECT unitID FROM examRoster WHERE examID = ? AND employeeID = ?",
            arguments: [exam.id, employee])
        let unit = try kept.flatMap { try exam.hasEnded ? UnitStore.unit($0, in: db) : nil }
        return RosterEntry(
            employee: employee, staffNumber: member.employee.staffNumber, name: member.employee.name,
            unitID: unit?.id ?? member.employee.unitID, unitName: unit?.fullName ?? member.unitName,
            unit: unit?.position ?? member.unit, position: member.employee.position,
            servesCounter: member.employee.servesCounter)
    }

    /// Keeps who has to take it, as of `day`.
    static func freeze(_ exam: Exam, staffOf day: Day, in db: Database) throws {
        let query: SQL = """
            INSERT INTO examRoster (examID, employeeID, unitID)
            SELECT \(exam.id), person.id, person.unitID FROM (\(try people(of: exam, today: day, in: db))) AS person
            ORDER BY person.id
            """
        try db.execute(literal: query)
    }

    /// A row of `people`.
    static func entry(_ row: Row) -> RosterEntry {
        RosterEntry(
            employee: row["id"], staffNumber: row["staffNumber"], name: row["name"], unitID: row["unitID"],
            unitName: row["unitName"], unit: UnitPath(rawValue: row["path"]), position: row["position"],
            servesCounter: row["servesCounter"])
    }
}
