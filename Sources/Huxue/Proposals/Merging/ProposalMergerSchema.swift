/// Proposals taken up into earlier ones, with the consent of all their authors.
enum ProposalMergerSchema {
    static let migrations = [
        Migration(
            name: "2026-12-07 merge proposals",
            sql: """
                CREATE TABLE proposalMerger (
                    laterID INTEGER PRIMARY KEY REFERENCES proposal (id),
                    earlierID INTEGER NOT NULL REFERENCES proposal (id),
                    reason TEXT NOT NULL CHECK (reason <> ''),
                    proposedBy INTEGER NOT NULL REFERENCES employee (id),
                    proposedAt TEXT NOT NULL,
                    mergedAt TEXT,
                    CHECK (laterID <> earlierID)
                ) STRICT;
                CREATE INDEX proposalMergerEarlier ON proposalMerger (earlierID);
                CREATE TABLE proposalMergerAnswer (
                    laterID INTEGER NOT NULL REFERENCES proposalMerger (laterID) ON DELETE CASCADE,
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    agrees INTEGER CHECK (agrees IN (0, 1)),
                    answeredAt TEXT,
                    PRIMARY KEY (laterID, employeeID),
                    CHECK ((agrees IS NULL) = (answeredAt IS NULL))
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX proposalMergerAnswerEmployee ON proposalMergerAnswer (employeeID);
                CREATE TRIGGER proposalMergerStands BEFORE DELETE ON proposalMerger WHEN old.mergedAt IS NOT NULL
                BEGIN SELECT RAISE (ABORT, 'what was merged stays merged'); END;
                """),
        Migration(
            name: "2026-12-07 count mergers of proposals", countingOn: .reviews, rowsOf: ["proposalMerger"]),
    ]

    static let invariants = [
        Invariant(
            violation: "併案的創意提案不屬於同一次徵件，或併入的不是較早的一件",
            sql: """
                SELECT merger.laterID FROM proposalMerger AS merger
                JOIN proposal AS later ON later.id = merger.laterID
                JOIN proposal AS earlier ON earlier.id = merger.earlierID
                WHERE later.callID <> earlier.callID OR later.number IS NULL OR earlier.number IS NULL
                    OR later.number <= earlier.number
                """),
        Invariant(
            violation: "創意提案已併案，提案人卻沒有全部同意",
            sql: """
                SELECT merger.laterID FROM proposalMerger AS merger
                JOIN proposalMergerAnswer AS answer ON answer.laterID = merger.laterID
                WHERE merger.mergedAt IS NOT NULL AND answer.agrees IS NOT 1
                """),
    ]
}
