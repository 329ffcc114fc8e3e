/// Calls for proposals, proposals with their revisions and authors, and who must not touch them.
enum ProposalSchema {
    static let migrations =
        own + ReviewSchema.migrations + ProposalDecisionSchema.migrations + ProposalMeetingSchema.migrations
        + ProposalMergerSchema.migrations + ProposalTaskSchema.migrations + ProposalMeritSchema.migrations
    static let invariants =
        ownInvariants + ReviewSchema.invariants + ProposalDecisionSchema.invariants + ProposalMeetingSchema.invariants
        + ProposalMergerSchema.invariants + ProposalTaskSchema.invariants + ProposalMeritSchema.invariants

    private static let own = [
        Migration(
            name: "2026-12-04 keep calls for proposals, and proposals",
            sql: """
                CREATE TABLE proposalCall (
                    id INTEGER PRIMARY KEY,
                    unitID INTEGER NOT NULL REFERENCES unit (id),
                    title TEXT NOT NULL CHECK (title <> ''),
                    year INTEGER NOT NULL CHECK (year BETWEEN 1912 AND 9999),
                    opens TEXT NOT NULL,
                    closes TEXT NOT NULL CHECK (closes > opens),
                    kinds TEXT NOT NULL CHECK (json_array_length(kinds) > 0),
                    takesRole INTEGER NOT NULL CHECK (takesRole IN (0, 1)),
                    reviewersEach INTEGER NOT NULL CHECK (reviewersEach BETWEEN 1 AND 20),
                    isBlind INTEGER NOT NULL CHECK (isBlind IN (0, 1)),
                    method TEXT NOT NULL CHECK (method IN ('mean', 'trimmedMean', 'rankSum', 'standardScore')),
                    thirdShare INTEGER CHECK (thirdShare BETWEEN 1 AND 100),
                    ties TEXT NOT NULL CHECK (json_valid(ties)),
                    edit INTEGER NOT NULL DEFAULT 1 CHECK (edit >= 1),
                    reviewAt TEXT CHECK (reviewAt >= opens),
                    meetingAt TEXT CHECK (meetingAt IS NULL OR reviewAt IS NOT NULL AND meetingAt >= reviewAt),
                    decidedAt TEXT CHECK (decidedAt IS NULL OR meetingAt IS NOT NULL AND decidedAt >= meetingAt)
                ) STRICT;
                CREATE INDEX proposalCallUnit ON proposalCall (unitID);
                CREATE TRIGGER proposalCallIsFixed
                BEFORE UPDATE OF unitID, title, year, opens, closes, kinds, takesRole, reviewersEach, isBlind, method,
                    thirdShare, ties ON proposalCall
                WHEN old.reviewAt IS NOT NULL
                BEGIN SELECT RAISE (ABORT, 'a call never changes once its review has begun'); END;

                CREATE TABLE proposalPanelist (
                    callID INTEGER NOT NULL REFERENCES proposalCall (id),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    PRIMARY KEY (callID, employeeID)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE proposalAward (
                    callID INTEGER NOT NULL REFERENCES proposalCall (id),
                    position INTEGER NOT NULL CHECK (position >= 1),
                    name TEXT NOT NULL CHECK (name <> ''),
                    prize INTEGER CHECK (prize > 0),
                    merit TEXT CHECK (merit IN ('commendation', 'merit')),
                    times INTEGER CHECK (times BETWEEN 1 AND 2),
                    PRIMARY KEY (callID, position),
                    CHECK ((merit IS NULL) = (times IS NULL))
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE proposal (
                    id INTEGER PRIMARY KEY,
                    callID INTEGER NOT NULL REFERENCES proposalCall (id),
                    creatorID INTEGER NOT NULL REFERENCES employee (id),
                    number INTEGER CHECK (number >= 1),
                    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'accepted', 'withdrawn')),
                    currentRevisionID INTEGER NOT NULL REFERENCES proposalRevision (id) DEFERRABLE INITIALLY DEFERRED,
                    lawAsOf TEXT,
                    createdAt TEXT NOT NULL,
                    submittedAt TEXT,
                    remark TEXT NOT NULL DEFAULT '',
                    withdrawnAt TEXT,
                    UNIQUE (callID, number),
                    CHECK ((number IS NULL) = (submittedAt IS NULL)),
                    CHECK (state NOT IN ('submitted', 'returned', 'accepted') OR submittedAt IS NOT NULL),
                    CHECK (state <> 'draft' OR submittedAt IS NULL),
                    CHECK ((state = 'withdrawn') = (withdrawnAt IS NOT NULL))
                ) STRICT;
                CREATE INDEX proposalCreator ON proposal (creatorID);

                CREATE TABLE proposalRevision (
                    id INTEGER PRIMARY KEY,
                    proposalID INTEGER NOT NULL REFERENCES proposal (id) DEFERRABLE INITIALLY DEFERRED,
                    number INTEGER NOT NULL CHECK (number >= 1),
                    fields TEXT NOT NULL CHECK (json_extract(fields, '$.title') <> ''),
                    savedBy INTEGER NOT NULL REFERENCES employee (id),
                    reason TEXT NOT NULL,
                    savedAt TEXT NOT NULL,
                    UNIQUE (proposalID, number)
                ) STRICT;
                CREATE TRIGGER proposalRevisionStays BEFORE UPDATE ON proposalRevision
                BEGIN SELECT RAISE (ABORT, 'a revision of a proposal never changes'); END;
                CREATE TRIGGER proposalRevisionRemains BEFORE DELETE ON proposalRevision
                BEGIN SELECT RAISE (ABORT, 'a revision of a proposal is never deleted'); END;

                CREATE TABLE proposalCitation (
                    revisionID INTEGER NOT NULL REFERENCES proposalRevision (id),
                    position INTEGER NOT NULL CHECK (position >= 1),
                    citation TEXT NOT NULL CHECK (citation <> ''),
                    pcode TEXT NOT NULL,
                    PRIMARY KEY (revisionID, position)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX proposalCitationStatute ON proposalCitation (pcode);

                CREATE TABLE proposalAttachment (
                    revisionID INTEGER NOT NULL REFERENCES proposalRevision (id),
                    name TEXT NOT NULL CHECK (name <> ''),
                    PRIMARY KEY (revisionID, name)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX proposalAttachmentName ON proposalAttachment (name);

                CREATE TABLE proposalAuthor (
                    proposalID INTEGER NOT NULL REFERENCES proposal (id),
                    position INTEGER NOT NULL CHECK (position >= 1),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    share INTEGER NOT NULL CHECK (share BETWEEN 1 AND 10000),
                    confirmedAt TEXT,
                    declinedAt TEXT,
                    PRIMARY KEY (proposalID, employeeID),
                    UNIQUE (proposalID, position),
                    CHECK (confirmedAt IS NULL OR declinedAt IS NULL)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX proposalAuthorEmployee ON proposalAuthor (employeeID);

                CREATE TABLE proposalCheck (
                    id INTEGER PRIMARY KEY,
                    proposalID INTEGER NOT NULL REFERENCES proposal (id),
                    revisionID INTEGER NOT NULL REFERENCES proposalRevision (id),
                    checkerID INTEGER NOT NULL REFERENCES employee (id),
                    outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'returned')),
                    reason TEXT NOT NULL,
                    checkedAt TEXT NOT NULL,
                    CHECK (outcome = 'accepted' OR reason <> '')
                ) STRICT;
                CREATE INDEX proposalCheckProposal ON proposalCheck (proposalID, id);

                CREATE TABLE proposalConflict (
                    proposalID INTEGER NOT NULL REFERENCES proposal (id),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    source TEXT NOT NULL CHECK (source IN ('declared', 'secretary', 'supervision')),
                    reason TEXT NOT NULL CHECK (reason <> ''),
                    declaredAt TEXT NOT NULL,
                    declaredBy INTEGER REFERENCES employee (id),
                    PRIMARY KEY (proposalID, employeeID)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX proposalConflictEmployee ON proposalConflict (employeeID);

                CREATE VIRTUAL TABLE proposalText USING fts5 (
                    title, headings, body,
                    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'");

                CREATE TRIGGER workProposalIsRevised AFTER INSERT ON proposalRevision
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'works'; END;
                CREATE TRIGGER workProposalChanges AFTER UPDATE OF state, lawAsOf, currentRevisionID ON proposal
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'works'; END;
                CREATE TRIGGER workProposalIsDecided AFTER UPDATE OF decidedAt ON proposalCall
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'works'; END;
                """)
    ]

    private static let ownInvariants = [
        Invariant(
            violation: "已送出的創意提案，提案人的貢獻比例加起來不是 100 %",
            sql: """
                SELECT proposal.id FROM proposal
                LEFT JOIN proposalAuthor AS author ON author.proposalID = proposal.id
                WHERE proposal.state IN ('submitted', 'returned', 'accepted')
                GROUP BY proposal.id HAVING coalesce(sum(author.share), 0) <> 10000
                """),
        Invariant(
            violation: "送出的創意提案有提案人還沒有同意",
            sql: """
                SELECT proposal.id FROM proposal JOIN proposalAuthor AS author ON author.proposalID = proposal.id
                WHERE proposal.state IN ('submitted', 'accepted') AND author.confirmedAt IS NULL
                """),
        Invariant(
            violation: "創意提案的現行版本不是它自己最新的版本",
            sql: """
                SELECT proposal.id FROM proposal
                LEFT JOIN proposalRevision AS revision ON revision.id = proposal.currentRevisionID
                WHERE revision.proposalID IS NOT proposal.id
                    OR EXISTS (SELECT * FROM proposalRevision AS later
                        WHERE later.proposalID = proposal.id AND later.number > revision.number)
                """),
        Invariant(
            violation: "創意提案的提出人不在提案人之中",
            sql: """
                SELECT id FROM proposal WHERE NOT EXISTS (SELECT * FROM proposalAuthor AS author
                    WHERE author.proposalID = proposal.id AND author.employeeID = proposal.creatorID
                        AND author.confirmedAt IS NOT NULL)
                """),
        Invariant(
            violation: "創意提案的形式審查結果與狀態不符",
            sql: """
                SELECT proposal.id FROM proposal
                LEFT JOIN proposalCheck AS last ON last.id = (
                    SELECT max(id) FROM proposalCheck WHERE proposalID = proposal.id)
                WHERE proposal.state IN ('returned', 'accepted') AND last.outcome IS NOT proposal.state
                """),
        Invariant(
            violation: "評審開始以後還有創意提案沒有完成形式審查",
            sql: """
                SELECT proposal.id FROM proposal JOIN proposalCall ON proposalCall.id = proposal.callID
                WHERE proposalCall.reviewAt IS NOT NULL AND proposal.state = 'submitted'
                """),
        Invariant(
            violation: "創意提案沒有編入搜尋索引",
            sql: "SELECT id FROM proposal WHERE id NOT IN (SELECT rowid FROM proposalText)"),
    ]
}
