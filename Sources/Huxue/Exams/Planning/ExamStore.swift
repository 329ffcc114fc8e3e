import Foundation
import GRDB

/// Exams, from draft to closed.
///
/// `RosterStore` has the people who take them, `ExamPoolStore` the questions from which they are drawn.
enum ExamStore {
    /// A stored value that the schema allows but the program does not know.
    struct Unreadable: Error {
        let exam: Int64
        let column: String
    }

    // MARK: Reading

    static func find(_ id: ID<Exam>, in db: Database) throws -> Exam? {
        try Row.fetchOne(db, sql: "SELECT * FROM exam WHERE id = ?", arguments: [id]).map(exam)
    }

    /// - Throws: `ExamRefusal.unknownExam`.
    static func require(_ id: ID<Exam>, in db: Database) throws -> Exam {
        guard let exam = try find(id, in: db) else { throw ExamRefusal.unknownExam }
        return exam
    }

    /// The exams that are published and not yet closed, by their end.
    static func published(in db: Database) throws -> [Exam] {
        try Row.fetchAll(db, sql: "SELECT * FROM exam WHERE state = 'published' ORDER BY closes, id").map(exam)
    }

    /// The exams of the units of `scope`, the latest first.
    ///
    /// `state`: nil for all.
    static func all(within scope: UnitScope, state: ExamState? = nil, in db: Database) throws -> [Exam] {
        let query: SQL = """
            SELECT exam.* FROM exam \(PeopleStore.unit(on: "exam.unitID"))
            WHERE \(scope.condition(on: "unit.path")) AND (\(state?.rawValue) IS NULL OR exam.state = \(state?.rawValue))
            ORDER BY exam.opens DESC, exam.id DESC
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(exam)
    }

    /// The exams that open in a year (Asia/Taipei), with their units, the latest first.
    static func opening(inYear year: Int, in db: Database) throws -> [(exam: Exam, unit: UnitPath)] {
        guard let first = Day(year: year, month: 1, day: 1), let next = Day(year: year + 1, month: 1, day: 1) else {
            return []
        }
        let query: SQL = """
            SELECT exam.*, unit.path FROM exam \(PeopleStore.unit(on: "exam.unitID"))
            WHERE exam.opens >= \(ROCDate.start(of: first)) AND exam.opens < \(ROCDate.start(of: next))
            ORDER BY exam.opens DESC, exam.id DESC
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map {
            (try exam($0), UnitPath(rawValue: $0["path"]))
        }
    }

    /// All exams that are or were published, with their units, the latest first.
    static func held(in db: Database) throws -> [(exam: Exam, unit: UnitPath)] {
        let query: SQL = """
            SELECT exam.*, unit.path FROM exam \(PeopleStore.unit(on: "exam.unitID"))
            WHERE exam.state <> 'draft' ORDER BY exam.opens DESC, exam.id DESC
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map {
            (try exam($0), UnitPath(rawValue: $0["path"]))
        }
    }

    /// The exams that have ended and whose results still have to be released by their manager, the latest first.
    static func awaitingRelease(within scope: UnitScope, in db: Database) throws -> [Exam] {
        let query: SQL = """
            SELECT exam.* FROM exam \(PeopleStore.unit(on: "exam.unitID"))
            WHERE (exam.state = 'closed' OR exam.reopenedAt IS NOT NULL)
                AND exam.results = 'whenAnnounced' AND exam.announcedAt IS NULL
                AND \(scope.condition(on: "unit.path")) ORDER BY exam.opens DESC, exam.id DESC
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map(exam)
    }

    /// In which years (Asia/Taipei) the exams of the units of `scope` open.
    static func years(within scope: UnitScope, in db: Database) throws -> Set<Int> {
        let query: SQL = """
            SELECT DISTINCT CAST(strftime('%Y', exam.opens, '+8 hours') AS INTEGER) FROM exam
            \(PeopleStore.unit(on: "exam.unitID")) WHERE \(scope.condition(on: "unit.path"))
            """
        return try Set(SQLRequest<Int>(literal: query, cached: true).fetchAll(db))
    }

    /// Which exams of a person are asked for.
    enum Concern {
        case all
        /// Exams that somebody can still take.
        case published
        /// Exams that opened to this person in the year and that they have begun, or that have ended.
        case held(year: Int)
    }

    /// The exams that concern this person, or that they took, the latest first.
    static func concerning(
        _ employee: ID<Employee>, _ concern: Concern = .all, today: Day, in db: Database
    ) throws -> [Exam] {
        let mayCall: SQL = "exam.state = 'published' AND exam.reopenedAt IS NULL"
        let condition: SQL =
            switch concern {
            case .all: "1"
            case .published: "exam.state = 'published'"
            case .held(let year):
                """
                coalesce(own.opens, exam.opens) >= \(ROCDate.start(of: Day(year: year, month: 1, day: 1) ?? today))
                AND coalesce(own.opens, exam.opens)
                    < \(ROCDate.start(of: Day(year: year + 1, month: 1, day: 1) ?? today))
                AND (EXISTS (SELECT 1 FROM attempt WHERE examID = exam.id AND employeeID = \(employee))
                    OR exam.state = 'closed' OR exam.reopenedAt IS NOT NULL)
                """
            }
        let query: SQL = """
            SELECT exam.*, EXISTS (SELECT 1 FROM attempt WHERE examID = exam.id AND employeeID = \(employee))
                OR EXISTS (SELECT 1 FROM examRoster WHERE examID = exam.id AND employeeID = \(employee)) AS isKnown
            FROM exam LEFT JOIN accommodation AS own ON own.examID = exam.id AND own.employeeID = \(employee)
            WHERE (\(mayCall) OR exam.id IN (SELECT examID FROM examRoster WHERE employeeID = \(employee))
                OR exam.id IN (SELECT examID FROM attempt WHERE employeeID = \(employee))) AND \(condition)
            ORDER BY exam.opens DESC, exam.id DESC
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).compactMap { row in
            let exam = try exam(row)
            let isKnown: Bool = row["isKnown"]
            let concerns = try isKnown || RosterStore.concerns(exam, employee: employee, today: today, in: db)
            return concerns ? exam : nil
        }
    }

    // MARK: Planning

    /// Writes a draft with `seed`, 64 unguessable hexadecimal digits.
    static func insert(
        _ plan: ExamPlan, unit: ID<Unit>, seed: String, now: Moment, in db: Database
    ) throws -> ID<Exam> {
        let arguments: [any DatabaseValueConvertible] = [unit.rawValue, seed, now]
        try db.execute(
            sql: """
                INSERT INTO exam (title, kind, opens, closes, minutes, passMark, attempts, draw, shufflesQuestions,
                    shufflesChoices, layout, results, mayOverrun, blueprint, examinees, unitID, seed, createdAt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, arguments: StatementArguments(try columns(of: plan) + arguments))
        return ID(rawValue: db.lastInsertedRowID)
    }

    static func update(_ plan: ExamPlan, id: ID<Exam>, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE exam SET title = ?, kind = ?, opens = ?, closes = ?, minutes = ?, passMark = ?, attempts = ?,
                    draw = ?, shufflesQuestions = ?, shufflesChoices = ?, layout = ?, results = ?, mayOverrun = ?,
                    blueprint = ?, examinees = ? WHERE id = ?
                """, arguments: StatementArguments(try columns(of: plan) + [id.rawValue]))
    }

    /// A draft of this unit with exactly this plan, for a form that was sent twice.
    static func draft(like plan: ExamPlan, unit: ID<Unit>, in db: Database) throws -> ID<Exam>? {
        let drafts = try Row.fetchAll(
            db, sql: "SELECT * FROM exam WHERE unitID = ? AND state = 'draft' ORDER BY id", arguments: [unit])
        return try drafts.map(exam).first { $0.plan == plan }?.id
    }

    static func delete(_ id: ID<Exam>, in db: Database) throws {
        try db.execute(sql: "DELETE FROM accommodation WHERE examID = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM exam WHERE id = ?", arguments: [id])
    }

    // MARK: From state to state

    /// `now`: when it was published.
    static func setPublished(_ id: ID<Exam>, now: Moment, in db: Database) throws {
        try db.execute(
            sql: "UPDATE exam SET state = 'published', publishedAt = ? WHERE id = ?", arguments: [now, id])
    }

    static func setClosing(_ closes: Moment, of id: ID<Exam>, in db: Database) throws {
        try db.execute(sql: "UPDATE exam SET closes = ? WHERE id = ?", arguments: [closes, id])
    }

    static func setClosed(_ id: ID<Exam>, now: Moment, in db: Database) throws {
        try db.execute(
            sql: "UPDATE exam SET state = 'closed', closedAt = ?, reopenedAt = NULL WHERE id = ?",
            arguments: [now, id])
    }

    /// Publishes a closed exam again, and keeps when it ended.
    static func setReopened(_ id: ID<Exam>, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE exam SET state = 'published', closedAt = NULL, reopenedAt = closedAt
                WHERE id = ? AND state = 'closed'
                """, arguments: [id])
    }

    static func setReleased(_ id: ID<Exam>, now: Moment, in db: Database) throws {
        try db.execute(sql: "UPDATE exam SET announcedAt = ? WHERE id = ?", arguments: [now, id])
    }

    // MARK: Rows

    /// The plan's values, in the order of the columns in `insert` and `update`.
    private static func columns(of plan: ExamPlan) throws -> [any DatabaseValueConvertible] {
        [
            plan.title, plan.kind.rawValue, plan.opens, plan.closes, plan.minutes, plan.passMark, plan.attempts,
            plan.draw.rawValue, plan.shufflesQuestions, plan.shufflesChoices, plan.layout.rawValue,
            plan.results.rawValue, plan.mayOverrun, try json(plan.blueprint), try json(plan.examinees),
        ]
    }

    /// Stores the audience again when units in it have been renamed; the people stay the same.
    static func setExaminees(_ examinees: Audience, of id: ID<Exam>, in db: Database) throws {
        try db.execute(sql: "UPDATE exam SET examinees = ? WHERE id = ?", arguments: [try json(examinees), id])
    }

    /// Stores what a draft asks for again when topics of the bank have been renamed.
    static func setBlueprint(_ lines: [BlueprintLine], of id: ID<Exam>, in db: Database) throws {
        try db.execute(sql: "UPDATE exam SET blueprint = ? WHERE id = ?", arguments: [try json(lines), id])
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func exam(_ row: Row) throws -> Exam {
        func choice<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
            guard let value = Value(rawValue: row[column]) else { throw Unreadable(exam: row["id"], column: column) }
            return value
        }
        func decoded<Value: Decodable>(_ column: String) throws -> Value {
            try JSONDecoder().decode(Value.self, from: Data((row[column] as String).utf8))
        }
        return Exam(
            id: row["id"], unitID: row["unitID"], state: try choice("state"),
            plan: ExamPlan(
                title: row["title"], kind: try choice("kind"), opens: row["opens"], closes: row["closes"],
                minutes: row["minutes"], passMark: row["passMark"], attempts: row["attempts"],
                draw: try choice("draw"), shufflesQuestions: row["shufflesQuestions"],
                shufflesChoices: row["shufflesChoices"], layout: try choice("layout"),
                results: try choice("results"), mayOverrun: row["mayOverrun"],
                blueprint: try decoded("blueprint"), examinees: try decoded("examinees")),
            seed: row["seed"], publishedAt: row["publishedAt"], closedAt: row["closedAt"],
            releasedAt: row["announcedAt"], reopenedAt: row["reopenedAt"])
    }
}
