import GRDB

/// What an exam's papers are drawn from.
enum ExamPoolStore {
    /// The questions that could be drawn as they stood when the exam was published, whatever became of them since;
    /// none while it is a draft.
    static func pool(of exam: ID<Exam>, in db: Database) throws -> [PoolQuestion] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT revisionID, code, topic, level FROM examPool WHERE examID = ? ORDER BY code",
            arguments: [exam])
        return try rows.map { row in
            guard let level = QuestionLevel(rawValue: row["level"]) else {
                throw ExamStore.Unreadable(exam: exam.rawValue, column: "level")
            }
            return PoolQuestion(revision: row["revisionID"], code: row["code"], topic: row["topic"], level: level)
        }
    }

    /// The questions that an exam of that unit could draw from the banks now, and those held back because their law was
    /// amended.
    ///
    /// `unit`: nil for the shared bank alone.
    static func stock(on today: Day, for unit: UnitPath?, in db: Database) throws -> ExamStock {
        stock(of: try QuestionStore.stock(on: today, for: unit, in: db))
    }

    /// Those of all banks that are shown to people of these units.
    static func stock(on today: Day, shownIn scope: UnitScope, in db: Database) throws -> ExamStock {
        stock(of: try QuestionStore.stock(on: today, shownIn: scope, in: db))
    }

    private static func stock(of stock: (drawable: [DrawableQuestion], held: [DrawableQuestion])) -> ExamStock {
        let question = { (question: DrawableQuestion) in
            PoolQuestion(
                revision: question.revision, code: question.code, topic: question.topic, level: question.level)
        }
        return ExamStock(drawable: stock.drawable.map(question), held: stock.held.map(question))
    }

    /// Those of the unit that holds the exam.
    static func stock(of exam: Exam, on today: Day, in db: Database) throws -> ExamStock {
        try stock(on: today, for: UnitStore.unit(exam.unitID, in: db)?.position, in: db)
    }

    /// How many of these revisions stand on papers of the exam.
    static func drawnCount(
        of exam: ID<Exam>, among revisions: Set<ID<QuestionRevision>>, in db: Database
    ) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT count(DISTINCT paperLine.revisionID) FROM attempt
                JOIN paperLine ON paperLine.attemptID = attempt.id
                WHERE attempt.examID = ? AND paperLine.revisionID IN (SELECT value FROM json_each(?))
                """, arguments: [exam, QuestionStore.list(revisions)]) ?? 0
    }

    static func freezePool(_ questions: [PoolQuestion], of exam: ID<Exam>, in db: Database) throws {
        for question in questions {
            try db.execute(
                sql: "INSERT INTO examPool (examID, revisionID, code, topic, level) VALUES (?, ?, ?, ?, ?)",
                arguments: [exam, question.revision, question.code, question.topic, question.level.rawValue])
        }
    }
}
