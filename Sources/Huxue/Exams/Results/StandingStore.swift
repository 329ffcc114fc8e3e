import GRDB

/// Counts how far the examinees of exams are: in SQL, whether there are eight of them or twelve thousand.
enum StandingStore {
    /// Of those people of the exam whose unit lies in `scope`.
    static func standing(of exam: Exam, scope: UnitScope, today: Day, in db: Database) throws -> ExamStanding {
        if exam.state == .closed { return try kept([exam.id], scope: scope, in: db)[exam.id] ?? .nobody }
        let counted = try counted(exam, scope: scope, byUnit: !scope.isEverywhere, today: today, in: db)
        let narrowed: SQL = "\(PeopleStore.unit(on: "tally.unitID")) WHERE \(scope.condition(on: "unit.path"))"
        let query: SQL = """
            SELECT sum(roster) AS roster, sum(submitted) AS submitted, sum(open) AS open, sum(excused) AS excused
            FROM (\(counted)) AS tally \(scope.isEverywhere ? "" : narrowed)
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchOne(db).map(standing) ?? .nobody
    }

    /// The same of many exams: of those that are closed in one query.
    static func standings(
        of exams: [Exam], scope: UnitScope, today: Day, in db: Database
    ) throws -> [ID<Exam>: ExamStanding] {
        var standings = try kept(exams.filter { $0.state == .closed }.map(\.id), scope: scope, in: db)
        for exam in exams where exam.state != .closed {
            standings[exam.id] = try standing(of: exam, scope: scope, today: today, in: db)
        }
        return standings
    }

    private static func kept(
        _ exams: [ID<Exam>], scope: UnitScope, in db: Database
    ) throws -> [ID<Exam>: ExamStanding] {
        let narrowed: SQL = "\(PeopleStore.unit(on: "tally.unitID")) AND \(scope.condition(on: "unit.path"))"
        let query: SQL = """
            SELECT examID, sum(roster) AS roster, sum(submitted) AS submitted, sum(excused) AS excused
            FROM examTally AS tally \(scope.isEverywhere ? "" : narrowed)
            WHERE examID IN \(exams) GROUP BY examID
            """
        let rows = exams.isEmpty ? [] : try SQLRequest<Row>(literal: query, cached: true).fetchAll(db)
        return Dictionary(rows.map { ($0["examID"], standing($0)) }) { first, _ in first }
    }

    /// Of each unit right below `unit`, of those in the unit itself, and of those who count elsewhere; nil: of each of
    /// `tops`.
    static func level(
        of exam: Exam, below unit: Unit?, tops: [UnitPath], scope: UnitScope, today: Day, in db: Database
    ) throws -> [UnitStanding] {
        // At the top everybody counts, also who has moved elsewhere since taking the exam.
        let isTop = unit.map { tops == [$0.position] } ?? true
        let scope = isTop ? scope : unit.map { UnitScope.units([$0.position]) } ?? scope
        let query: SQL = """
            SELECT unit.*, \(PeopleStore.isParent) AS isParent, line.*
            FROM (
                SELECT \(branch(below: unit, tops: tops)) AS branch, sum(roster) AS roster,
                    sum(submitted) AS submitted, sum(open) AS open, sum(excused) AS excused
                FROM (\(try units(of: exam, scope: scope, today: today, in: db))) AS tally
                \(PeopleStore.unit(on: "tally.unitID"))
                WHERE \(scope.condition(on: "unit.path")) GROUP BY branch
            ) AS line \(PeopleStore.unit(at: "line.branch"))
            ORDER BY unit.id IS NOT \(unit?.id), unit.id
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            let branch = Unit(
                id: row["id"], parentID: row["parentID"], name: row["name"], fullName: row["fullName"],
                path: row["path"])
            return UnitStanding(
                unit: branch, isOwn: branch.id == unit?.id, isParent: row["isParent"], standing: standing(row))
        }
    }

    /// The path of the line in which `unit` of a query counts.
    private static func branch(below unit: Unit?, tops: [UnitPath]) -> SQL {
        if let unit {
            let length = unit.path.utf8.count
            return """
                CASE WHEN unit.path >= \(unit.path) AND unit.path < \(unit.position.end)
                THEN substr(unit.path, 1, \(length) + instr(substr(unit.path, \(length + 1)), '/')) ELSE unit.path END
                """
        }
        let cases = tops.map { top -> SQL in
            "WHEN unit.path >= \(top.rawValue) AND unit.path < \(top.end) THEN \(top.rawValue)"
        }
        return cases.isEmpty ? "unit.path" : "CASE \(cases.joined(separator: " ")) ELSE unit.path END"
    }

    /// Counts them as things stand, and keeps that for the closed exam: nothing of it changes any more.
    static func keep(_ exam: Exam, in db: Database) throws {
        let today = Day(daysSinceEpoch: 0)
        try db.execute(sql: "DELETE FROM examTally WHERE examID = ?", arguments: [exam.id])
        let query: SQL = """
            INSERT INTO examTally (examID, unitID, roster, submitted, excused)
            SELECT \(exam.id), unitID, sum(roster), sum(submitted), sum(excused)
            FROM (\(try counted(exam, scope: .everywhere, byUnit: true, today: today, in: db))) GROUP BY unitID
            """
        try db.execute(literal: query)
    }

    /// Figures by unit as a query, several rows a unit: `unitID`, `roster`, `submitted`, `open`, `excused`.
    private static func units(of exam: Exam, scope: UnitScope, today: Day, in db: Database) throws -> SQL {
        guard exam.state == .closed else { return try counted(exam, scope: scope, byUnit: true, today: today, in: db) }
        return """
            SELECT unitID, roster, submitted, 0 AS open, excused FROM examTally WHERE examID = \(exam.id)
            """
    }

    /// The same counted: the roster, those of it who have an attempt (nobody else has one), and those who have none and
    /// are excused, each from the shortest list.
    ///
    /// `byUnit`: false for the figures of all, which need no unit.
    private static func counted(
        _ exam: Exam, scope: UnitScope, byUnit: Bool, today: Day, in db: Database
    ) throws -> SQL {
        let unitOfTaker: SQL = exam.hasEnded ? "place.unitID" : "employee.unitID"
        let taker: SQL =
            exam.hasEnded
            ? "CROSS JOIN examRoster AS place ON place.examID = \(exam.id) AND place.employeeID = taken.employeeID"
            : PeopleStore.joined(on: "taken.employeeID")
        let excused: SQL =
            exam.hasEnded
            ? """
            SELECT place.unitID, own.employeeID FROM accommodation AS own
            CROSS JOIN examRoster AS place ON place.examID = own.examID AND place.employeeID = own.employeeID
            WHERE own.examID = \(exam.id) AND own.isExcused
            """
            : """
            SELECT employee.unitID, own.employeeID FROM accommodation AS own
            \(PeopleStore.joined(on: "own.employeeID")) \(PeopleStore.unit(on: "employee.unitID"))
            WHERE own.examID = \(exam.id) AND own.isExcused
                AND \(try ExamRosterStore.isConcerned(by: exam, today: today, in: db))
            """
        // What makes each of the three lists one of units; nothing where the figures of all are wanted.
        let people: Grouping = byUnit ? Grouping(unit: "person.unitID", rest: "GROUP BY person.path") : .none
        let takers: Grouping =
            byUnit ? Grouping(unit: unitOfTaker, rest: "\(taker) GROUP BY \(unitOfTaker)") : .none
        let excuses: Grouping =
            byUnit ? Grouping(unit: "excused.unitID", rest: "GROUP BY excused.unitID") : .none
        return """
            SELECT \(people.unit) AS unitID, count(*) AS roster, 0 AS submitted, 0 AS open, 0 AS excused
            FROM (\(try ExamRosterStore.people(of: exam, scope: scope, today: today, in: db))) AS person
            \(people.rest)
            UNION ALL
            SELECT \(takers.unit), 0, count(taken.score), count(*) - count(taken.score), 0
            FROM (SELECT employeeID, max(score) AS score FROM attempt WHERE examID = \(exam.id) GROUP BY employeeID)
                AS taken \(takers.rest)
            UNION ALL
            SELECT \(excuses.unit), 0, 0, 0, count(*) FROM (\(excused)) AS excused
            WHERE NOT EXISTS (SELECT 1 FROM attempt
                WHERE attempt.examID = \(exam.id) AND attempt.employeeID = excused.employeeID)
            \(excuses.rest)
            """
    }

    private struct Grouping {
        let unit: SQL
        let rest: SQL

        static var none: Grouping { Grouping(unit: "NULL", rest: "") }
    }

    private static func standing(_ row: Row) -> ExamStanding {
        ExamStanding(
            roster: row["roster"] ?? 0, submitted: row["submitted"] ?? 0, open: row["open"] ?? 0,
            excused: row["excused"] ?? 0)
    }
}
