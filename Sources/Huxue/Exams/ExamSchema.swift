enum ExamSchema {
    static let migrations = [
        Migration(
            name: "2026-11-21 keep exams, attempts and the year's programme",
            sql: """
                CREATE TABLE exam (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    unitID INTEGER NOT NULL REFERENCES unit (id),
                    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'closed')),
                    title TEXT NOT NULL CHECK (title <> ''),
                    kind TEXT NOT NULL
                        CHECK (kind IN ('quarterlyQuiz', 'semiannualTest', 'counterQualification', 'practice')),
                    opens TEXT NOT NULL,
                    closes TEXT NOT NULL CHECK (opens < closes),
                    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
                    passMark INTEGER NOT NULL CHECK (passMark BETWEEN 0 AND 100),
                    attempts INTEGER NOT NULL CHECK (attempts BETWEEN 1 AND 99),
                    draw TEXT NOT NULL CHECK (draw IN ('perExaminee', 'shared')),
                    shufflesQuestions INTEGER NOT NULL CHECK (shufflesQuestions IN (0, 1)),
                    shufflesChoices INTEGER NOT NULL CHECK (shufflesChoices IN (0, 1)),
                    layout TEXT NOT NULL CHECK (layout IN ('onePage', 'oneByOne')),
                    results TEXT NOT NULL CHECK (results IN ('atOnce', 'afterClose', 'whenAnnounced')),
                    mayOverrun INTEGER NOT NULL CHECK (mayOverrun IN (0, 1)),
                    blueprint TEXT NOT NULL CHECK (json_valid(blueprint)),
                    examinees TEXT NOT NULL CHECK (json_valid(examinees)),
                    seed TEXT NOT NULL CHECK (length(seed) = 64),
                    createdAt TEXT NOT NULL,
                    publishedAt TEXT,
                    closedAt TEXT,
                    announcedAt TEXT,
                    reopenedAt TEXT,
                    CHECK (state = 'draft' OR publishedAt IS NOT NULL),
                    CHECK ((state = 'closed') = (closedAt IS NOT NULL)),
                    CHECK (reopenedAt IS NULL OR state = 'published')
                ) STRICT;
                CREATE INDEX examUnit ON exam (unitID);

                CREATE TABLE examPool (
                    examID INTEGER NOT NULL REFERENCES exam (id),
                    revisionID INTEGER NOT NULL REFERENCES questionRevision (id),
                    code TEXT NOT NULL,
                    topic TEXT NOT NULL,
                    level TEXT NOT NULL CHECK (level IN ('recall', 'understand', 'apply')),
                    PRIMARY KEY (examID, revisionID)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE examRoster (
                    examID INTEGER NOT NULL REFERENCES exam (id),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    unitID INTEGER NOT NULL REFERENCES unit (id),
                    PRIMARY KEY (examID, employeeID)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX examRosterEmployee ON examRoster (employeeID);

                CREATE TABLE accommodation (
                    examID INTEGER NOT NULL REFERENCES exam (id),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    extraMinutes INTEGER NOT NULL DEFAULT 0 CHECK (extraMinutes BETWEEN 0 AND 600),
                    isExcused INTEGER NOT NULL DEFAULT 0 CHECK (isExcused IN (0, 1)),
                    opens TEXT,
                    closes TEXT,
                    PRIMARY KEY (examID, employeeID),
                    CHECK ((opens IS NULL) = (closes IS NULL)),
                    CHECK (opens IS NULL OR opens < closes)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE attempt (
                    id INTEGER PRIMARY KEY,
                    address TEXT NOT NULL UNIQUE CHECK (length(address) = 22),
                    examID INTEGER NOT NULL REFERENCES exam (id),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
                    startedAt TEXT NOT NULL,
                    deadline TEXT NOT NULL CHECK (startedAt < deadline),
                    submittedAt TEXT,
                    submittedBy TEXT CHECK (submittedBy IN ('examinee', 'deadline', 'closure')),
                    score INTEGER CHECK (score BETWEEN 0 AND 10000),
                    passed INTEGER CHECK (passed IN (0, 1)),
                    UNIQUE (examID, employeeID, ordinal),
                    CHECK ((submittedAt IS NULL) = (submittedBy IS NULL)),
                    CHECK ((submittedAt IS NULL) = (score IS NULL)),
                    CHECK ((submittedAt IS NULL) = (passed IS NULL))
                ) STRICT;
                CREATE INDEX attemptEmployee ON attempt (employeeID);
                CREATE UNIQUE INDEX attemptOpen ON attempt (examID, employeeID) WHERE submittedAt IS NULL;
                CREATE INDEX attemptDeadline ON attempt (deadline) WHERE submittedAt IS NULL;
                CREATE TRIGGER attemptIsFinal BEFORE UPDATE ON attempt WHEN old.submittedAt IS NOT NULL
                BEGIN SELECT RAISE (ABORT, 'a submitted attempt never changes'); END;
                CREATE TRIGGER attemptEnds AFTER UPDATE OF submittedAt, deadline ON attempt
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'attempt'; END;
                CREATE TRIGGER attemptRemains BEFORE DELETE ON attempt
                BEGIN SELECT RAISE (ABORT, 'an attempt is never deleted'); END;

                CREATE TABLE paperLine (
                    attemptID INTEGER NOT NULL REFERENCES attempt (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    revisionID INTEGER NOT NULL REFERENCES questionRevision (id),
                    choiceOrder TEXT NOT NULL CHECK (json_valid(choiceOrder)),
                    PRIMARY KEY (attemptID, number),
                    UNIQUE (attemptID, revisionID)
                ) STRICT, WITHOUT ROWID;
                CREATE TRIGGER paperLineStays BEFORE UPDATE ON paperLine
                BEGIN SELECT RAISE (ABORT, 'a paper never changes'); END;
                CREATE TRIGGER paperLineRemains BEFORE DELETE ON paperLine
                BEGIN SELECT RAISE (ABORT, 'a paper never changes'); END;
                CREATE INDEX paperLineRevision ON paperLine (revisionID);

                CREATE TABLE response (
                    attemptID INTEGER NOT NULL,
                    number INTEGER NOT NULL,
                    sequence INTEGER NOT NULL,
                    window TEXT NOT NULL,
                    chosen INTEGER NOT NULL CHECK (chosen >= 0),
                    isFlagged INTEGER NOT NULL CHECK (isFlagged IN (0, 1)),
                    savedAt TEXT NOT NULL,
                    PRIMARY KEY (attemptID, number),
                    FOREIGN KEY (attemptID, number) REFERENCES paperLine (attemptID, number)
                ) STRICT, WITHOUT ROWID;
                CREATE TRIGGER responseIsFinal BEFORE UPDATE ON response
                WHEN (SELECT submittedAt FROM attempt WHERE id = old.attemptID) IS NOT NULL
                BEGIN SELECT RAISE (ABORT, 'a submitted attempt never changes'); END;
                CREATE TRIGGER responseRemains BEFORE DELETE ON response
                BEGIN SELECT RAISE (ABORT, 'an answer is never deleted'); END;
                CREATE TRIGGER responseStaysPut BEFORE UPDATE OF attemptID, number ON response
                BEGIN SELECT RAISE (ABORT, 'an answer stays with its question'); END;
                CREATE TRIGGER responseIsInTime BEFORE INSERT ON response
                WHEN (SELECT submittedAt FROM attempt WHERE id = new.attemptID) IS NOT NULL
                BEGIN SELECT RAISE (ABORT, 'a submitted attempt never changes'); END;

                CREATE TABLE programmeItem (
                    id INTEGER PRIMARY KEY,
                    unitID INTEGER NOT NULL REFERENCES unit (id),
                    year INTEGER NOT NULL CHECK (year BETWEEN 1912 AND 9999),
                    kind TEXT NOT NULL
                        CHECK (kind IN ('quarterlyQuiz', 'semiannualTest', 'counterQualification', 'practice')),
                    period TEXT NOT NULL CHECK (period IN ('quarter', 'half', 'year')),
                    count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 99),
                    counterOnly INTEGER NOT NULL DEFAULT 0 CHECK (counterOnly IN (0, 1)),
                    UNIQUE (unitID, year, kind, period)
                ) STRICT;
                """),
        Migration(
            name: "2026-11-21 guard what a published exam is drawn from",
            sql: """
                CREATE TRIGGER examPoolIsFrozen BEFORE INSERT ON examPool
                WHEN (SELECT state FROM exam WHERE id = new.examID) IS NOT 'draft'
                BEGIN SELECT RAISE (ABORT, 'what an exam is drawn from never changes'); END;
                CREATE TRIGGER examPoolStays BEFORE UPDATE ON examPool
                BEGIN SELECT RAISE (ABORT, 'what an exam is drawn from never changes'); END;
                CREATE TRIGGER examPoolRemains BEFORE DELETE ON examPool
                BEGIN SELECT RAISE (ABORT, 'what an exam is drawn from never changes'); END;
                CREATE TRIGGER examStaysPublished BEFORE UPDATE OF state ON exam
                WHEN old.state <> 'draft' AND new.state = 'draft'
                BEGIN SELECT RAISE (ABORT, 'a published exam is no draft again'); END;
                CREATE TRIGGER examPlanStays
                BEFORE UPDATE OF seed, blueprint, draw, shufflesQuestions, shufflesChoices, passMark ON exam
                WHEN old.state <> 'draft'
                BEGIN SELECT RAISE (ABORT, 'how an exam is drawn and judged never changes'); END;
                CREATE TRIGGER examRemains BEFORE DELETE ON exam WHEN old.state <> 'draft'
                BEGIN SELECT RAISE (ABORT, 'a published exam is never deleted'); END;
                CREATE TRIGGER paperLineIsLast BEFORE INSERT ON paperLine
                WHEN (SELECT submittedAt FROM attempt WHERE id = new.attemptID) IS NOT NULL
                    OR EXISTS (SELECT 1 FROM response WHERE attemptID = new.attemptID)
                    OR EXISTS (SELECT 1 FROM paperLine WHERE attemptID = new.attemptID
                        AND (number >= new.number OR revisionID = new.revisionID))
                BEGIN SELECT RAISE (ABORT, 'a paper never changes'); END;
                """),
        Migration(
            name: "2026-11-30 count by unit how far the people of a closed exam came",
            sql: """
                CREATE INDEX examRosterUnit ON examRoster (examID, unitID);
                CREATE INDEX attemptResult ON attempt (examID, employeeID, score DESC, startedAt, submittedAt);
                CREATE TABLE examTally (
                    examID INTEGER NOT NULL REFERENCES exam (id),
                    unitID INTEGER NOT NULL REFERENCES unit (id),
                    roster INTEGER NOT NULL CHECK (roster > 0),
                    submitted INTEGER NOT NULL CHECK (submitted BETWEEN 0 AND roster),
                    excused INTEGER NOT NULL CHECK (excused BETWEEN 0 AND roster - submitted),
                    PRIMARY KEY (examID, unitID)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO examTally (examID, unitID, roster, submitted, excused)
                SELECT examRoster.examID, examRoster.unitID, count(*), count(taken.examID),
                    count(CASE WHEN taken.examID IS NULL AND own.isExcused THEN 1 END)
                FROM exam JOIN examRoster ON examRoster.examID = exam.id
                LEFT JOIN attempt AS taken ON taken.examID = exam.id
                    AND taken.employeeID = examRoster.employeeID AND taken.ordinal = 1
                LEFT JOIN accommodation AS own ON own.examID = exam.id AND own.employeeID = examRoster.employeeID
                WHERE exam.state = 'closed' GROUP BY examRoster.examID, examRoster.unitID;
                """),
        Migration(
            name: "2026-11-30 count the generations of how far examinees are",
            counting: .standings, rowsOf: ["attempt", "accommodation"]),
    ]

    static let invariants = [
        Invariant(
            violation: "作答的題號不在試卷內",
            sql: """
                SELECT response.attemptID FROM response
                LEFT JOIN paperLine USING (attemptID, number) WHERE paperLine.attemptID IS NULL
                """),
        Invariant(
            violation: "作答時間在截止之後",
            sql: """
                SELECT response.attemptID FROM response JOIN attempt ON attempt.id = response.attemptID
                WHERE response.savedAt >= attempt.deadline
                """),
        Invariant(
            violation: "應試沒有試卷",
            sql: "SELECT id FROM attempt WHERE id NOT IN (SELECT attemptID FROM paperLine)"),
        Invariant(
            violation: "已發布的測驗沒有抽題範圍，或草稿已有抽題範圍",
            sql: """
                SELECT id FROM exam
                WHERE (state = 'draft') = EXISTS (SELECT 1 FROM examPool WHERE examID = exam.id)
                """),
        Invariant(
            violation: "試卷的試題不在測驗的抽題範圍內",
            sql: """
                SELECT paperLine.attemptID FROM paperLine JOIN attempt ON attempt.id = paperLine.attemptID
                WHERE NOT EXISTS (
                    SELECT 1 FROM examPool
                    WHERE examPool.examID = attempt.examID AND examPool.revisionID = paperLine.revisionID)
                """),
        Invariant(
            violation: "試卷的題號不連續",
            sql: "SELECT attemptID FROM paperLine GROUP BY attemptID HAVING max(number) <> count(*)"),
        Invariant(
            violation: "同一次測驗的試卷題數不同",
            sql: """
                SELECT examID FROM (
                    SELECT attempt.examID, count(*) AS lines FROM attempt
                    JOIN paperLine ON paperLine.attemptID = attempt.id GROUP BY attempt.id)
                GROUP BY examID HAVING min(lines) <> max(lines)
                """),
        Invariant(
            violation: "已結束測驗的人數統計與應試名單或交卷紀錄不符",
            sql: """
                SELECT exam.id FROM exam WHERE state = 'closed' AND (
                    (SELECT coalesce(sum(roster), 0) FROM examTally WHERE examID = exam.id)
                        <> (SELECT count(*) FROM examRoster WHERE examID = exam.id)
                    OR (SELECT coalesce(sum(submitted), 0) FROM examTally WHERE examID = exam.id)
                        <> (SELECT count(DISTINCT employeeID) FROM attempt WHERE examID = exam.id))
                """),
        Invariant(
            violation: "及格與否與分數不符",
            sql: """
                SELECT attempt.id FROM attempt JOIN exam ON exam.id = attempt.examID
                WHERE attempt.submittedAt IS NOT NULL AND attempt.passed <> (attempt.score >= exam.passMark * 100)
                """),
    ]
}

extension Generation {
    /// Moves whenever somebody begins or hands in a test, or an accommodation changes.
    static let standings = Generation("standings")
}
