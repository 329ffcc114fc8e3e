import GRDB

/// Which questions may come back into use without another review.
///
/// Those whose type, stem, choices and key were approved once, in any revision, or came in as in use from who keeps the
/// whole folder at the command line.
enum QuestionReleaseStore {
    /// SQL condition on `question`.
    private static var released: SQL {
        """
        EXISTS (SELECT 1 FROM questionRevision AS current
            JOIN questionRevision AS known ON known.questionID = current.questionID
                AND (known.type, known.stem, known.choices, known.key)
                    = (current.type, current.stem, current.choices, current.key)
            WHERE current.id = question.currentRevisionID AND (
                EXISTS (SELECT 1 FROM questionRelease WHERE revisionID = known.id)
                OR EXISTS (SELECT 1 FROM questionReview WHERE questionID = known.questionID
                    AND revisionID = known.id AND outcome = 'approved')))
        """
    }

    static func isReleased(_ question: ID<Question>, in db: Database) throws -> Bool {
        let query: SQL = "SELECT \(released) FROM question WHERE id = \(question)"
        return try SQLRequest<Bool>(literal: query, cached: true).fetchOne(db) ?? false
    }

    /// The codes of retired questions that may not.
    static func unreleased(in db: Database) throws -> Set<String> {
        let query: SQL = "SELECT code FROM question WHERE state = 'retired' AND NOT \(released)"
        return try SQLRequest<String>(literal: query, cached: true).fetchSet(db)
    }

    /// Releases what an import of the command line has just brought in as in use.
    ///
    /// A question that it calls retired is released with a new text alone: the bank's own may wait for its review.
    /// `last`: the latest revision of before.
    static func release(_ importID: ID<QuestionImport>, after last: Int64, in db: Database) throws {
        try db.execute(
            literal: """
                INSERT OR IGNORE INTO questionRelease (revisionID)
                SELECT question.currentRevisionID
                FROM stagedQuestion AS staged JOIN question ON question.code = staged.code
                WHERE staged.importID = \(importID)
                    AND (staged.state = 'active' OR staged.state = 'retired' AND question.currentRevisionID > \(last))
                """)
    }
}
