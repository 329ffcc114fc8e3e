import GRDB

/// Who has to take an exam.
///
/// For a draft or published exam: the people in service today whom its audience includes, and everybody who took it
/// already. Once the exam has closed: the roster stored then, also while it is reopened for a make-up.
enum RosterStore {
    /// Query for the people of the roster within `scope`: `id`, `staffNumber`, `name`, `position`, `servesCounter`, and
    /// the unit in which they count: `unitID`, `unitName`, `path`.
    ///
    /// It goes through units in the order of the tree, so that a LIMIT stops it after the first people.
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

    /// SQL condition: whether the query's `employee` at `unit` has to take an exam that has not ended, or took it.
    static func isConcerned(by exam: Exam, today: Day, in db: Database) throws -> SQL {
        let took: SQL = """
            EXISTS (SELECT 1 FROM attempt WHERE attempt.examID = \(exam.id) AND attempt.employeeID = employee.id)
            """
        guard let unit = try UnitStore.unit(exam.unitID, in: db) else { return took }
        return "(\(AudienceStore.condition(exam.plan.examinees, unit: unit, today: today)) OR \(took))"
    }

    /// The roster, by unit and staff number.
    ///
    /// `ids`: only these people; nil for all.
    static func roster(
        of exam: Exam, among ids: Set<ID<Employee>>? = nil, today: Day, in db: Database
    ) throws -> [RosterEntry] {
        let people = try people(of: exam, today: today, in: db)
        let condition: SQL = ids.map { "person.id IN \(Array($0))" } ?? "1"
        let query: SQL = """
            SELECT person.* FROM (\(people)) AS person WHERE \(condition) ORDER BY person.path, person.staffNumber
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(entry)
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

    /// This person's entry in the roster; nil when the exam does not concern them.
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

    /// Stores who has to take the exam, as of `day`.
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
