enum ReminderSchema {
    static let migrations = [
        Migration(
            name: "2026-12-01 keep who was reminded of a test, and whether supervisors see who passed",
            sql: """
                CREATE TABLE examReminder (
                    examID INTEGER NOT NULL REFERENCES exam (id),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    remindedOn TEXT NOT NULL,
                    remindedBy TEXT NOT NULL CHECK (remindedBy <> ''),
                    PRIMARY KEY (examID, employeeID, remindedOn)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX examReminderEmployee ON examReminder (employeeID);

                CREATE TABLE examSetting (
                    id INTEGER PRIMARY KEY CHECK (id = 1),
                    supervisorsSeePasses INTEGER NOT NULL CHECK (supervisorsSeePasses IN (0, 1))
                ) STRICT;
                """)
    ]
}
