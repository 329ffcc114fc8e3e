import GRDB

/// Reads exam results, one row for each person of the roster whose unit lies in a scope.
///
/// The best submitted attempt counts; of equally good ones the earliest. Callers ask the policy first and pass the
/// scope that it allows. Scores are left out while they may not be shown.
enum ResultStore {
    /// The results that match `query`, in its order; people without a value to sort by come last in either direction.
    ///
    /// `limit`: nil for all.
    static func results(
        of exam: Exam, _ query: ResultQuery = ResultQuery(), scope: UnitScope, today: Day, limit: Int? = nil,
        offset: Int = 0, in db: Database
    ) throws -> [ExamResult] {
        let order = order(query, of: exam)
        let people = try found(query, of: exam, scope: scope, today: today, in: db)
        // The people of the page are selected first, by the sort key alone; other columns are then read for them only.
        let request: SQL = """
            SELECT person.*, \(columns(of: exam))
            FROM (SELECT person.*, \(key(query, of: exam)) AS sortKey FROM (\(people)) AS person
                ORDER BY \(order) LIMIT \(limit ?? -1) OFFSET \(offset)) AS person
            \(joins(of: exam))
            ORDER BY \(order)
            """
        let showsScores = ExamRules.showsScores(exam)
        return try SQLRequest<Row>(literal: request, cached: true).fetchAll(db).map {
            result($0, showsScores: showsScores)
        }
    }

    static func count(
        of exam: Exam, _ query: ResultQuery, scope: UnitScope, today: Day, in db: Database
    ) throws -> Int {
        let people = try found(query, of: exam, scope: scope, today: today, in: db)
        return try SQLRequest<Int>(literal: "SELECT count(*) FROM (\(people))", cached: true).fetchOne(db) ?? 0
    }

    /// The result of one person whose unit lies in `scope`; nil for anybody else.
    static func result(
        of employee: ID<Employee>, in exam: Exam, scope: UnitScope, today: Day, in db: Database
    ) throws -> ExamResult? {
        guard let entry = try RosterStore.rosterEntry(of: exam, employee: employee, today: today, in: db),
            scope.includes(entry.unit)
        else { return nil }
        let query: SQL = """
            SELECT \(columns(of: exam)) FROM (SELECT \(employee) AS id) AS person \(joins(of: exam))
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchOne(db).map {
            result($0, of: entry, showsScores: ExamRules.showsScores(exam))
        }
    }

    /// How many people's best attempt reached each score, from the lowest; empty while scores may not be shown.
    static func scores(of exam: Exam, scope: UnitScope, today: Day, in db: Database) throws -> [ScoreCount] {
        guard ExamRules.showsScores(exam) else { return [] }
        let place: SQL =
            exam.hasEnded
            ? "CROSS JOIN examRoster AS place ON place.examID = \(exam.id) AND place.employeeID = best.employeeID"
            : PeopleStore.joined(on: "best.employeeID")
        let narrowed: SQL = """
            \(place) \(PeopleStore.unit(on: exam.hasEnded ? "place.unitID" : "employee.unitID"))
            WHERE \(scope.condition(on: "unit.path"))
            """
        let query: SQL = """
            SELECT best.score, count(*) AS count FROM (
                SELECT employeeID, max(score) AS score FROM attempt WHERE examID = \(exam.id) GROUP BY employeeID
            ) AS best \(scope.isEverywhere ? "WHERE 1" : narrowed) AND best.score IS NOT NULL GROUP BY best.score
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map {
            ScoreCount(score: Points(hundredths: $0["score"]), count: $0["count"])
        }
    }

    /// How often each answer was given to each question, in attempts that count, by people whose unit lies in `scope`.
    static func answers(of exam: Exam, scope: UnitScope, today: Day, in db: Database) throws -> [AnswerCount] {
        let query: SQL = """
            SELECT paperLine.revisionID, coalesce(response.chosen, 0) AS chosen, count(*) AS count
            FROM (\(try RosterStore.people(of: exam, scope: scope, today: today, in: db))) AS person
            CROSS JOIN attempt AS best ON best.id = (\(best("id", in: exam))) AND best.submittedAt IS NOT NULL
            CROSS JOIN paperLine ON paperLine.attemptID = best.id
            LEFT JOIN response ON response.attemptID = best.id AND response.number = paperLine.number
            GROUP BY paperLine.revisionID, coalesce(response.chosen, 0)
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map {
            AnswerCount(revision: $0["revisionID"], chosen: ChoiceSet(bits: $0["chosen"]), count: $0["count"])
        }
    }

    // MARK: Parts of the queries

    /// What `result` reads of a `person`, beside the entry of the roster.
    private static func columns(of exam: Exam) -> SQL {
        """
        own.isExcused, own.opens, own.closes, best.score, best.passed, best.startedAt, best.submittedAt,
        madeUp.startedAt AS madeUpStartedAt, madeUp.submittedAt AS madeUpSubmittedAt,
        (SELECT count(*) FROM attempt WHERE attempt.examID = \(exam.id) AND attempt.employeeID = person.id) AS attempts
        """
    }

    private static func joins(of exam: Exam) -> SQL {
        """
        LEFT JOIN accommodation AS own ON own.examID = \(exam.id) AND own.employeeID = person.id
        LEFT JOIN attempt AS best ON best.id = (\(best("id", in: exam)))
        LEFT JOIN attempt AS madeUp ON madeUp.id = (
            SELECT id FROM attempt WHERE attempt.examID = \(exam.id) AND attempt.employeeID = person.id
                AND attempt.startedAt >= own.opens ORDER BY attempt.ordinal DESC LIMIT 1)
        """
    }

    /// Query for one column of the attempt of `person` that counts, or of the open one when none is submitted.
    private static func best(_ column: String, in exam: Exam) -> SQL {
        """
        SELECT \(sql: column) FROM attempt WHERE attempt.examID = \(exam.id) AND attempt.employeeID = person.id
        ORDER BY attempt.score DESC, attempt.startedAt LIMIT 1
        """
    }

    private static func found(
        _ query: ResultQuery, of exam: Exam, scope: UnitScope, today: Day, in db: Database
    ) throws -> SQL {
        var conditions: [SQL] = [condition(query.filter, of: exam)]
        if query.hasMakeUp {
            conditions.append(
                "person.id IN (SELECT employeeID FROM accommodation WHERE examID = \(exam.id) AND opens IS NOT NULL)")
        }
        if let unit = query.unit {
            conditions.append(
                query.isUnitAlone
                    ? "person.path = \(unit.rawValue)" : "person.path >= \(unit.rawValue) AND person.path < \(unit.end)"
            )
        }
        if !query.search.isEmpty {
            conditions.append(
                "(instr(person.name, \(query.search)) > 0 OR instr(person.staffNumber, \(query.search)) > 0)")
        }
        return """
            SELECT person.* FROM (\(try RosterStore.people(of: exam, scope: scope, today: today, in: db))) AS person
            WHERE \(conditions.joined(separator: " AND "))
            """
    }

    private static func condition(_ filter: ResultFilter, of exam: Exam) -> SQL {
        let attempts: SQL = """
            SELECT 1 FROM attempt WHERE attempt.examID = \(exam.id) AND attempt.employeeID = person.id
            """
        let excuse: SQL = """
            EXISTS (SELECT 1 FROM accommodation AS own
                WHERE own.examID = \(exam.id) AND own.employeeID = person.id AND own.isExcused)
            """
        let isSubmitted: SQL = "EXISTS (\(attempts) AND attempt.submittedAt IS NOT NULL)"
        func reaches(_ comparison: String) -> SQL {
            guard ExamRules.showsScores(exam) else { return "0" }
            return "(\(best("score", in: exam))) \(sql: comparison) \(exam.plan.passMark * 100)"
        }
        return switch filter {
        case .all: "1"
        case .passed: reaches(">=")
        case .failed: reaches("<")
        case .submitted: isSubmitted
        case .waiting: "NOT \(isSubmitted)"
        case .open: "EXISTS (\(attempts)) AND NOT \(isSubmitted)"
        case .excused: "NOT EXISTS (\(attempts)) AND \(excuse)"
        case .notStarted: "NOT EXISTS (\(attempts)) AND NOT \(excuse)"
        }
    }

    private static func key(_ query: ResultQuery, of exam: Exam) -> SQL {
        switch query.order {
        case .staff, .unit, .name: "NULL"
        case .score: ExamRules.showsScores(exam) ? "(\(best("score", in: exam)))" : "NULL"
        case .day: "(\(best("submittedAt", in: exam)))"
        }
    }

    private static func order(_ query: ResultQuery, of exam: Exam) -> SQL {
        let direction: SQL = query.isDescending ? "DESC" : "ASC"
        return switch query.order {
        case .staff: "person.staffNumber \(direction)"
        case .name: "person.name \(direction), person.staffNumber"
        case .unit: "person.path \(direction), person.staffNumber"
        case .score, .day: "sortKey \(direction) NULLS LAST, person.staffNumber"
        }
    }

    private static func result(_ row: Row, of entry: RosterEntry? = nil, showsScores: Bool) -> ExamResult {
        let submittedAt: Moment? = row["submittedAt"]
        let attempts: Int = row["attempts"]
        let isExcused: Bool? = row["isExcused"]
        let state: ResultState =
            submittedAt != nil ? .submitted : attempts > 0 ? .open : isExcused == true ? .excused : .notStarted
        return ExamResult(
            entry: entry ?? RosterStore.entry(row), state: state,
            score: showsScores ? (row["score"] as Int?).map(Points.init(hundredths:)) : nil,
            passed: showsScores ? row["passed"] : nil, startedAt: row["startedAt"], submittedAt: submittedAt,
            attempts: attempts, makeUp: makeUp(row))
    }

    private static func makeUp(_ row: Row) -> MakeUp? {
        guard let opens: Moment = row["opens"], let closes: Moment = row["closes"] else { return nil }
        return MakeUp(
            opens: opens, closes: closes, startedAt: row["madeUpStartedAt"], submittedAt: row["madeUpSubmittedAt"])
    }
}
