import Foundation
import GRDB

/// Attempts and what is saved in them.
///
/// An attempt is found only by its address and its own examinee.
enum AttemptStore {
    static func insert(
        exam: ID<Exam>, employee: ID<Employee>, ordinal: Int, address: String, startedAt: Moment, deadline: Moment,
        lines: [PaperLine], in db: Database
    ) throws -> ID<Attempt> {
        try db.execute(
            sql: """
                INSERT INTO attempt (address, examID, employeeID, ordinal, startedAt, deadline)
                VALUES (?, ?, ?, ?, ?, ?)
                """, arguments: [address, exam, employee, ordinal, startedAt, deadline])
        let id = ID<Attempt>(rawValue: db.lastInsertedRowID)
        let insert = try db.cachedStatement(
            sql: "INSERT INTO paperLine (attemptID, number, revisionID, choiceOrder) VALUES (?, ?, ?, ?)")
        for line in lines {
            try insert.execute(arguments: [id, line.number, line.revision, encode(line.order)])
        }
        return id
    }

    /// The attempt at this address; nil when there is none or it is another employee's.
    static func find(address: String, employee: ID<Employee>, in db: Database) throws -> Attempt? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM attempt WHERE address = ? AND employeeID = ?"),
            arguments: [address, employee]
        ).map(attempt)
    }

    /// This employee's attempts at one exam, in the order in which they were begun.
    static func all(of employee: ID<Employee>, exam: ID<Exam>, in db: Database) throws -> [Attempt] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM attempt WHERE employeeID = ? AND examID = ? ORDER BY ordinal",
            arguments: [employee, exam]
        ).map(attempt)
    }

    /// The attempts of `people` at one exam, by person in the order in which they were begun.
    static func all(
        of exam: ID<Exam>, among people: [ID<Employee>], in db: Database
    ) throws -> [ID<Employee>: [Attempt]] {
        let query: SQL = """
            SELECT * FROM attempt WHERE examID = \(exam) AND employeeID IN \(people) ORDER BY employeeID, ordinal
            """
        let attempts = try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(attempt)
        return Dictionary(grouping: attempts, by: \.employeeID)
    }

    /// Every attempt of this employee, exam by exam in the order in which they were begun.
    static func all(of employee: ID<Employee>, in db: Database) throws -> [Attempt] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM attempt WHERE employeeID = ? ORDER BY examID, ordinal", arguments: [employee]
        ).map(attempt)
    }

    /// The open attempts at an exam; only those of `employee` when given.
    static func open(of exam: ID<Exam>, employee: ID<Employee>? = nil, in db: Database) throws -> [Attempt] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM attempt
                WHERE examID = ? AND submittedAt IS NULL AND employeeID = coalesce(?, employeeID) ORDER BY id
                """, arguments: [exam, employee]
        ).map(attempt)
    }

    /// How many attempts at an exam each of `people` has begun; those without one are missing.
    static func counts(
        of exam: ID<Exam>, among people: [ID<Employee>], in db: Database
    ) throws -> [ID<Employee>: Int] {
        let query: SQL = """
            SELECT employeeID, count(*) AS count FROM attempt
            WHERE examID = \(exam) AND employeeID IN \(people) GROUP BY employeeID
            """
        let rows = try SQLRequest<Row>(literal: query, cached: true).fetchAll(db)
        return Dictionary(rows.map { ($0["employeeID"], $0["count"]) }) { first, _ in first }
    }

    static func openCount(of exam: ID<Exam>, in db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM attempt WHERE examID = ? AND submittedAt IS NULL", arguments: [exam]) ?? 0
    }

    /// The open attempts past their deadline, the earliest deadline first.
    static func overdue(
        now: Moment, limit: Int, skipping skipped: Set<ID<Attempt>>, in db: Database
    ) throws -> [Attempt] {
        let query: SQL = """
            SELECT * FROM attempt WHERE submittedAt IS NULL AND deadline <= \(now) AND id NOT IN \(Array(skipped))
            ORDER BY deadline LIMIT \(limit)
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(attempt)
    }

    static func setDeadline(_ deadline: Moment, of attempt: ID<Attempt>, in db: Database) throws {
        try db.execute(sql: "UPDATE attempt SET deadline = ? WHERE id = ?", arguments: [deadline, attempt])
    }

    static func lines(of attempt: ID<Attempt>, in db: Database) throws -> [PaperLine] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT number, revisionID, choiceOrder FROM paperLine WHERE attemptID = ? ORDER BY number"),
            arguments: [attempt]
        ).map { PaperLine(number: $0["number"], revision: $0["revisionID"], order: decode($0["choiceOrder"])) }
    }

    /// The saved answers, by question number.
    static func responses(of attempt: ID<Attempt>, in db: Database) throws -> [Int: Response] {
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM response WHERE attemptID = ?"), arguments: [attempt])
        return Dictionary(
            rows.map { row in
                let response = Response(
                    number: row["number"], sequence: row["sequence"], chosen: ChoiceSet(bits: row["chosen"]),
                    isFlagged: row["isFlagged"], window: row["window"], savedAt: row["savedAt"])
                return (response.number, response)
            }
        ) { first, _ in first }
    }

    /// The questions of this employee's open attempts, whose keys must be hidden from them on every page.
    static func openQuestions(of employee: ID<Employee>, in db: Database) throws -> Set<ID<QuestionRevision>> {
        try Set(
            ID<QuestionRevision>.fetchAll(
                db,
                sql: """
                    SELECT paperLine.revisionID FROM attempt JOIN paperLine ON paperLine.attemptID = attempt.id
                    WHERE attempt.employeeID = ? AND attempt.submittedAt IS NULL
                    """, arguments: [employee]))
    }

    /// The questions of everybody's open attempts at the exam.
    static func openQuestions(of exam: ID<Exam>, in db: Database) throws -> Set<ID<QuestionRevision>> {
        try ID<QuestionRevision>.fetchSet(
            db,
            sql: """
                SELECT DISTINCT paperLine.revisionID FROM attempt JOIN paperLine ON paperLine.attemptID = attempt.id
                WHERE attempt.examID = ? AND attempt.submittedAt IS NULL
                """, arguments: [exam])
    }

    private static func attempt(_ row: Row) -> Attempt {
        Attempt(
            id: row["id"], address: row["address"], examID: row["examID"], employeeID: row["employeeID"],
            ordinal: row["ordinal"], startedAt: row["startedAt"], deadline: row["deadline"],
            submittedAt: row["submittedAt"],
            submittedBy: (row["submittedBy"] as String?).flatMap(SubmissionCause.init(rawValue:)),
            score: (row["score"] as Int?).map(Points.init(hundredths:)), passed: row["passed"])
    }

    private static func encode(_ order: [Int]) -> String {
        "[" + order.map(String.init).joined(separator: ",") + "]"
    }

    static func decode(_ order: String) -> [Int] {
        order.dropFirst().dropLast().split(separator: ",").compactMap { Int($0) }
    }
}
