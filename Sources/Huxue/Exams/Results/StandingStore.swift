import GRDB

/// Counts how far the examinees of exams are; in SQL, because there may be twelve thousand of them.
enum StandingStore {
    /// Counts the examinees of one exam whose unit lies in `scope`.
    static func standing(of exam: Exam, scope: UnitScope, today: Day, in db: Database) throws -> ExamStanding {
        try standings(of: [exam], scope: scope, today: today, in: db)[exam.id] ?? .nobody
    }

    /// Counts the examinees of many exams whose unit lies in `scope`.
    ///
    /// One query counts all closed exams, one counts up to 50 that have not ended, and one counts each reopened exam.
    static func standings(
        of exams: [Exam], scope: UnitScope, today: Day, in db: Database
    ) throws -> [ID<Exam>: ExamStanding] {
        var standings = try kept(exams.filter { $0.state == .closed }.map(\.id), scope: scope, in: db)
        let coming = exams.filter { !$0.hasEnded }
        for start in stride(from: 0, to: coming.count, by: 50) {
            let part = Array(coming[start..<min(start + 50, coming.count)])
            standings.merge(try counted(part, scope: scope, today: today, in: db)) { first, _ in first }
        }
        for exam in exams where exam.hasEnded && exam.state != .closed {
            standings[exam.id] = try reopened(exam, scope: scope, today: today, in: db)
        }
        return standings
    }

    /// Counts for exams that have not ended, in one pass over all people.
    private static func counted(
        _ exams: [Exam], scope: UnitScope, today: Day, in db: Database
    ) throws -> [ID<Exam>: ExamStanding] {
        let columns = try exams.enumerated().map { place, exam -> SQL in
            let (concerned, figures) = (
                try RosterStore.isConcerned(by: exam, today: today, in: db),
                try figures(of: exam, scope: scope, today: today, in: db)
            )
            return """
                count(*) FILTER (WHERE \(concerned)) AS \(sql: "roster\(place)"), \(figures.taken) AS \(sql: "taken\(place)"),
                \(figures.submitted) AS \(sql: "submitted\(place)"), \(figures.excused) AS \(sql: "excused\(place)")
                """
        }
        let query: SQL = """
            SELECT \(columns.joined(separator: ", ")) FROM \(PeopleStore.byUnit)
            WHERE \(scope.condition(on: "unit.path"))
            """
        guard let row = try SQLRequest<Row>(literal: query, cached: true).fetchOne(db) else { return [:] }
        return Dictionary(
            exams.enumerated().map { place, exam in
                let submitted: Int = row["submitted\(place)"] ?? 0
                return (
                    exam.id,
                    ExamStanding(
                        roster: row["roster\(place)"] ?? 0, submitted: submitted,
                        open: (row["taken\(place)"] ?? 0) - submitted, excused: row["excused\(place)"] ?? 0)
                )
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Columns of `counted`: how many have taken the exam, have handed in, and are excused without having taken it.
    ///
    /// For the whole office they are counted from the exam's own tables; for a smaller scope person by person, because
    /// then there are fewer people than rows in those tables.
    private static func figures(
        of exam: Exam, scope: UnitScope, today: Day, in db: Database
    ) throws -> (taken: SQL, submitted: SQL, excused: SQL) {
        let concerned = try RosterStore.isConcerned(by: exam, today: today, in: db)
        let own: SQL = "attempt WHERE attempt.examID = \(exam.id) AND attempt.employeeID = employee.id"
        guard scope.isEverywhere else {
            return (
                "count(*) FILTER (WHERE EXISTS (SELECT 1 FROM \(own)))",
                "count(*) FILTER (WHERE EXISTS (SELECT 1 FROM \(own) AND attempt.score IS NOT NULL))",
                """
                count(*) FILTER (WHERE EXISTS (SELECT 1 FROM accommodation AS own
                        WHERE own.examID = \(exam.id) AND own.employeeID = employee.id AND own.isExcused)
                    AND NOT EXISTS (SELECT 1 FROM \(own)) AND \(concerned))
                """
            )
        }
        let all: SQL = "SELECT count(DISTINCT employeeID) FROM attempt WHERE examID = \(exam.id)"
        return (
            "(\(all))", "(\(all) AND score IS NOT NULL)",
            """
            (SELECT count(*) FROM accommodation AS own
                \(PeopleStore.joined(on: "own.employeeID")) \(PeopleStore.unit(on: "employee.unitID"))
                WHERE own.examID = \(exam.id) AND own.isExcused AND NOT EXISTS (SELECT 1 FROM \(own)) AND \(concerned))
            """
        )
    }

    /// Counts for an exam reopened for a make-up; its roster is the one stored when it ended.
    private static func reopened(
        _ exam: Exam, scope: UnitScope, today: Day, in db: Database
    ) throws -> ExamStanding {
        let query: SQL = """
            SELECT sum(roster) AS roster, sum(submitted) AS submitted, sum(open) AS open, sum(excused) AS excused
            FROM (\(try counted(exam, scope: scope, today: today, in: db))) AS tally
            \(PeopleStore.unit(on: "tally.unitID")) WHERE \(scope.condition(on: "unit.path"))
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchOne(db).map(standing) ?? .nobody
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

    /// Counts for each unit directly below `unit`, for `unit` itself, and for other units to which examinees moved.
    ///
    /// `unit`: nil to count for each of `tops` instead of the units below one.
    static func level(
        of exam: Exam, below unit: Unit?, tops: [UnitPath], scope: UnitScope, today: Day, in db: Database
    ) throws -> [UnitStanding] {
        // The topmost level counts everybody, including people who moved to another unit after taking the exam.
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

    /// SQL for the path of the unit in whose line of the level the query's `unit` is counted.
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

    /// Stores the counts by unit of an exam that was just closed, because they no longer change.
    static func keep(_ exam: Exam, in db: Database) throws {
        let today = Day(daysSinceEpoch: 0)
        try db.execute(sql: "DELETE FROM examTally WHERE examID = ?", arguments: [exam.id])
        let query: SQL = """
            INSERT INTO examTally (examID, unitID, roster, submitted, excused)
            SELECT \(exam.id), unitID, sum(roster), sum(submitted), sum(excused)
            FROM (\(try counted(exam, scope: .everywhere, today: today, in: db))) GROUP BY unitID
            """
        try db.execute(literal: query)
    }

    /// Query for counts by unit, with several rows for a unit: `unitID`, `roster`, `submitted`, `open`, `excused`.
    private static func units(of exam: Exam, scope: UnitScope, today: Day, in db: Database) throws -> SQL {
        guard exam.state == .closed else { return try counted(exam, scope: scope, today: today, in: db) }
        return """
            SELECT unitID, roster, submitted, 0 AS open, excused FROM examTally WHERE examID = \(exam.id)
            """
    }

    /// Query with the columns of `units`, counted from the roster, the attempts and the accommodations.
    ///
    /// Attempts are not matched with the roster, because everybody with an attempt is on it. Excused people count only
    /// without an attempt.
    private static func counted(_ exam: Exam, scope: UnitScope, today: Day, in db: Database) throws -> SQL {
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
                AND \(try RosterStore.isConcerned(by: exam, today: today, in: db))
            """
        return """
            SELECT person.unitID, count(*) AS roster, 0 AS submitted, 0 AS open, 0 AS excused
            FROM (\(try RosterStore.people(of: exam, scope: scope, today: today, in: db))) AS person
            GROUP BY person.path
            UNION ALL
            SELECT \(unitOfTaker), 0, count(taken.score), count(*) - count(taken.score), 0
            FROM (SELECT employeeID, max(score) AS score FROM attempt WHERE examID = \(exam.id) GROUP BY employeeID)
                AS taken \(taker) GROUP BY \(unitOfTaker)
            UNION ALL
            SELECT excused.unitID, 0, 0, 0, count(*) FROM (\(excused)) AS excused
            WHERE NOT EXISTS (SELECT 1 FROM attempt
                WHERE attempt.examID = \(exam.id) AND attempt.employeeID = excused.employeeID)
            GROUP BY excused.unitID
            """
    }

    private static func standing(_ row: Row) -> ExamStanding {
        ExamStanding(
            roster: row["roster"] ?? 0, submitted: row["submitted"] ?? 0, open: row["open"] ?? 0,
            excused: row["excused"] ?? 0)
    }
}
