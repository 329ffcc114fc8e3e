/// What is done about adopted proposals, and what came of them.
enum ProposalTaskSchema {
    static let migrations = [
        Migration(
            name: "2026-12-08 carry out adopted proposals",
            sql: """
                CREATE TABLE proposalTask (
                    id INTEGER PRIMARY KEY,
                    proposalID INTEGER NOT NULL REFERENCES proposalDecision (proposalID),
                    title TEXT NOT NULL CHECK (title <> ''),
                    unitID INTEGER NOT NULL REFERENCES unit (id),
                    employeeID INTEGER REFERENCES employee (id),
                    dueOn TEXT NOT NULL,
                    edit INTEGER NOT NULL DEFAULT 1 CHECK (edit >= 1)
                ) STRICT;
                CREATE INDEX proposalTaskProposal ON proposalTask (proposalID);
                CREATE INDEX proposalTaskUnit ON proposalTask (unitID);
                CREATE INDEX proposalTaskEmployee ON proposalTask (employeeID);

                CREATE TABLE proposalProgress (
                    taskID INTEGER NOT NULL REFERENCES proposalTask (id),
                    month TEXT NOT NULL CHECK (month LIKE '____-__-01'),
                    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
                    words TEXT NOT NULL,
                    savedBy INTEGER NOT NULL REFERENCES employee (id),
                    savedAt TEXT NOT NULL,
                    PRIMARY KEY (taskID, month)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE proposalEffect (
                    proposalID INTEGER PRIMARY KEY REFERENCES proposalDecision (proposalID),
                    page TEXT NOT NULL DEFAULT '',
                    minutes INTEGER CHECK (minutes BETWEEN 0 AND 10000),
                    cases INTEGER CHECK (cases BETWEEN 0 AND 10000000),
                    words TEXT NOT NULL DEFAULT '',
                    confirmedBy INTEGER REFERENCES employee (id),
                    confirmedAt TEXT,
                    CHECK ((confirmedBy IS NULL) = (confirmedAt IS NULL)),
                    CHECK (confirmedAt IS NULL OR words <> '')
                ) STRICT;
                """)
    ]

    static let invariants = [
        Invariant(
            violation: "沒有採行的創意提案有執行工作",
            sql: """
                SELECT task.id FROM proposalTask AS task JOIN proposalDecision AS decision
                    ON decision.proposalID = task.proposalID
                WHERE decision.outcome NOT IN ('adopted', 'partlyAdopted')
                """)
    ]
}
