import GRDB

/// Reads what the analysis of closed exams needs.
enum ItemAnalysisStore {
    /// Every answer on the papers that count: each person's best, of equally good ones the earliest, as in `ResultStore`.
    ///
    /// Papers, questions and responses are read one after the other, each in the order in which it lies on the disk:
    /// looking up every response by itself takes twice as long for 12,000 papers.
    static func answers(of exam: ID<Exam>, in db: Database) throws -> ExamAnswers {
        let counted: SQL = """
            (SELECT id, score FROM (
                SELECT id, score, row_number() OVER (PARTITION BY employeeID ORDER BY score DESC, startedAt) AS place
                FROM attempt WHERE examID = \(exam) AND submittedAt IS NOT NULL
            ) WHERE place = 1) AS counted
            """
        var answers = ExamAnswers()
        try each("SELECT id, score, 0 FROM \(counted)", in: db) { attempt, score, _ in
            answers.addPaper(ID(rawValue: attempt), score: Points(hundredths: Int(score)))
        }
        let responses: SQL = """
            SELECT counted.id, response.number, response.chosen FROM \(counted)
            CROSS JOIN response ON response.attemptID = counted.id
            """
        try each(responses, in: db) { attempt, number, chosen in
            answers.choose(
                ChoiceSet(bits: UInt32(truncatingIfNeeded: chosen)), number: Int(number), on: ID(rawValue: attempt))
        }
        let lines: SQL = """
            SELECT counted.id, paperLine.number, paperLine.revisionID FROM \(counted)
            CROSS JOIN paperLine ON paperLine.attemptID = counted.id
            """
        try each(lines, in: db) { attempt, number, revision in
            answers.add(ID(rawValue: revision), number: Int(number), on: ID(rawValue: attempt))
        }
        return answers
    }

    private static func each(
        _ query: SQL, in db: Database, _ take: (Int64, Int64, Int64) -> Void
    ) throws {
        let rows = try SQLRequest<Row>(literal: query, cached: true).fetchCursor(db)
        while let row = try rows.next() { take(row[0], row[1], row[2]) }
    }

    /// The closed exams whose papers were drawn from a pool with one of these revisions.
    static func exams(
        drawing revisions: some Sequence<ID<QuestionRevision>>, in db: Database
    ) throws -> Set<ID<Exam>> {
        try Set(
            ID<Exam>.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT DISTINCT examPool.examID FROM examPool JOIN exam ON exam.id = examPool.examID
                        WHERE exam.state = 'closed' AND examPool.revisionID IN (SELECT value FROM json_each(?))
                        """), arguments: [QuestionStore.list(revisions)]))
    }

    /// What the papers of every closed exam were drawn from.
    static func pools(in db: Database) throws -> [(exam: ID<Exam>, revision: ID<QuestionRevision>)] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT examPool.examID, examPool.revisionID FROM examPool
                    JOIN exam ON exam.id = examPool.examID WHERE exam.state = 'closed'
                    """)
        ).map { ($0["examID"], $0["revisionID"]) }
    }
}
