import GRDB

/// Reads what exams came to.
///
/// Whoever asks has passed the policy; results person by person are narrowed to the scope that it gave them.
enum ResultStore {
    /// The results of the people whose unit lies in `scope`.
    static func results(of exam: Exam, scope: UnitScope, today: Day, in db: Database) throws -> [ExamResult] {
        let roster = try ExamRosterStore.roster(of: exam, today: today, in: db).filter { scope.includes($0.unit) }
        let excused = try AccommodationStore.all(of: exam.id, in: db).filter(\.isExcused).map(\.employeeID)
        return ResultRules.results(
            roster: roster, attempts: try attempts(of: exam.id, in: db), excused: Set(excused),
            showsScores: ExamRules.showsScores(exam))
    }

    /// The result of one person whose unit lies in `scope`; nil for anybody else.
    static func result(
        of employee: ID<Employee>, in exam: Exam, scope: UnitScope, today: Day, in db: Database
    ) throws -> ExamResult? {
        guard let entry = try ExamRosterStore.rosterEntry(of: exam, employee: employee, today: today, in: db),
            scope.includes(entry.unit)
        else { return nil }
        let attempts = try Row.fetchAll(
            db, sql: "SELECT * FROM attempt WHERE examID = ? AND employeeID = ? ORDER BY id",
            arguments: [exam.id, employee]
        ).map(record)
        let isExcused = try AccommodationStore.find(exam: exam.id, employee: employee, in: db)?.isExcused == true
        return ResultRules.results(
            roster: [entry], attempts: attempts, excused: isExcused ? [employee] : [],
            showsScores: ExamRules.showsScores(exam)
        ).first
    }

    /// How the questions of each topic were answered in the attempts that count, of the people whose unit lies in
    /// `scope`; none before the exam is closed or of too few papers.
    static func topics(of exam: Exam, scope: UnitScope, today: Day, in db: Database) throws -> [TopicResult] {
        guard exam.hasEnded else { return [] }
        let people = Set(
            try ExamRosterStore.roster(of: exam, today: today, in: db).filter { scope.includes($0.unit) }.map(
                \.employee))
        let counting = Dictionary(
            grouping: try attempts(of: exam.id, in: db).filter { people.contains($0.employee) }, by: \.employee
        ).values.compactMap(ResultRules.counting)
        guard counting.count >= ResultRules.leastForTopics else { return [] }
        let pool = try ExamPoolStore.pool(of: exam.id, in: db)
        let keys = try QuestionStore.keys(of: pool.map(\.revision), in: db).mapValues(\.choices)
        let topicOf = Dictionary(pool.map { ($0.revision, $0.topic) }) { first, _ in first }
        var topics: [String: (questions: Int, right: Int)] = [:]
        for attempt in counting {
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT paperLine.revisionID, response.chosen FROM paperLine
                    LEFT JOIN response USING (attemptID, number) WHERE paperLine.attemptID = ?
                    """, arguments: [attempt.id])
            for row in rows {
                let revision: ID<QuestionRevision> = row["revisionID"]
                guard let topic = topicOf[revision], let key = keys[revision] else { continue }
                topics[topic, default: (0, 0)].questions += 1
                if ChoiceSet(bits: row["chosen"] ?? 0) == key { topics[topic]?.right += 1 }
            }
        }
        return topics.map { TopicResult(topic: $0.key, questions: $0.value.questions, right: $0.value.right) }
            .sorted { $0.topic < $1.topic }
    }

    static func attempts(of exam: ID<Exam>, in db: Database) throws -> [AttemptRecord] {
        try Row.fetchAll(db, sql: "SELECT * FROM attempt WHERE examID = ? ORDER BY id", arguments: [exam]).map(record)
    }

    /// How many people have submitted at least one attempt.
    static func submittedCount(of exam: ID<Exam>, in db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(DISTINCT employeeID) FROM attempt WHERE examID = ? AND submittedAt IS NOT NULL",
            arguments: [exam]) ?? 0
    }

    /// What this person has come to in every exam that concerns them, the latest first.
    static func history(
        of employee: ID<Employee>, scope: UnitScope, today: Day, in db: Database
    ) throws -> [(exam: Exam, result: ExamResult)] {
        try ExamStore.all(within: .everywhere, in: db).filter { $0.state != .draft }.compactMap { exam in
            try result(of: employee, in: exam, scope: scope, today: today, in: db).map { (exam, $0) }
        }
    }

    private static func record(_ row: Row) -> AttemptRecord {
        AttemptRecord(
            id: row["id"], employee: row["employeeID"], startedAt: row["startedAt"],
            submittedAt: row["submittedAt"], score: (row["score"] as Int?).map(Points.init(hundredths:)),
            passed: row["passed"])
    }
}
