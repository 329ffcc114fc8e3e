import GRDB

/// What an exam's papers are drawn from.
extension ExamStore {
    /// The questions that could be drawn as they stood when the exam was published, whatever became of them since;
    /// none while it is a draft.
    static func pool(of exam: ID<Exam>, in db: Database) throws -> [PoolQuestion] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT revisionID, code, topic, level FROM examPool WHERE examID = ? ORDER BY code",
            arguments: [exam])
        return try rows.map { row in
            guard let level = QuestionLevel(rawValue: row["level"]) else {
                throw Unreadable(exam: exam.rawValue, column: "level")
            }
            return PoolQuestion(revision: row["revisionID"], code: row["code"], topic: row["topic"], level: level)
        }
    }

    /// What could be drawn from the bank now.
    static func bank(on today: Day, in db: Database) throws -> [PoolQuestion] {
        try QuestionStore.pool(on: today, in: db).map {
            PoolQuestion(revision: $0.revision, code: $0.code, topic: $0.topic, level: $0.level)
        }
    }

    static func freezePool(_ questions: [PoolQuestion], of exam: ID<Exam>, in db: Database) throws {
        for question in questions {
            try db.execute(
                sql: "INSERT INTO examPool (examID, revisionID, code, topic, level) VALUES (?, ?, ?, ?, ?)",
                arguments: [exam, question.revision, question.code, question.topic, question.level.rawValue])
        }
    }
}
