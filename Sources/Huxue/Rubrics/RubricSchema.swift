/// Rubrics with their versions, and the score sheets by them.
enum RubricSchema {
    static let migrations = [
        Migration(
            name: "2026-12-03 keep rubrics and what is scored by them",
            sql: """
                CREATE TABLE rubric (
                    id INTEGER PRIMARY KEY,
                    unitID INTEGER NOT NULL REFERENCES unit (id),
                    code TEXT NOT NULL CHECK (code <> ''),
                    UNIQUE (unitID, code)
                ) STRICT;

                CREATE TABLE rubricVersion (
                    id INTEGER PRIMARY KEY,
                    rubricID INTEGER NOT NULL REFERENCES rubric (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    edit INTEGER NOT NULL CHECK (edit >= 1),
                    title TEXT NOT NULL CHECK (title <> ''),
                    total INTEGER NOT NULL CHECK (total BETWEEN 1 AND 1000),
                    savedAt TEXT NOT NULL,
                    UNIQUE (rubricID, number)
                ) STRICT;

                CREATE TABLE rubricCriterion (
                    versionID INTEGER NOT NULL REFERENCES rubricVersion (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    name TEXT NOT NULL CHECK (name <> ''),
                    guide TEXT NOT NULL,
                    weight INTEGER NOT NULL CHECK (weight > 0),
                    needsComment INTEGER NOT NULL CHECK (needsComment IN (0, 1)),
                    lowest INTEGER CHECK (lowest >= 0),
                    highest INTEGER CHECK (highest > lowest),
                    step INTEGER CHECK (step > 0 AND (highest - lowest) % step = 0),
                    PRIMARY KEY (versionID, number),
                    UNIQUE (versionID, name),
                    CHECK ((lowest IS NULL) = (highest IS NULL) AND (lowest IS NULL) = (step IS NULL))
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE rubricLevel (
                    versionID INTEGER NOT NULL,
                    criterion INTEGER NOT NULL,
                    points INTEGER NOT NULL CHECK (points >= 0),
                    anchor TEXT NOT NULL CHECK (anchor <> ''),
                    PRIMARY KEY (versionID, criterion, points),
                    FOREIGN KEY (versionID, criterion) REFERENCES rubricCriterion (versionID, number)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE scoreSheet (
                    id INTEGER PRIMARY KEY,
                    versionID INTEGER NOT NULL REFERENCES rubricVersion (id),
                    subjectKind TEXT NOT NULL CHECK (subjectKind <> ''),
                    subjectID INTEGER NOT NULL,
                    scorerID INTEGER NOT NULL REFERENCES employee (id),
                    state TEXT NOT NULL CHECK (state IN ('draft', 'handedIn', 'reopened')),
                    sequence INTEGER NOT NULL CHECK (sequence >= 1),
                    toAuthors TEXT NOT NULL,
                    toPanel TEXT NOT NULL,
                    savedAt TEXT NOT NULL,
                    handedInAt TEXT,
                    UNIQUE (subjectKind, subjectID, scorerID),
                    UNIQUE (id, versionID),
                    CHECK (state = 'draft' OR handedInAt IS NOT NULL),
                    CHECK (state <> 'draft' OR handedInAt IS NULL)
                ) STRICT;
                CREATE INDEX scoreSheetVersion ON scoreSheet (versionID);
                CREATE INDEX scoreSheetScorer ON scoreSheet (scorerID);

                CREATE TABLE criterionScore (
                    sheetID INTEGER NOT NULL,
                    versionID INTEGER NOT NULL,
                    criterion INTEGER NOT NULL,
                    points INTEGER CHECK (points >= 0),
                    comment TEXT NOT NULL,
                    PRIMARY KEY (sheetID, criterion),
                    FOREIGN KEY (sheetID, versionID) REFERENCES scoreSheet (id, versionID),
                    FOREIGN KEY (versionID, criterion) REFERENCES rubricCriterion (versionID, number)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE scoreReopening (
                    sheetID INTEGER NOT NULL REFERENCES scoreSheet (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    reopenedAt TEXT NOT NULL,
                    reopenedBy INTEGER REFERENCES employee (id),
                    reason TEXT NOT NULL CHECK (reason <> ''),
                    handedInAt TEXT NOT NULL,
                    entries TEXT NOT NULL CHECK (json_valid(entries)),
                    PRIMARY KEY (sheetID, number)
                ) STRICT, WITHOUT ROWID;

                CREATE TRIGGER rubricVersionIsFrozen BEFORE UPDATE ON rubricVersion
                WHEN EXISTS (SELECT 1 FROM scoreSheet WHERE versionID = old.id)
                BEGIN SELECT RAISE (ABORT, 'a rubric by which somebody scores never changes'); END;
                CREATE TRIGGER rubricVersionRemains BEFORE DELETE ON rubricVersion
                BEGIN SELECT RAISE (ABORT, 'a version of a rubric is never deleted'); END;
                CREATE TRIGGER rubricCriterionIsLast BEFORE INSERT ON rubricCriterion
                WHEN EXISTS (SELECT 1 FROM scoreSheet WHERE versionID = new.versionID)
                BEGIN SELECT RAISE (ABORT, 'a rubric by which somebody scores never changes'); END;
                CREATE TRIGGER rubricCriterionStays BEFORE UPDATE ON rubricCriterion
                BEGIN SELECT RAISE (ABORT, 'a criterion is replaced, never changed'); END;
                CREATE TRIGGER rubricCriterionRemains BEFORE DELETE ON rubricCriterion
                WHEN EXISTS (SELECT 1 FROM scoreSheet WHERE versionID = old.versionID)
                BEGIN SELECT RAISE (ABORT, 'a rubric by which somebody scores never changes'); END;
                CREATE TRIGGER rubricLevelIsLast BEFORE INSERT ON rubricLevel
                WHEN EXISTS (SELECT 1 FROM scoreSheet WHERE versionID = new.versionID)
                BEGIN SELECT RAISE (ABORT, 'a rubric by which somebody scores never changes'); END;
                CREATE TRIGGER rubricLevelStays BEFORE UPDATE ON rubricLevel
                BEGIN SELECT RAISE (ABORT, 'a level is replaced, never changed'); END;
                CREATE TRIGGER rubricLevelRemains BEFORE DELETE ON rubricLevel
                WHEN EXISTS (SELECT 1 FROM scoreSheet WHERE versionID = old.versionID)
                BEGIN SELECT RAISE (ABORT, 'a rubric by which somebody scores never changes'); END;

                CREATE TRIGGER scoreSheetIsFinal BEFORE UPDATE ON scoreSheet
                WHEN old.state = 'handedIn' AND (new.state <> 'reopened' OR new.handedInAt <> old.handedInAt
                    OR new.toAuthors <> old.toAuthors OR new.toPanel <> old.toPanel OR NOT EXISTS (
                        SELECT 1 FROM scoreReopening WHERE sheetID = old.id AND handedInAt = old.handedInAt))
                BEGIN SELECT RAISE (ABORT, 'a sheet that was handed in never changes'); END;
                CREATE TRIGGER scoreSheetStaysPut
                BEFORE UPDATE OF id, versionID, subjectKind, subjectID, scorerID ON scoreSheet
                BEGIN SELECT RAISE (ABORT, 'a sheet stays with its subject, scorer and rubric'); END;
                CREATE TRIGGER scoreSheetRemains BEFORE DELETE ON scoreSheet
                BEGIN SELECT RAISE (ABORT, 'a sheet is never deleted'); END;
                CREATE TRIGGER criterionScoreIsInTime BEFORE INSERT ON criterionScore
                WHEN (SELECT state FROM scoreSheet WHERE id = new.sheetID) = 'handedIn'
                BEGIN SELECT RAISE (ABORT, 'a sheet that was handed in never changes'); END;
                CREATE TRIGGER criterionScoreIsFinal BEFORE UPDATE ON criterionScore
                WHEN (SELECT state FROM scoreSheet WHERE id = old.sheetID) = 'handedIn'
                BEGIN SELECT RAISE (ABORT, 'a sheet that was handed in never changes'); END;
                CREATE TRIGGER criterionScoreRemains BEFORE DELETE ON criterionScore
                BEGIN SELECT RAISE (ABORT, 'a score is never deleted'); END;
                CREATE TRIGGER scoreReopeningStays BEFORE UPDATE ON scoreReopening
                BEGIN SELECT RAISE (ABORT, 'that a sheet was reopened stays on record'); END;
                CREATE TRIGGER scoreReopeningRemains BEFORE DELETE ON scoreReopening
                BEGIN SELECT RAISE (ABORT, 'that a sheet was reopened stays on record'); END;
                """),
        Migration(
            name: "2026-12-05 fix versions of rubrics before the first score",
            sql: """
                ALTER TABLE rubricVersion ADD COLUMN isFixed INTEGER NOT NULL DEFAULT 0 CHECK (isFixed IN (0, 1));
                CREATE TRIGGER rubricVersionIsFixed BEFORE UPDATE ON rubricVersion WHEN old.isFixed = 1
                BEGIN SELECT RAISE (ABORT, 'a rubric that was fixed never changes'); END;
                CREATE TRIGGER rubricCriterionIsFixed BEFORE INSERT ON rubricCriterion
                WHEN (SELECT isFixed FROM rubricVersion WHERE id = new.versionID) = 1
                BEGIN SELECT RAISE (ABORT, 'a rubric that was fixed never changes'); END;
                CREATE TRIGGER rubricCriterionIsKept BEFORE DELETE ON rubricCriterion
                WHEN (SELECT isFixed FROM rubricVersion WHERE id = old.versionID) = 1
                BEGIN SELECT RAISE (ABORT, 'a rubric that was fixed never changes'); END;
                CREATE TRIGGER rubricLevelIsFixed BEFORE INSERT ON rubricLevel
                WHEN (SELECT isFixed FROM rubricVersion WHERE id = new.versionID) = 1
                BEGIN SELECT RAISE (ABORT, 'a rubric that was fixed never changes'); END;
                CREATE TRIGGER rubricLevelIsKept BEFORE DELETE ON rubricLevel
                WHEN (SELECT isFixed FROM rubricVersion WHERE id = old.versionID) = 1
                BEGIN SELECT RAISE (ABORT, 'a rubric that was fixed never changes'); END;
                """),
    ]

    static let invariants = [
        Invariant(
            violation: "評分表沒有版本，或版本的編號不連續",
            sql: """
                SELECT rubric.id FROM rubric LEFT JOIN rubricVersion ON rubricVersion.rubricID = rubric.id
                GROUP BY rubric.id
                HAVING count(rubricVersion.id) = 0 OR max(rubricVersion.number) <> count(rubricVersion.id)
                """),
        Invariant(
            violation: "評分表沒有評分項目，或項目的編號不連續",
            sql: """
                SELECT rubricVersion.id FROM rubricVersion
                LEFT JOIN rubricCriterion ON rubricCriterion.versionID = rubricVersion.id
                GROUP BY rubricVersion.id
                HAVING count(rubricCriterion.number) = 0 OR max(rubricCriterion.number) <> count(*)
                """),
        Invariant(
            violation: "評分項目沒有分數範圍也沒有分級，或兩種都有",
            sql: """
                SELECT versionID, number FROM rubricCriterion
                WHERE (lowest IS NULL) <> EXISTS (
                    SELECT 1 FROM rubricLevel WHERE versionID = rubricCriterion.versionID AND criterion = number)
                """),
        Invariant(
            violation: "評分不在評分項目的範圍或級距內",
            sql: """
                SELECT criterionScore.sheetID, criterion FROM criterionScore
                JOIN rubricCriterion ON rubricCriterion.versionID = criterionScore.versionID
                    AND rubricCriterion.number = criterion
                WHERE criterionScore.points IS NOT NULL AND CASE WHEN lowest IS NULL
                    THEN NOT EXISTS (SELECT 1 FROM rubricLevel AS level WHERE level.versionID = criterionScore.versionID
                        AND level.criterion = criterionScore.criterion AND level.points = criterionScore.points)
                    ELSE criterionScore.points NOT BETWEEN lowest AND highest
                        OR (criterionScore.points - lowest) % step <> 0 END
                """),
        Invariant(
            violation: "已送出的評分有項目沒有分數，或缺少必填的評語",
            sql: """
                SELECT scoreSheet.id, rubricCriterion.number FROM scoreSheet
                JOIN rubricCriterion ON rubricCriterion.versionID = scoreSheet.versionID
                LEFT JOIN criterionScore ON criterionScore.sheetID = scoreSheet.id
                    AND criterionScore.criterion = rubricCriterion.number
                WHERE scoreSheet.state = 'handedIn'
                    AND (criterionScore.points IS NULL OR (needsComment AND trim(comment) = ''))
                """),
    ]
}
