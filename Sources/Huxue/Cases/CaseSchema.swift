/// Case studies with their revisions and authors, and what was decided about them.
enum CaseSchema {
    static let migrations = [
        Migration(
            name: "2026-12-06 keep case studies",
            sql: """
                CREATE TABLE caseStudy (
                    id INTEGER PRIMARY KEY,
                    unitID INTEGER NOT NULL REFERENCES unit (id),
                    creatorID INTEGER NOT NULL REFERENCES employee (id),
                    state TEXT NOT NULL CHECK (state IN (
                        'draft', 'submitted', 'returned', 'discussion', 'concluded', 'published', 'retired')),
                    currentRevisionID INTEGER NOT NULL REFERENCES caseRevision (id) DEFERRABLE INITIALLY DEFERRED,
                    lawAsOf TEXT,
                    createdAt TEXT NOT NULL,
                    submittedAt TEXT,
                    remark TEXT NOT NULL DEFAULT '',
                    openUnitID INTEGER REFERENCES unit (id),
                    publishedAt TEXT,
                    CHECK (state = 'draft' OR submittedAt IS NOT NULL),
                    CHECK ((openUnitID IS NOT NULL) = (state IN ('discussion', 'concluded', 'published'))),
                    CHECK (state <> 'published' OR publishedAt IS NOT NULL)
                ) STRICT;
                CREATE INDEX caseStudyUnit ON caseStudy (unitID);
                CREATE INDEX caseStudyOpenUnit ON caseStudy (openUnitID) WHERE openUnitID IS NOT NULL;

                CREATE TABLE caseRevision (
                    id INTEGER PRIMARY KEY,
                    caseID INTEGER NOT NULL REFERENCES caseStudy (id) DEFERRABLE INITIALLY DEFERRED,
                    number INTEGER NOT NULL CHECK (number >= 1),
                    fields TEXT NOT NULL CHECK (json_extract(fields, '$.title') <> ''),
                    savedBy INTEGER NOT NULL REFERENCES employee (id),
                    reason TEXT NOT NULL,
                    savedAt TEXT NOT NULL,
                    UNIQUE (caseID, number)
                ) STRICT;
                CREATE TRIGGER caseRevisionStays BEFORE UPDATE ON caseRevision
                BEGIN SELECT RAISE (ABORT, 'a revision of a case study never changes'); END;
                CREATE TRIGGER caseRevisionRemains BEFORE DELETE ON caseRevision
                BEGIN SELECT RAISE (ABORT, 'a revision of a case study is never deleted'); END;

                CREATE TABLE caseFacet (
                    revisionID INTEGER NOT NULL REFERENCES caseRevision (id),
                    facet TEXT NOT NULL CHECK (facet IN ('subject', 'service')),
                    value TEXT NOT NULL CHECK (value <> ''),
                    PRIMARY KEY (revisionID, facet, value)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX caseFacetValue ON caseFacet (facet, value);

                CREATE TABLE caseCitation (
                    revisionID INTEGER NOT NULL REFERENCES caseRevision (id),
                    position INTEGER NOT NULL CHECK (position >= 1),
                    citation TEXT NOT NULL CHECK (citation <> ''),
                    pcode TEXT NOT NULL,
                    PRIMARY KEY (revisionID, position)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX caseCitationStatute ON caseCitation (pcode);

                CREATE TABLE caseAttachment (
                    revisionID INTEGER NOT NULL REFERENCES caseRevision (id),
                    name TEXT NOT NULL CHECK (name <> ''),
                    PRIMARY KEY (revisionID, name)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX caseAttachmentName ON caseAttachment (name);

                CREATE TABLE caseAuthor (
                    caseID INTEGER NOT NULL REFERENCES caseStudy (id),
                    position INTEGER NOT NULL CHECK (position >= 1),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    share INTEGER NOT NULL CHECK (share BETWEEN 1 AND 10000),
                    PRIMARY KEY (caseID, employeeID),
                    UNIQUE (caseID, position)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX caseAuthorEmployee ON caseAuthor (employeeID);

                CREATE TABLE caseDecision (
                    id INTEGER PRIMARY KEY,
                    caseID INTEGER NOT NULL REFERENCES caseStudy (id),
                    revisionID INTEGER NOT NULL REFERENCES caseRevision (id),
                    outcome TEXT NOT NULL CHECK (outcome IN (
                        'returned', 'discussion', 'concluded', 'published', 'retired')),
                    reason TEXT NOT NULL,
                    decidedBy INTEGER NOT NULL REFERENCES employee (id),
                    decidedAt TEXT NOT NULL,
                    CHECK (outcome NOT IN ('returned', 'retired') OR reason <> '')
                ) STRICT;
                CREATE INDEX caseDecisionCase ON caseDecision (caseID, id);
                CREATE TRIGGER caseDecisionIsByAnother BEFORE INSERT ON caseDecision
                WHEN EXISTS (SELECT 1 FROM caseAuthor
                    WHERE caseID = new.caseID AND employeeID = new.decidedBy)
                BEGIN SELECT RAISE (ABORT, 'nobody decides about a case study of their own'); END;

                CREATE VIRTUAL TABLE caseText USING fts5 (
                    title, headings, body,
                    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'");

                CREATE TRIGGER workCaseIsRevised AFTER INSERT ON caseRevision
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'works'; END;
                CREATE TRIGGER workCaseChanges AFTER UPDATE OF state, lawAsOf, currentRevisionID ON caseStudy
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'works'; END;
                """),
        Migration(
            name: "2026-12-07 discuss case studies, and have them read",
            sql: """
                CREATE TABLE caseComment (
                    id INTEGER PRIMARY KEY,
                    caseID INTEGER NOT NULL REFERENCES caseStudy (id),
                    parentID INTEGER REFERENCES caseComment (id),
                    authorID INTEGER NOT NULL REFERENCES employee (id),
                    text TEXT NOT NULL CHECK (text <> ''),
                    writtenAt TEXT NOT NULL,
                    removedAt TEXT
                ) STRICT;
                CREATE INDEX caseCommentCase ON caseComment (caseID, id);

                CREATE TABLE caseConclusion (
                    id INTEGER PRIMARY KEY,
                    caseID INTEGER NOT NULL REFERENCES caseStudy (id),
                    text TEXT NOT NULL CHECK (text <> ''),
                    proposedBy INTEGER NOT NULL REFERENCES employee (id),
                    proposedAt TEXT NOT NULL
                ) STRICT;
                CREATE INDEX caseConclusionCase ON caseConclusion (caseID, id);

                CREATE TABLE caseVote (
                    conclusionID INTEGER NOT NULL REFERENCES caseConclusion (id),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
                    reason TEXT NOT NULL,
                    votedAt TEXT NOT NULL,
                    PRIMARY KEY (conclusionID, employeeID),
                    CHECK (agrees = 1 OR reason <> '')
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE caseFollowUp (
                    id INTEGER PRIMARY KEY,
                    caseID INTEGER NOT NULL REFERENCES caseStudy (id),
                    kind TEXT NOT NULL CHECK (kind IN ('faq', 'interpretation', 'question')),
                    page TEXT CHECK (page <> ''),
                    begunBy INTEGER NOT NULL REFERENCES employee (id),
                    begunAt TEXT NOT NULL
                ) STRICT;
                CREATE INDEX caseFollowUpCase ON caseFollowUp (caseID, id);

                ALTER TABLE caseStudy ADD COLUMN readBy TEXT;
                CREATE TABLE caseReading (
                    caseID INTEGER NOT NULL REFERENCES caseStudy (id),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    readAt TEXT NOT NULL,
                    isLate INTEGER NOT NULL CHECK (isLate IN (0, 1)),
                    PRIMARY KEY (caseID, employeeID)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX caseReadingEmployee ON caseReading (employeeID);
                CREATE TRIGGER caseReadingStays BEFORE UPDATE ON caseReading
                BEGIN SELECT RAISE (ABORT, 'a reading never changes'); END;
                CREATE TRIGGER caseReadingRemains BEFORE DELETE ON caseReading
                BEGIN SELECT RAISE (ABORT, 'a reading is never deleted'); END;
                """),
        Migration(
            name: "2026-12-07 keep what in a case study points to nobody",
            sql: """
                CREATE TABLE caseWaiver (
                    caseID INTEGER NOT NULL REFERENCES caseStudy (id),
                    field TEXT NOT NULL,
                    kind TEXT NOT NULL CHECK (kind NOT IN ('identityNumber', 'residentNumber')),
                    text TEXT NOT NULL CHECK (text <> ''),
                    reason TEXT NOT NULL CHECK (reason <> ''),
                    waivedBy INTEGER NOT NULL REFERENCES employee (id),
                    waivedAt TEXT NOT NULL,
                    PRIMARY KEY (caseID, field, kind, text)
                ) STRICT, WITHOUT ROWID;
                """),
    ]

    static let invariants = [
        Invariant(
            violation: "案例作者的貢獻比例加起來不是 100 %",
            sql: """
                SELECT caseStudy.id FROM caseStudy
                LEFT JOIN caseAuthor AS author ON author.caseID = caseStudy.id
                GROUP BY caseStudy.id HAVING coalesce(sum(author.share), 0) <> 10000
                """),
        Invariant(
            violation: "案例的現行版本不是它自己最新的版本",
            sql: """
                SELECT caseStudy.id FROM caseStudy
                LEFT JOIN caseRevision AS revision ON revision.id = caseStudy.currentRevisionID
                WHERE revision.caseID IS NOT caseStudy.id
                    OR EXISTS (SELECT * FROM caseRevision AS later
                        WHERE later.caseID = caseStudy.id AND later.number > revision.number)
                """),
        Invariant(
            violation: "案例的狀態與最後的決定不符",
            sql: """
                SELECT caseStudy.id FROM caseStudy
                LEFT JOIN caseDecision AS last ON last.id = (
                    SELECT max(id) FROM caseDecision WHERE caseID = caseStudy.id)
                WHERE caseStudy.state NOT IN ('draft', 'submitted') AND last.outcome IS NOT caseStudy.state
                """),
        Invariant(
            violation: "發布的案例不是由另一個人確認",
            sql: """
                SELECT decision.caseID FROM caseDecision AS decision
                JOIN caseStudy ON caseStudy.id = decision.caseID AND caseStudy.state = 'published'
                JOIN caseAuthor AS author ON author.caseID = decision.caseID AND author.employeeID = decision.decidedBy
                WHERE decision.outcome = 'published'
                """),
        Invariant(
            violation: "案例沒有編入搜尋索引",
            sql: "SELECT id FROM caseStudy WHERE id NOT IN (SELECT rowid FROM caseText)"),
    ]
}
