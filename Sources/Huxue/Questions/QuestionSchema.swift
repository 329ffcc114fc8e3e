enum QuestionSchema {
    static let migrations = [
        Migration(
            name: "2026-11-21 keep questions, their revisions and citations",
            sql: """
                CREATE TABLE topic (
                    name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
                    fileName TEXT NOT NULL UNIQUE CHECK (fileName <> '' AND instr(fileName, '/') = 0),
                    lawAsOf TEXT NOT NULL
                ) STRICT;

                CREATE TABLE question (
                    id INTEGER PRIMARY KEY,
                    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
                    topic TEXT NOT NULL REFERENCES topic (name),
                    position INTEGER NOT NULL CHECK (position >= 1),
                    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
                    lawAsOf TEXT NOT NULL,
                    currentRevisionID INTEGER NOT NULL REFERENCES questionRevision (id) DEFERRABLE INITIALLY DEFERRED,
                    shownText TEXT NOT NULL,
                    keyText TEXT NOT NULL
                ) STRICT;
                CREATE INDEX questionTopic ON question (topic, position);
                CREATE INDEX questionCurrentRevision ON question (currentRevisionID);

                CREATE TABLE questionRevision (
                    id INTEGER PRIMARY KEY,
                    questionID INTEGER NOT NULL REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED,
                    number INTEGER NOT NULL CHECK (number >= 1),
                    type TEXT NOT NULL CHECK (type IN ('single', 'multiple', 'trueFalse')),
                    level TEXT NOT NULL CHECK (level IN ('recall', 'understand', 'apply')),
                    stem TEXT NOT NULL CHECK (stem <> ''),
                    choices TEXT NOT NULL CHECK (json_valid(choices)),
                    key INTEGER NOT NULL CHECK (key > 0),
                    explanation TEXT NOT NULL CHECK (explanation <> ''),
                    citations TEXT NOT NULL CHECK (json_valid(citations)),
                    createdAt TEXT NOT NULL,
                    UNIQUE (questionID, number)
                ) STRICT;
                CREATE TRIGGER questionRevisionStays BEFORE UPDATE ON questionRevision
                BEGIN SELECT RAISE (ABORT, 'a question revision never changes'); END;
                CREATE TRIGGER questionRevisionRemains BEFORE DELETE ON questionRevision
                BEGIN SELECT RAISE (ABORT, 'a question revision is never deleted'); END;

                CREATE TABLE questionCitation (
                    revisionID INTEGER NOT NULL REFERENCES questionRevision (id),
                    position INTEGER NOT NULL CHECK (position >= 1),
                    citation TEXT NOT NULL CHECK (citation <> ''),
                    pcode TEXT NOT NULL,
                    article TEXT NOT NULL,
                    PRIMARY KEY (revisionID, position)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX questionCitationArticle ON questionCitation (pcode, article);

                CREATE TABLE questionImport (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    startedAt TEXT NOT NULL
                ) STRICT;

                CREATE TABLE stagedTopic (
                    importID INTEGER NOT NULL REFERENCES questionImport (id) ON DELETE CASCADE,
                    name TEXT NOT NULL,
                    fileName TEXT NOT NULL,
                    lawAsOf TEXT NOT NULL,
                    PRIMARY KEY (importID, name)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE stagedQuestion (
                    importID INTEGER NOT NULL REFERENCES questionImport (id) ON DELETE CASCADE,
                    code TEXT NOT NULL,
                    topic TEXT NOT NULL,
                    position INTEGER NOT NULL,
                    state TEXT NOT NULL,
                    lawAsOf TEXT NOT NULL,
                    shownText TEXT NOT NULL,
                    keyText TEXT NOT NULL,
                    type TEXT NOT NULL,
                    level TEXT NOT NULL,
                    stem TEXT NOT NULL,
                    choices TEXT NOT NULL,
                    key INTEGER NOT NULL,
                    explanation TEXT NOT NULL,
                    citations TEXT NOT NULL,
                    articles TEXT NOT NULL,
                    PRIMARY KEY (importID, code)
                ) STRICT, WITHOUT ROWID;
                """),
        Migration(
            name: "2026-11-25 find questions by their words",
            sql: """
                CREATE VIRTUAL TABLE questionText USING fts5 (
                    title, headings, body, key,
                    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'");
                DELETE FROM questionImport;
                DELETE FROM stagedQuestion;
                ALTER TABLE stagedQuestion ADD COLUMN codeTokens TEXT NOT NULL DEFAULT '';
                ALTER TABLE stagedQuestion ADD COLUMN topicTokens TEXT NOT NULL DEFAULT '';
                ALTER TABLE stagedQuestion ADD COLUMN shownTokens TEXT NOT NULL DEFAULT '';
                ALTER TABLE stagedQuestion ADD COLUMN keyTokens TEXT NOT NULL DEFAULT '';
                """),
        Migration(
            name: "2026-11-30 keep who was shown which keys apart from the audit log",
            sql: """
                CREATE TABLE keyDisclosure (
                    id INTEGER PRIMARY KEY,
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    codes TEXT CHECK (codes IS NULL OR json_valid(codes)),
                    at TEXT NOT NULL
                ) STRICT;
                CREATE INDEX keyDisclosureEmployee ON keyDisclosure (employeeID);
                INSERT INTO keyDisclosure (employeeID, codes, at)
                SELECT employee.id,
                    CASE look.detail WHEN '*' THEN NULL ELSE '["' || replace(look.detail, ' ', '","') || '"]' END,
                    look.at
                FROM auditEntry AS look JOIN employee ON look.subject = 'employee/' || employee.id
                WHERE look.action = 'question.key.view'
                    AND json_valid('["' || replace(look.detail, ' ', '","') || '"]')
                ORDER BY look.id;
                """),
        Migration(
            name: "2026-11-30 notice when questions that rest on the law change",
            sql: """
                CREATE TRIGGER workQuestionIsRevised AFTER INSERT ON questionRevision
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'works'; END;
                CREATE TRIGGER workQuestionChanges AFTER UPDATE OF state, lawAsOf, currentRevisionID ON question
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'works'; END;
                """),
        Migration(
            name: "2026-11-30 keep who saved a question's revision, and why",
            sql: """
                ALTER TABLE questionRevision ADD COLUMN author TEXT NOT NULL DEFAULT '';
                ALTER TABLE questionRevision ADD COLUMN reason TEXT NOT NULL DEFAULT '';
                """),
        Migration(
            name: "2026-11-30 find questions by more variants of characters",
            sql: """
                DELETE FROM questionImport;
                DELETE FROM stagedQuestion;
                DELETE FROM questionText;
                """),
        Migration(
            name: "2026-11-30 let questions be drafts, be reviewed and belong to a unit",
            sql: """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_schema SET sql = replace(
                    sql, 'state IN (''active'', ''retired'')',
                    'state IN (''draft'', ''inReview'', ''active'', ''retired'')')
                WHERE type = 'table' AND name = 'question';
                PRAGMA writable_schema = RESET;
                ALTER TABLE question ADD COLUMN unitID INTEGER REFERENCES unit (id);
                CREATE INDEX questionUnit ON question (unitID) WHERE unitID IS NOT NULL;
                CREATE INDEX questionState ON question (state) WHERE state IN ('draft', 'inReview');

                CREATE TABLE questionReview (
                    id INTEGER PRIMARY KEY,
                    questionID INTEGER NOT NULL REFERENCES question (id),
                    revisionID INTEGER NOT NULL REFERENCES questionRevision (id),
                    submittedAt TEXT NOT NULL,
                    submitter TEXT NOT NULL,
                    submitterID INTEGER REFERENCES employee (id),
                    reviewerID INTEGER REFERENCES employee (id),
                    answeredAt TEXT,
                    answer INTEGER CHECK (answer IS NULL OR answer > 0),
                    outcome TEXT CHECK (outcome IN ('approved', 'returned', 'withdrawn')),
                    endedAt TEXT,
                    remark TEXT NOT NULL DEFAULT '',
                    CHECK ((reviewerID IS NULL) = (answeredAt IS NULL)),
                    CHECK (answer IS NULL OR answeredAt IS NOT NULL),
                    CHECK ((outcome IS NULL) = (endedAt IS NULL)),
                    CHECK (outcome IS NOT 'approved' OR answer IS NOT NULL),
                    CHECK (reviewerID IS NULL OR reviewerID IS NOT submitterID)
                ) STRICT;
                CREATE UNIQUE INDEX questionReviewOpen ON questionReview (questionID) WHERE outcome IS NULL;
                CREATE INDEX questionReviewQuestion ON questionReview (questionID, id);
                """),
        Migration(
            name: "2026-12-03 bring questions in to the banks of the units that their files name",
            sql: """
                DELETE FROM questionImport;
                DELETE FROM stagedQuestion;
                ALTER TABLE stagedQuestion ADD COLUMN unitID INTEGER;
                """),
        Migration(
            name: "2026-12-03 keep the order of topics, and notice when a question changes its topic or bank",
            sql: """
                ALTER TABLE topic ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
                UPDATE topic SET position = (SELECT count(*) FROM topic AS other WHERE other.fileName <= topic.fileName);
                CREATE TRIGGER workQuestionMoves AFTER UPDATE OF topic, unitID ON question
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'works'; END;
                """),
        Migration(
            name: "2026-12-04 keep which employee saved or brought in a question's revision",
            sql: """
                DROP TRIGGER questionRevisionStays;
                ALTER TABLE questionRevision ADD COLUMN writerID INTEGER REFERENCES employee (id);
                UPDATE questionRevision SET writerID = (SELECT employeeID FROM account WHERE login = author)
                WHERE author <> '';
                CREATE TRIGGER questionRevisionStays BEFORE UPDATE ON questionRevision
                BEGIN SELECT RAISE (ABORT, 'a question revision never changes'); END;
                """),
        Migration(
            name: "2026-12-04 keep which revisions of questions came into use without a review",
            sql: """
                CREATE TABLE questionRelease (
                    revisionID INTEGER PRIMARY KEY REFERENCES questionRevision (id)
                ) STRICT;
                INSERT INTO questionRelease (revisionID)
                SELECT revision.id FROM question
                JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
                WHERE question.state = 'active' OR question.state = 'retired' AND revision.author = '';
                """),
    ]

    static let invariants = [
        Invariant(
            violation: "試題的現行版本不是它自己最新的版本",
            sql: """
                SELECT question.id FROM question
                LEFT JOIN questionRevision AS revision ON revision.id = question.currentRevisionID
                WHERE revision.questionID IS NOT question.id
                    OR EXISTS (SELECT * FROM questionRevision AS later
                        WHERE later.questionID = question.id AND later.number > revision.number)
                """),
        Invariant(
            violation: "試題的正確答案超出選項範圍",
            sql: "SELECT id FROM questionRevision WHERE key >= (1 << json_array_length(choices))"),
        Invariant(
            violation: "單選或是非題的正確答案不是一個",
            sql: "SELECT id FROM questionRevision WHERE type <> 'multiple' AND (key & (key - 1)) <> 0"),
        Invariant(
            violation: "審題中的試題沒有送審紀錄，或不在審題中的試題有",
            sql: """
                SELECT question.id FROM question
                LEFT JOIN questionReview AS review ON review.questionID = question.id AND review.outcome IS NULL
                WHERE (question.state = 'inReview') IS NOT (review.id IS NOT NULL)
                    OR review.revisionID IS NOT NULL AND review.revisionID <> question.currentRevisionID
                """),
        Invariant(
            violation: "試題版本沒有法源依據，或與法源依據索引不符",
            sql: """
                SELECT id FROM questionRevision
                WHERE citations = '[]' OR citations IS NOT (
                    SELECT json_group_array(citation) FROM (
                        SELECT citation FROM questionCitation WHERE revisionID = questionRevision.id ORDER BY position))
                """),
    ]
}
