/// Who reviews which proposal, by what, and until when.
enum ReviewSchema {
    static let migrations = [
        Migration(
            name: "2026-12-05 let reviewers score proposals",
            sql: """
                ALTER TABLE proposalCall ADD COLUMN rubricID INTEGER REFERENCES rubric (id);
                ALTER TABLE proposalCall ADD COLUMN tieCriterion TEXT NOT NULL DEFAULT '';
                ALTER TABLE proposalCall ADD COLUMN excludesChain INTEGER NOT NULL DEFAULT 0
                    CHECK (excludesChain IN (0, 1));
                ALTER TABLE proposalCall ADD COLUMN reviewsClose TEXT CHECK (reviewsClose > closes);
                ALTER TABLE proposalCall ADD COLUMN rubricVersionID INTEGER REFERENCES rubricVersion (id);
                ALTER TABLE proposalCall ADD COLUMN seed INTEGER;
                CREATE TRIGGER proposalCallRubricIsFixed
                BEFORE UPDATE OF rubricID, tieCriterion, excludesChain, rubricVersionID ON proposalCall
                WHEN old.reviewAt IS NOT NULL
                BEGIN SELECT RAISE (ABORT, 'a call never changes once its review has begun'); END;

                CREATE TABLE proposalReview (
                    proposalID INTEGER NOT NULL REFERENCES proposal (id),
                    reviewerID INTEGER NOT NULL REFERENCES employee (id),
                    assignedAt TEXT NOT NULL,
                    assignedBy INTEGER NOT NULL REFERENCES employee (id),
                    asideAt TEXT,
                    ending TEXT CHECK (ending IN ('removed', 'abstained', 'conflict')),
                    endedAt TEXT,
                    reason TEXT NOT NULL DEFAULT '',
                    PRIMARY KEY (proposalID, reviewerID),
                    CHECK ((ending IS NULL) = (endedAt IS NULL)),
                    CHECK (ending IS NOT 'abstained' OR reason <> '')
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX proposalReviewReviewer ON proposalReview (reviewerID);
                CREATE TRIGGER proposalReviewIsImpartial BEFORE INSERT ON proposalReview
                WHEN EXISTS (SELECT 1 FROM proposalConflict
                        WHERE proposalID = new.proposalID AND employeeID = new.reviewerID)
                    OR EXISTS (SELECT 1 FROM proposalAuthor
                        WHERE proposalID = new.proposalID AND employeeID = new.reviewerID)
                BEGIN SELECT RAISE (ABORT, 'nobody reviews a proposal in which they have an interest'); END;
                """),
        Migration(
            name: "2026-12-05 count what changes a review", counting: .reviews,
            rowsOf: ["proposalCall", "proposalPanelist", "proposalAuthor", "proposalConflict", "proposalReview"]),
        Migration(
            name: "2026-12-05 count what is handed in",
            sql: """
                CREATE TRIGGER reviewsCountHandedIn AFTER UPDATE OF state ON scoreSheet
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'reviews'; END;
                """),
    ]

    static let invariants = [
        Invariant(
            violation: "應迴避創意提案的人仍在評審",
            sql: """
                SELECT review.proposalID, review.reviewerID FROM proposalReview AS review
                WHERE review.ending IS NULL AND (
                    EXISTS (SELECT 1 FROM proposalConflict AS conflict WHERE conflict.proposalID = review.proposalID
                        AND conflict.employeeID = review.reviewerID)
                    OR EXISTS (SELECT 1 FROM proposalAuthor AS author WHERE author.proposalID = review.proposalID
                        AND author.employeeID = review.reviewerID))
                """),
        Invariant(
            violation: "創意提案在評審開始以前就有評審委員，或徵件沒有固定評分表",
            sql: """
                SELECT DISTINCT proposalCall.id FROM proposalReview AS review
                JOIN proposal ON proposal.id = review.proposalID JOIN proposalCall ON proposalCall.id = proposal.callID
                WHERE proposalCall.reviewAt IS NULL OR proposalCall.rubricVersionID IS NULL
                """),
    ]
}
