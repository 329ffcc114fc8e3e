import GRDB

/// Reads what the analysis of closed exams needs.
enum ItemAnalysisStore {
    /// Every answer on the papers that count: each person's best, of equally good ones the earliest, as in `ResultStore`.
    static func answers(of exam: ID<Exam>, in db: Database) throws -> ExamAnswers {
        let query: SQL = """
            SELECT best.id, best.score, paperLine.revisionID, paperLine.number, coalesce(response.chosen, 0)
            FROM (
                SELECT id, score, row_number() OVER (PARTITION BY employeeID ORDER BY score DESC, startedAt) AS place
                FROM attempt WHERE examID = \(exam) AND submittedAt IS NOT NULL
            ) AS best
            CROSS JOIN paperLine ON paperLine.attemptID = best.id
            LEFT JOIN response ON response.attemptID = best.id AND response.number = paperLine.number
            WHERE best.place = 1
            """
        let rows = try SQLRequest<Row>(literal: query, cached: true).fetchCursor(db)
        var answers = ExamAnswers()
        while let row = try rows.next() {
            let (attempt, revision): (Int64, Int64) = (row[0], row[2])
            answers.add(
                ID(rawValue: revision), number: row[3], chosen: ChoiceSet(bits: row[4]), of: ID(rawValue: attempt),
                score: Points(hundredths: row[1]))
        }
        return answers
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
