enum StatuteSchema {
    static let migrations = [
        Migration(
            name: "2026-11-21 keep statutes, their versions and what rests on them",
            sql: """
                CREATE TABLE statute (
                    id INTEGER PRIMARY KEY,
                    pcode TEXT NOT NULL UNIQUE CHECK (pcode <> ''),
                    currentVersionID INTEGER NOT NULL
                        REFERENCES statuteVersion (id) DEFERRABLE INITIALLY DEFERRED
                ) STRICT;

                CREATE TABLE statuteVersion (
                    id INTEGER PRIMARY KEY,
                    statuteID INTEGER NOT NULL REFERENCES statute (id) DEFERRABLE INITIALLY DEFERRED,
                    number INTEGER NOT NULL CHECK (number >= 1),
                    name TEXT NOT NULL CHECK (name <> ''),
                    level TEXT NOT NULL,
                    category TEXT NOT NULL,
                    modifiedOn TEXT,
                    effectiveOn TEXT,
                    isEffectOpen INTEGER NOT NULL CHECK (isEffectOpen IN (0, 1)),
                    effectiveNote TEXT NOT NULL,
                    isRepealed INTEGER NOT NULL CHECK (isRepealed IN (0, 1)),
                    histories TEXT NOT NULL,
                    outline TEXT NOT NULL CHECK (json_valid(outline)),
                    digest TEXT NOT NULL,
                    publishedOn TEXT,
                    importedAt TEXT NOT NULL,
                    UNIQUE (statuteID, number)
                ) STRICT;

                CREATE TABLE article (
                    id INTEGER PRIMARY KEY,
                    statuteID INTEGER NOT NULL REFERENCES statute (id),
                    main INTEGER NOT NULL CHECK (main BETWEEN 1 AND 9999),
                    branch INTEGER NOT NULL CHECK (branch BETWEEN 0 AND 999),
                    UNIQUE (statuteID, main, branch)
                ) STRICT;

                CREATE TABLE articleVersion (
                    id INTEGER PRIMARY KEY,
                    articleID INTEGER NOT NULL REFERENCES article (id),
                    text TEXT NOT NULL,
                    indexedTitle TEXT,
                    sinceVersionID INTEGER NOT NULL REFERENCES statuteVersion (id),
                    untilVersionID INTEGER REFERENCES statuteVersion (id)
                ) STRICT;
                CREATE INDEX articleVersionOfArticle ON articleVersion (articleID, sinceVersionID);
                CREATE UNIQUE INDEX articleVersionCurrent ON articleVersion (articleID) WHERE untilVersionID IS NULL;

                CREATE VIRTUAL TABLE articleText USING fts5 (
                    title, headings, body, content='',
                    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'");

                CREATE TABLE amendmentFlag (
                    id INTEGER PRIMARY KEY,
                    subject TEXT NOT NULL CHECK (subject IN ('question', 'page')),
                    subjectID INTEGER NOT NULL,
                    statuteID INTEGER NOT NULL REFERENCES statute (id),
                    statuteVersionID INTEGER NOT NULL REFERENCES statuteVersion (id),
                    citation TEXT NOT NULL CHECK (citation <> ''),
                    change TEXT NOT NULL CHECK (
                        change IN ('changed', 'added', 'removed', 'repealed', 'amendedSince', 'unreadableHistory')),
                    isCitedPartTouched INTEGER NOT NULL CHECK (isCitedPartTouched IN (0, 1)),
                    opensOn TEXT,
                    raisedAt TEXT NOT NULL,
                    decision TEXT CHECK (decision IN ('confirmed', 'revised', 'retired')),
                    decidedAt TEXT,
                    decidedBy TEXT,
                    UNIQUE (subject, subjectID, statuteVersionID, citation),
                    CHECK ((decision IS NULL) = (decidedAt IS NULL) AND (decision IS NULL) = (decidedBy IS NULL))
                ) STRICT;
                CREATE INDEX amendmentFlagOpen ON amendmentFlag (subject, subjectID) WHERE decision IS NULL;
                CREATE TRIGGER amendmentFlagStays BEFORE DELETE ON amendmentFlag
                BEGIN SELECT RAISE(ABORT, 'flags are decided, not deleted'); END;
                """),
        Migration(
            name: "2026-11-25 know amendments by the day they were published",
            sql: """
                DROP TRIGGER amendmentFlagStays;
                DROP INDEX amendmentFlagOpen;
                ALTER TABLE amendmentFlag RENAME TO amendmentFlagBefore;
                CREATE TABLE amendmentFlag (
                    id INTEGER PRIMARY KEY,
                    subject TEXT NOT NULL CHECK (subject IN ('question', 'page')),
                    subjectID INTEGER NOT NULL,
                    statuteID INTEGER NOT NULL REFERENCES statute (id),
                    statuteVersionID INTEGER NOT NULL REFERENCES statuteVersion (id),
                    citation TEXT NOT NULL CHECK (citation <> ''),
                    change TEXT NOT NULL CHECK (
                        change IN ('changed', 'added', 'removed', 'repealed', 'amendedSince', 'unreadableHistory')),
                    isCitedPartTouched INTEGER NOT NULL CHECK (isCitedPartTouched IN (0, 1)),
                    promulgatedOn TEXT NOT NULL,
                    opensOn TEXT,
                    raisedAt TEXT NOT NULL,
                    checkedAsOf TEXT NOT NULL,
                    decision TEXT CHECK (decision IN ('confirmed', 'revised', 'retired')),
                    decidedAt TEXT,
                    decidedBy TEXT,
                    CHECK ((decision IS NULL) = (decidedAt IS NULL) AND (decision IS NULL) = (decidedBy IS NULL))
                ) STRICT;
                -- Two open flags that say the same become one.
                CREATE UNIQUE INDEX amendmentFlagOnce
                    ON amendmentFlag (subject, subjectID, statuteID, citation, promulgatedOn, ifnull(opensOn, ''))
                    WHERE decision IS NULL;
                INSERT OR IGNORE INTO amendmentFlag
                SELECT flag.id, subject, subjectID, flag.statuteID, statuteVersionID, citation, change,
                    isCitedPartTouched, ifnull(version.modifiedOn, substr(raisedAt, 1, 10)), opensOn, raisedAt,
                    '0001-01-01', decision, decidedAt, decidedBy
                FROM amendmentFlagBefore AS flag
                JOIN statuteVersion AS version ON version.id = flag.statuteVersionID;
                DROP TABLE amendmentFlagBefore;
                CREATE INDEX amendmentFlagWork ON amendmentFlag (subject, subjectID, statuteID);
                CREATE INDEX amendmentFlagOpen ON amendmentFlag (subject, subjectID) WHERE decision IS NULL;
                CREATE TRIGGER amendmentFlagStays BEFORE DELETE ON amendmentFlag
                BEGIN SELECT RAISE(ABORT, 'flags are decided, not deleted'); END;
                """),
        Migration(
            name: "2026-11-25 find statutes by their names",
            sql: """
                CREATE VIRTUAL TABLE statuteText USING fts5 (
                    title, headings, body,
                    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'");
                """),
        Migration(
            name: "2026-11-25 keep what became of statutes sent by page",
            sql: """
                CREATE TABLE statuteUpload (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    accountID INTEGER NOT NULL REFERENCES account (id),
                    sentBy TEXT NOT NULL,
                    fileName TEXT NOT NULL,
                    followedOnly INTEGER NOT NULL CHECK (followedOnly IN (0, 1)),
                    state TEXT NOT NULL CHECK (state IN (
                        'checking', 'ready', 'refused', 'running', 'done', 'failed', 'interrupted', 'replaced')),
                    sentAt TEXT NOT NULL,
                    startedAt TEXT,
                    endedAt TEXT,
                    publishedOn TEXT,
                    problem TEXT NOT NULL DEFAULT '',
                    added INTEGER,
                    amended INTEGER,
                    same INTEGER,
                    older INTEGER,
                    flags INTEGER,
                    CHECK ((state = 'done') = (added IS NOT NULL) AND (added IS NULL) = (amended IS NULL)
                        AND (added IS NULL) = (same IS NULL) AND (added IS NULL) = (older IS NULL)
                        AND (added IS NULL) = (flags IS NULL))
                ) STRICT;
                CREATE UNIQUE INDEX statuteUploadReady ON statuteUpload (accountID) WHERE state = 'ready';
                """),
        Migration(
            name: "2026-11-26 let one of two open flags that say the same go",
            sql: """
                DROP TRIGGER amendmentFlagStays;
                CREATE TRIGGER amendmentFlagStays BEFORE DELETE ON amendmentFlag WHEN old.decision IS NOT NULL
                BEGIN SELECT RAISE(ABORT, 'what was decided stays'); END;
                """),
        Migration(
            name: "2026-11-30 let works of any feature rest on the law",
            sql: """
                DROP TRIGGER amendmentFlagStays;
                DROP INDEX amendmentFlagOnce;
                DROP INDEX amendmentFlagWork;
                DROP INDEX amendmentFlagOpen;
                ALTER TABLE amendmentFlag RENAME TO amendmentFlagBefore;
                CREATE TABLE amendmentFlag (
                    id INTEGER PRIMARY KEY,
                    subject TEXT NOT NULL CHECK (subject <> ''),
                    subjectID INTEGER NOT NULL,
                    statuteID INTEGER NOT NULL REFERENCES statute (id),
                    statuteVersionID INTEGER NOT NULL REFERENCES statuteVersion (id),
                    citation TEXT NOT NULL CHECK (citation <> ''),
                    change TEXT NOT NULL CHECK (
                        change IN ('changed', 'added', 'removed', 'repealed', 'amendedSince', 'unreadableHistory')),
                    isCitedPartTouched INTEGER NOT NULL CHECK (isCitedPartTouched IN (0, 1)),
                    promulgatedOn TEXT NOT NULL,
                    opensOn TEXT,
                    raisedAt TEXT NOT NULL,
                    checkedAsOf TEXT NOT NULL,
                    decision TEXT CHECK (decision IN ('confirmed', 'revised', 'retired')),
                    decidedAt TEXT,
                    decidedBy TEXT,
                    CHECK ((decision IS NULL) = (decidedAt IS NULL) AND (decision IS NULL) = (decidedBy IS NULL))
                ) STRICT;
                INSERT INTO amendmentFlag SELECT * FROM amendmentFlagBefore;
                DROP TABLE amendmentFlagBefore;
                CREATE UNIQUE INDEX amendmentFlagOnce
                    ON amendmentFlag (subject, subjectID, statuteID, citation, promulgatedOn, ifnull(opensOn, ''))
                    WHERE decision IS NULL;
                CREATE INDEX amendmentFlagWork ON amendmentFlag (subject, subjectID, statuteID);
                CREATE INDEX amendmentFlagOpen ON amendmentFlag (subject, subjectID) WHERE decision IS NULL;
                CREATE TRIGGER amendmentFlagStays BEFORE DELETE ON amendmentFlag WHEN old.decision IS NOT NULL
                BEGIN SELECT RAISE(ABORT, 'what was decided stays'); END;
                """),
        Migration(
            name: "2026-11-30 tell the versions of statutes apart from those of any other office",
            sql: """
                ALTER TABLE statuteVersion ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0;
                UPDATE statuteVersion SET stamp = random();
                """),
        Migration(
            name: "2026-11-30 know which upload brought a version of a statute",
            sql: """
                ALTER TABLE statuteVersion ADD COLUMN uploadID INTEGER REFERENCES statuteUpload (id);
                UPDATE statuteVersion SET uploadID = (
                    SELECT max(id) FROM statuteUpload
                    WHERE state = 'done' AND statuteVersion.importedAt BETWEEN startedAt AND endedAt);
                CREATE INDEX statuteVersionOfUpload ON statuteVersion (uploadID) WHERE uploadID IS NOT NULL;
                """),
        Migration(
            name: "2026-11-30 count the generations of works that rest on the law",
            sql: """
                INSERT INTO generation (name, value) VALUES ('works', 1);
                CREATE TRIGGER workIsConfirmed AFTER UPDATE OF decision ON amendmentFlag
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'works'; END;
                """),
        Migration(
            name: "2026-11-30 count the generations of the law and its flags",
            counting: .law, rowsOf: ["statute", "statuteVersion", "amendmentFlag"]),
        Migration(
            name: "2026-11-30 know which statutes a later file does not have any more",
            sql: "ALTER TABLE statute ADD COLUMN missingSince TEXT;"),
        Migration(
            name: "2026-11-30 count statutes of which only lines moved apart from amended ones",
            sql: "ALTER TABLE statuteUpload ADD COLUMN regrouped INTEGER NOT NULL DEFAULT 0;"),
    ]

    static let invariants = [
        Invariant(
            violation: "法規的現行版本不屬於這部法規",
            sql: """
                SELECT statute.pcode FROM statute JOIN statuteVersion ON statuteVersion.id = statute.currentVersionID
                WHERE statuteVersion.statuteID <> statute.id
                """),
        Invariant(
            violation: "現行條文不在法規的現行版本裡",
            sql: """
                SELECT statute.pcode, article.main, article.branch FROM articleVersion
                JOIN article ON article.id = articleVersion.articleID JOIN statute ON statute.id = article.statuteID
                JOIN statuteVersion ON statuteVersion.id = statute.currentVersionID
                WHERE articleVersion.untilVersionID IS NULL AND NOT EXISTS (
                    SELECT 1 FROM json_each(statuteVersion.outline) AS part
                    WHERE part.value ->> 'article'
                        = article.main || CASE article.branch WHEN 0 THEN '' ELSE '-' || article.branch END)
                """),
    ]
}

extension Generation {
    /// Moves whenever a statute comes in or changes, or an amendment flags a work or is decided on.
    static let law = Generation("law")
}
