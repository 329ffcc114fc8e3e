enum AccountSchema {
    static let migrations = [
        Migration(
            name: "2026-11-21 keep units, employees, accounts, sessions, grants and the audit log",
            sql: """
                CREATE TABLE office (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    name TEXT NOT NULL CHECK (name <> ''),
                    minimumPasswordLength INTEGER NOT NULL DEFAULT 15 CHECK (minimumPasswordLength IN (12, 15)),
                    createdAt TEXT NOT NULL,
                    isDemo INTEGER NOT NULL DEFAULT 0 CHECK (isDemo IN (0, 1))
                ) STRICT;

                CREATE TABLE unit (
                    id INTEGER PRIMARY KEY,
                    parentID INTEGER REFERENCES unit (id),
                    name TEXT NOT NULL CHECK (name <> '' AND instr(name, '/') = 0),
                    fullName TEXT NOT NULL UNIQUE,
                    path TEXT NOT NULL UNIQUE CHECK (path LIKE '/%/')
                ) STRICT;
                CREATE INDEX unitParent ON unit (parentID);

                CREATE TABLE employee (
                    id INTEGER PRIMARY KEY,
                    staffNumber TEXT NOT NULL UNIQUE CHECK (staffNumber <> ''),
                    name TEXT NOT NULL CHECK (name <> ''),
                    unitID INTEGER NOT NULL REFERENCES unit (id),
                    position TEXT NOT NULL DEFAULT '',
                    servesCounter INTEGER NOT NULL DEFAULT 0 CHECK (servesCounter IN (0, 1)),
                    startsOn TEXT,
                    endsOn TEXT,
                    CHECK (startsOn IS NULL OR endsOn IS NULL OR startsOn <= endsOn)
                ) STRICT;
                CREATE INDEX employeeUnit ON employee (unitID);

                CREATE TABLE account (
                    id INTEGER PRIMARY KEY,
                    employeeID INTEGER NOT NULL UNIQUE REFERENCES employee (id),
                    login TEXT NOT NULL UNIQUE CHECK (login <> '' AND login = lower(login)),
                    passwordHash TEXT,
                    passwordIsIssued INTEGER NOT NULL DEFAULT 1 CHECK (passwordIsIssued IN (0, 1)),
                    passwordExpiresAt TEXT,
                    theme TEXT NOT NULL DEFAULT 'system' CHECK (theme IN ('system', 'light', 'dark'))
                ) STRICT;

                CREATE TABLE session (
                    id INTEGER PRIMARY KEY,
                    tokenHash BLOB NOT NULL UNIQUE CHECK (length(tokenHash) = 32),
                    accountID INTEGER NOT NULL REFERENCES account (id),
                    startedAt TEXT NOT NULL,
                    lastSeenAt TEXT NOT NULL,
                    device TEXT NOT NULL DEFAULT ''
                ) STRICT;
                CREATE INDEX sessionAccount ON session (accountID);

                CREATE TABLE roleGrant (
                    id INTEGER PRIMARY KEY,
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    role TEXT NOT NULL,
                    unitID INTEGER NOT NULL REFERENCES unit (id),
                    grantedAt TEXT NOT NULL,
                    UNIQUE (employeeID, role, unitID)
                ) STRICT;

                CREATE TABLE auditEntry (
                    id INTEGER PRIMARY KEY,
                    at TEXT NOT NULL,
                    actor TEXT NOT NULL,
                    action TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    detail TEXT NOT NULL,
                    origin TEXT NOT NULL,
                    hash BLOB NOT NULL CHECK (length(hash) = 32)
                ) STRICT;
                CREATE INDEX auditEntryAt ON auditEntry (at);
                CREATE TABLE auditHead (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    count INTEGER NOT NULL CHECK (count >= 0),
                    hash BLOB NOT NULL CHECK (length(hash) = 32)
                ) STRICT;
                INSERT INTO auditHead (id, count, hash) VALUES (1, 0, zeroblob(32));
                CREATE TRIGGER auditEntryStays BEFORE UPDATE ON auditEntry
                BEGIN SELECT RAISE (ABORT, 'the audit log is append-only'); END;
                CREATE TRIGGER auditEntryRemains BEFORE DELETE ON auditEntry
                BEGIN SELECT RAISE (ABORT, 'the audit log is append-only'); END;

                CREATE TABLE staffUpload (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    accountID INTEGER NOT NULL UNIQUE REFERENCES account (id),
                    fileName TEXT NOT NULL,
                    content BLOB NOT NULL,
                    uploadedAt TEXT NOT NULL
                ) STRICT;

                CREATE TRIGGER accessSessionEnds AFTER DELETE ON session
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'access'; END;
                CREATE TRIGGER accessAccountChanges AFTER UPDATE ON account
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'access'; END;
                CREATE TRIGGER accessEmployeeChanges AFTER UPDATE ON employee
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'access'; END;
                CREATE TRIGGER accessGrantBegins AFTER INSERT ON roleGrant
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'access'; END;
                CREATE TRIGGER accessGrantEnds AFTER DELETE ON roleGrant
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'access'; END;
                CREATE TRIGGER accessUnitChanges AFTER UPDATE ON unit
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'access'; END;
                """),
        Migration(
            name: "2026-11-21 find the audit log's rows by what was done to whom",
            sql: "CREATE INDEX auditEntrySubject ON auditEntry (action, subject)"),
        Migration(
            name: "2026-11-21 remember when a session last showed the password",
            sql: """
                ALTER TABLE session ADD COLUMN confirmedAt TEXT;
                CREATE TRIGGER accessSessionIsConfirmed AFTER UPDATE OF confirmedAt ON session
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'access'; END;
                """),
        Migration(
            name: "2026-11-30 notice every other change of access too",
            sql: """
                CREATE TRIGGER accessGrantChanges AFTER UPDATE ON roleGrant
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'access'; END;
                CREATE TRIGGER accessSessionMoves AFTER UPDATE OF id, tokenHash, accountID, startedAt ON session
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'access'; END;
                """),
        Migration(
            name: "2026-11-30 count how often a password was issued apart from the audit log",
            sql: """
                ALTER TABLE account ADD COLUMN timesIssued INTEGER NOT NULL DEFAULT 0 CHECK (timesIssued >= 0);
                UPDATE account SET timesIssued = (
                    SELECT count(*) FROM auditEntry
                    WHERE action IN ('password.reset', 'password.issue') AND subject = account.login);
                """),
        Migration(
            name: "2026-11-30 count the generations of staff, units and roles",
            sql: """
                INSERT INTO generation (name, value) VALUES ('staff', 1);
                CREATE TRIGGER staffUnitBegins AFTER INSERT ON unit
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'staff'; END;
                CREATE TRIGGER staffUnitChanges AFTER UPDATE ON unit
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'staff'; END;
                CREATE TRIGGER staffUnitEnds AFTER DELETE ON unit
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'staff'; END;
                CREATE TRIGGER staffEmployeeBegins AFTER INSERT ON employee
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'staff'; END;
                CREATE TRIGGER staffEmployeeChanges AFTER UPDATE ON employee
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'staff'; END;
                CREATE TRIGGER staffAccountBegins AFTER INSERT ON account
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'staff'; END;
                CREATE TRIGGER staffLoginChanges AFTER UPDATE OF login ON account
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'staff'; END;
                CREATE TRIGGER staffGrantBegins AFTER INSERT ON roleGrant
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'staff'; END;
                CREATE TRIGGER staffGrantChanges AFTER UPDATE ON roleGrant
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'staff'; END;
                CREATE TRIGGER staffGrantEnds AFTER DELETE ON roleGrant
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'staff'; END;
                """),
        Migration(
            name: "2026-11-30 find the people of a unit in the order of their numbers",
            sql: """
                DROP INDEX employeeUnit;
                CREATE INDEX employeeUnit ON employee (unitID, staffNumber, startsOn, endsOn);
                """),
        Migration(
            name: "2026-11-30 seal the end of the audit log",
            sql: """
                CREATE TABLE sealing (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    code BLOB NOT NULL CHECK (length(code) = 32)
                ) STRICT;
                INSERT INTO sealing (id, code) SELECT 1, seal(CAST(count || ' ' || hex(hash) AS BLOB)) FROM auditHead;
                """),
        Migration(
            name: "2026-11-30 keep the extension of each colleague",
            sql: "ALTER TABLE employee ADD COLUMN extension TEXT CHECK (extension <> '')"),
    ]

    static let invariants = [
        Invariant(
            violation: "有兩個以上的最上層單位",
            sql:
                "SELECT fullName FROM unit WHERE parentID IS NULL AND (SELECT count(*) FROM unit WHERE parentID IS NULL) > 1"
        ),
        Invariant(
            violation: "沒有任何在職的系統管理者",
            sql: """
                SELECT id FROM office WHERE NOT EXISTS (
                    SELECT 1 FROM roleGrant JOIN employee ON employee.id = roleGrant.employeeID
                    WHERE roleGrant.role = 'admin' AND coalesce(employee.endsOn, '9999') >= date('now', '+8 hours'))
                """),
        Invariant(
            violation: "稽核紀錄不是從建立機關開始",
            sql: """
                SELECT id FROM office WHERE NOT EXISTS (
                    SELECT 1 FROM auditEntry WHERE id = 1 AND action = 'office.foundation')
                """),
        Invariant(
            violation: "單位的路徑與上級單位不符",
            sql: """
                SELECT unit.id FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parentID
                WHERE unit.path <> coalesce(parent.path, '/') || unit.id || '/'
                """),
        Invariant(
            violation: "授權的角色不在清單內",
            sql: """
                SELECT id FROM roleGrant WHERE role NOT IN ('employee', 'questionEditor', 'examManager',
                    'knowledgeEditor', 'reviewer', 'proposalManager', 'supervisor', 'planOfficer', 'hr', 'admin')
                """),
        Invariant(
            violation: "已離職同仁仍有登入中的工作階段",
            sql: """
                SELECT session.id FROM session JOIN account ON account.id = session.accountID
                JOIN employee ON employee.id = account.employeeID
                WHERE employee.endsOn IS NOT NULL AND employee.endsOn < date('now', '+8 hours')
                    AND session.lastSeenAt > employee.endsOn || 'T16:00:00.000Z'
                """),
    ]
}
