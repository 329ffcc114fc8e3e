import GRDB

/// Rounds of review.
enum QuestionReviewStore {
    /// Opens a round on the question's current revision.
    static func begin(_ question: Question, by acting: ActionContext, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO questionReview (questionID, revisionID, submittedAt, submitter, submitterID)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                question.id, question.currentRevisionID, acting.now, acting.actor.auditName, acting.actor.employee,
            ])
    }

    /// Closes and opens rounds after many questions changed at once: one for each question in review, on its current
    /// revision, and none for others.
    static func follow(by acting: ActionContext, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE questionReview SET outcome = 'withdrawn', endedAt = ?
                WHERE outcome IS NULL AND NOT EXISTS (SELECT 1 FROM question WHERE question.id = questionReview.questionID
                    AND question.state = 'inReview' AND question.currentRevisionID = questionReview.revisionID)
                """, arguments: [acting.now])
        let waiting = try ID<Question>.fetchAll(
            db,
            sql: """
                SELECT id FROM question WHERE state = 'inReview' AND NOT EXISTS (
                    SELECT 1 FROM questionReview WHERE questionID = question.id AND outcome IS NULL)
                """)
        for id in waiting {
            guard let question = try QuestionStore.question(id, in: db) else { continue }
            try begin(question, by: acting, in: db)
        }
    }

    /// Questions whose key stays closed to a person, who may be the one to answer them: those in review that somebody
    /// else wrote, until the person has answered.
    static func blind(to visitor: Visitor, in db: Database) throws -> Set<ID<Question>> {
        let query: SQL = """
            SELECT questionID FROM questionReview AS review
            WHERE outcome IS NULL AND submitterID IS NOT \(visitor.employee) AND reviewerID IS NOT \(visitor.employee)
                AND NOT EXISTS (
                    SELECT 1 FROM questionRevision AS revision
                    WHERE revision.questionID = review.questionID AND revision.writerID = \(visitor.employee)
                        AND revision.id > coalesce((
                            SELECT max(revisionID) FROM questionReview AS earlier
                            WHERE earlier.questionID = review.questionID AND earlier.outcome = 'approved'), 0))
            """
        return try SQLRequest<ID<Question>>(literal: query, cached: true).fetchSet(db)
    }

    /// The round that is open; nil for none.
    static func open(_ question: ID<Question>, in db: Database) throws -> QuestionReview? {
        try Row.fetchOne(
            db, sql: "SELECT * FROM questionReview WHERE questionID = ? AND outcome IS NULL", arguments: [question]
        ).map(review)
    }

    /// What the reviewer wrote who sent the current revision back last; nil when nobody did.
    static func returned(_ question: Question, in db: Database) throws -> String? {
        guard question.state == .draft else { return nil }
        return try String.fetchOne(
            db,
            sql: """
                SELECT remark FROM questionReview WHERE questionID = ? AND revisionID = ? AND outcome = 'returned'
                ORDER BY id DESC LIMIT 1
                """, arguments: [question.id, question.currentRevisionID])
    }

    /// All rounds of a question, the latest first.
    static func reviews(of question: ID<Question>, in db: Database) throws -> [QuestionReview] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM questionReview WHERE questionID = ? ORDER BY id DESC", arguments: [question]
        ).map(review)
    }

    /// `answer`: nil when the question is not clear.
    static func answer(
        _ review: ID<QuestionReview>, _ answer: ChoiceSet?, by reviewer: ID<Employee>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE questionReview SET answer = ?, reviewerID = ?, answeredAt = ? WHERE id = ?",
            arguments: [answer?.bits, reviewer, now, review])
    }

    static func end(
        _ review: ID<QuestionReview>, _ outcome: QuestionReview.Outcome, remark: String, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE questionReview SET outcome = ?, endedAt = ?, remark = ? WHERE id = ?",
            arguments: [outcome.rawValue, now, remark, review])
    }

    /// Everybody who wrote the question or brought it in since it was last approved; nobody for what came with the
    /// console's files.
    static func authors(of question: ID<Question>, in db: Database) throws -> Set<ID<Employee>> {
        try ID<Employee>.fetchSet(
            db,
            sql: """
                SELECT writerID FROM questionRevision
                WHERE questionID = :question AND writerID IS NOT NULL AND id > coalesce((
                    SELECT max(revisionID) FROM questionReview
                    WHERE questionID = :question AND outcome = 'approved'), 0)
                """, arguments: ["question": question])
    }

    /// Questions in a state, those that wait longest first; `submitter` and `reviewer` name people of the open round.
    ///
    /// `scope`: of the banks that the reader may write or review.
    static func lines(
        _ state: QuestionState, scope: UnitScope, limit: Int, offset: Int = 0, in db: Database
    ) throws -> [QuestionReviewLine] {
        let query: SQL = """
            SELECT question.code, question.topic, revision.stem, revision.type, revision.author, revision.writerID,
                revision.createdAt, review.submittedAt, review.submitterID, review.reviewerID,
                (SELECT remark FROM questionReview AS last WHERE last.questionID = question.id
                    AND last.outcome = 'returned' AND last.revisionID = question.currentRevisionID
                    ORDER BY last.id DESC LIMIT 1) AS returned
            \(rows(state, scope))
            ORDER BY coalesce(review.submittedAt, revision.createdAt), question.id LIMIT \(limit) OFFSET \(offset)
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            QuestionReviewLine(
                code: row["code"], topic: row["topic"], stem: row["stem"],
                type: QuestionType(rawValue: row["type"]) ?? .single, author: row["author"],
                writer: row["writerID"], writtenAt: row["createdAt"], submittedAt: row["submittedAt"],
                submitter: row["submitterID"],
                reviewer: row["reviewerID"], returned: row["returned"])
        }
    }

    /// The questions with an open round, those that wait longest first.
    static func questionsInReview(in db: Database) throws -> [Question] {
        try ID<Question>.fetchAll(db, sql: "SELECT questionID FROM questionReview WHERE outcome IS NULL ORDER BY id")
            .compactMap { try QuestionStore.question($0, in: db) }
    }

    /// How many of a person's questions were sent back and not handed in again.
    static func returnedCount(to writer: ID<Employee>, scope: UnitScope, in db: Database) throws -> Int {
        let query: SQL = """
            SELECT count(*) FROM question JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
            WHERE question.state = 'draft' AND revision.writerID = \(writer) AND \(QuestionUnitStore.within(scope))
                AND EXISTS (SELECT 1 FROM questionReview WHERE questionID = question.id AND revisionID = revision.id
                    AND outcome = 'returned')
            """
        return try SQLRequest<Int>(literal: query, cached: true).fetchOne(db) ?? 0
    }

    /// How many questions in use were last checked against the law before a day.
    static func unrefreshedCount(since day: Day, scope: UnitScope, in db: Database) throws -> Int {
        let query: SQL = """
            SELECT count(*) FROM question WHERE state = 'active' AND lawAsOf < \(day)
                AND \(QuestionUnitStore.within(scope))
            """
        return try SQLRequest<Int>(literal: query, cached: true).fetchOne(db) ?? 0
    }

    static func count(_ state: QuestionState, scope: UnitScope, in db: Database) throws -> Int {
        let query: SQL = "SELECT count(*) \(rows(state, scope))"
        return try SQLRequest<Int>(literal: query, cached: true).fetchOne(db) ?? 0
    }

    private static func rows(_ state: QuestionState, _ scope: UnitScope) -> SQL {
        """
        FROM question JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
        LEFT JOIN questionReview AS review ON review.questionID = question.id AND review.outcome IS NULL
        WHERE question.state = \(state.rawValue) AND \(QuestionUnitStore.within(scope))
        """
    }

    private static func review(_ row: Row) -> QuestionReview {
        QuestionReview(
            id: row["id"], question: row["questionID"], revision: row["revisionID"], submittedAt: row["submittedAt"],
            submitter: row["submitter"], submitterID: row["submitterID"], reviewer: row["reviewerID"],
            answeredAt: row["answeredAt"], answer: (row["answer"] as UInt32?).map(ChoiceSet.init(bits:)),
            outcome: (row["outcome"] as String?).flatMap(QuestionReview.Outcome.init(rawValue:)),
            endedAt: row["endedAt"], remark: row["remark"])
    }
}
