/// What authors get for their proposals.
enum ProposalMeritSchema {
    static let migrations = [
        Migration(
            name: "2026-12-08 reward the authors of proposals",
            sql: """
                CREATE TABLE proposalMerit (
                    proposalID INTEGER NOT NULL REFERENCES proposalDecision (proposalID),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    prize INTEGER NOT NULL CHECK (prize >= 0),
                    merit TEXT CHECK (merit IN ('commendation', 'merit')),
                    times INTEGER CHECK (times BETWEEN 1 AND 2),
                    letter INTEGER NOT NULL CHECK (letter IN (0, 1)),
                    orderNumber TEXT NOT NULL,
                    orderedOn TEXT NOT NULL,
                    savedBy INTEGER NOT NULL REFERENCES employee (id),
                    savedAt TEXT NOT NULL,
                    PRIMARY KEY (proposalID, employeeID),
                    CHECK ((merit IS NULL) = (times IS NULL)),
                    CHECK (prize > 0 OR merit IS NOT NULL OR letter = 1)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX proposalMeritEmployee ON proposalMerit (employeeID);
                """)
    ]

    static let invariants = [
        Invariant(
            violation: "創意提案的獎勵給了不是提案人的人",
            sql: """
                SELECT merit.proposalID, merit.employeeID FROM proposalMerit AS merit
                WHERE NOT EXISTS (SELECT 1 FROM proposalAuthor AS author WHERE author.proposalID = merit.proposalID
                    AND author.employeeID = merit.employeeID AND author.confirmedAt IS NOT NULL)
                """)
    ]
}
