import Foundation
import GRDB

/// Exams, from draft to closed.
///
/// How they go from state to state is in `ExamStateStore`, who takes them in `ExamRosterStore`, what is drawn from in
/// `ExamPoolStore`.
enum ExamStore {
    /// A stored value that the schema allows and the program does not know.
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

    /// Those announced and not yet closed, by their end.
    static func published(in db: Database) throws -> [Exam] {
        try Row.fetchAll(db, sql: "SELECT * FROM exam WHERE state = 'published' ORDER BY closes, id").map(exam)
    }

    /// The exams of the units of `scope`, the latest first.
    static func all(within scope: UnitScope, in db: Database) throws -> [Exam] {
        let units = Set(try UnitStore.all(scope: scope, in: db).map(\.id))
        return try Row.fetchAll(db, sql: "SELECT * FROM exam ORDER BY opens DESC, id DESC").map(exam)
            .filter { units.contains($0.unitID) }
    }

    // MARK: Planning

    /// Writes a draft with `seed`, 64 hexadecimal digits nobody can guess; units in its audience get their full names.
    /// - Throws: `ExamRefusal`.
    static func insert(
        _ plan: ExamPlan, unit: ID<Unit>, seed: String, now: Moment, in db: Database
    ) throws -> ID<Exam> {
        let plan = try checked(plan, unit: unit, in: db)
        let arguments: [any DatabaseValueConvertible] = [unit.rawValue, seed, now]
        try db.execute(
            sql: """
                INSERT INTO exam (title, kind, opens, closes, minutes, passMark, attempts, draw, shufflesQuestions,
                    shufflesChoices, layout, results, mayOverrun, blueprint, examinees, unitID, seed, createdAt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, arguments: StatementArguments(try columns(of: plan) + arguments))
        return ID(rawValue: db.lastInsertedRowID)
    }

    /// Changes a draft.
    /// - Throws: `ExamRefusal`; also when it is published already.
    static func update(_ plan: ExamPlan, id: ID<Exam>, in db: Database) throws {
        let exam = try require(id, in: db)
        try ExamRules.checkChange(of: exam)
        let plan = try checked(plan, unit: exam.unitID, in: db)
        try db.execute(
            sql: """
                UPDATE exam SET title = ?, kind = ?, opens = ?, closes = ?, minutes = ?, passMark = ?, attempts = ?,
                    draw = ?, shufflesQuestions = ?, shufflesChoices = ?, layout = ?, results = ?, mayOverrun = ?,
                    blueprint = ?, examinees = ? WHERE id = ?
                """, arguments: StatementArguments(try columns(of: plan) + [id.rawValue]))
    }

    /// A draft of this unit with exactly this plan, for a form that was sent twice.
    static func draft(like plan: ExamPlan, unit: ID<Unit>, in db: Database) throws -> ID<Exam>? {
        let plan = try checked(plan, unit: unit, in: db)
        let drafts = try Row.fetchAll(
            db, sql: "SELECT * FROM exam WHERE unitID = ? AND state = 'draft' ORDER BY id", arguments: [unit])
        return try drafts.map(exam).first { $0.plan == plan }?.id
    }

    /// Removes a draft, of which nothing else can be known yet.
    static func deleteDraft(_ id: ID<Exam>, in db: Database) throws {
        try ExamRules.checkChange(of: try require(id, in: db))
        try db.execute(sql: "DELETE FROM accommodation WHERE examID = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM exam WHERE id = ?", arguments: [id])
    }

    // MARK: Rows

    /// The plan as it is stored.
    /// - Throws: `ExamRefusal.planInvalid` naming every problem.
    static func checked(_ plan: ExamPlan, unit: ID<Unit>, in db: Database) throws -> ExamPlan {
        guard let unit = try UnitStore.unit(unit, in: db) else { throw CommonRefusal.missing }
        let plan = try ExamRosterStore.normalised(plan, unit: unit, in: db)
        let problems =
            try ExamRules.problems(in: plan) + ExamRosterStore.audienceProblems(plan.examinees, unit: unit, in: db)
        guard problems.isEmpty else { throw ExamRefusal.planInvalid(problems) }
        return plan
    }

    /// In the order of the insertion above.
    private static func columns(of plan: ExamPlan) throws -> [any DatabaseValueConvertible] {
        [
            plan.title, plan.kind.rawValue, plan.opens, plan.closes, plan.minutes, plan.passMark, plan.attempts,
            plan.draw.rawValue, plan.shufflesQuestions, plan.shufflesChoices, plan.layout.rawValue,
            plan.results.rawValue, plan.mayOverrun, try json(plan.blueprint), try json(plan.examinees),
        ]
    }

    /// Writes the audience again, for the same people under other names of units.
    static func setExaminees(_ examinees: Audience, of id: ID<Exam>, in db: Database) throws {
        try db.execute(sql: "UPDATE exam SET examinees = ? WHERE id = ?", arguments: [try json(examinees), id])
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
            announcedAt: row["announcedAt"], reopenedAt: row["reopenedAt"])
    }
}
