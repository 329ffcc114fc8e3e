enum AnnouncementSchema {
    static let migrations = [
        Migration(
            name: "2026-11-25 keep announcements that must be read, who read them and who was reminded",
            sql: """
                CREATE TABLE announcement (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    pageID INTEGER NOT NULL REFERENCES page (id),
                    unitID INTEGER NOT NULL REFERENCES unit (id),
                    audience TEXT NOT NULL CHECK (json_valid(audience)),
                    required INTEGER NOT NULL,
                    deadline TEXT NOT NULL,
                    sentBy TEXT NOT NULL CHECK (sentBy <> ''),
                    sentAt TEXT NOT NULL,
                    withdrawnAt TEXT,
                    FOREIGN KEY (pageID, required) REFERENCES pageRevision (pageID, number)
                ) STRICT;
                CREATE UNIQUE INDEX announcementOpen ON announcement (pageID) WHERE withdrawnAt IS NULL;
                CREATE INDEX announcementUnit ON announcement (unitID);

                CREATE TABLE announcementReading (
                    announcementID INTEGER NOT NULL REFERENCES announcement (id),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    number INTEGER NOT NULL CHECK (number >= 1),
                    readAt TEXT NOT NULL,
                    isLate INTEGER NOT NULL CHECK (isLate IN (0, 1)),
                    PRIMARY KEY (announcementID, employeeID, number)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX announcementReadingEmployee ON announcementReading (employeeID);
                CREATE TRIGGER announcementReadingStays BEFORE UPDATE ON announcementReading
                BEGIN SELECT RAISE (ABORT, 'a reading never changes'); END;
                CREATE TRIGGER announcementReadingRemains BEFORE DELETE ON announcementReading
                BEGIN SELECT RAISE (ABORT, 'a reading is never deleted'); END;

                CREATE TABLE announcementReminder (
                    announcementID INTEGER NOT NULL REFERENCES announcement (id),
                    remindedOn TEXT NOT NULL,
                    remindedBy TEXT NOT NULL CHECK (remindedBy <> ''),
                    PRIMARY KEY (announcementID, remindedOn)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE announcementReminded (
                    announcementID INTEGER NOT NULL,
                    remindedOn TEXT NOT NULL,
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    PRIMARY KEY (announcementID, remindedOn, employeeID),
                    FOREIGN KEY (announcementID, remindedOn)
                        REFERENCES announcementReminder (announcementID, remindedOn)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX announcementRemindedEmployee ON announcementReminded (employeeID);
                """),
        Migration(
            name: "2026-11-25 keep for which revision of an announcement people were reminded",
            sql: """
                CREATE TABLE newReminder (
                    announcementID INTEGER NOT NULL REFERENCES announcement (id),
                    required INTEGER NOT NULL,
                    remindedOn TEXT NOT NULL,
                    remindedBy TEXT NOT NULL CHECK (remindedBy <> ''),
                    PRIMARY KEY (announcementID, required, remindedOn)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO newReminder
                    SELECT announcementID, announcement.required, remindedOn, remindedBy
                    FROM announcementReminder JOIN announcement ON announcement.id = announcementID;
                CREATE TABLE newReminded (
                    announcementID INTEGER NOT NULL,
                    required INTEGER NOT NULL,
                    remindedOn TEXT NOT NULL,
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    PRIMARY KEY (announcementID, required, remindedOn, employeeID),
                    FOREIGN KEY (announcementID, required, remindedOn)
                        REFERENCES newReminder (announcementID, required, remindedOn)
                ) STRICT, WITHOUT ROWID;
                INSERT INTO newReminded
                    SELECT announcementID, announcement.required, remindedOn, employeeID
                    FROM announcementReminded JOIN announcement ON announcement.id = announcementID;
                DROP TABLE announcementReminded;
                DROP TABLE announcementReminder;
                ALTER TABLE newReminder RENAME TO announcementReminder;
                ALTER TABLE newReminded RENAME TO announcementReminded;
                CREATE INDEX announcementRemindedEmployee ON announcementReminded (employeeID);
                """),
        Migration(
            name: "2026-11-30 count the generations of announcements",
            counting: .announcements, rowsOf: ["announcement"]),
    ]

    static let invariants = [
        Invariant(
            violation: "已讀的版本不是公告的條目有過的版本",
            sql: """
                SELECT reading.announcementID, reading.employeeID, reading.number
                FROM announcementReading AS reading
                JOIN announcement ON announcement.id = reading.announcementID
                WHERE NOT EXISTS (SELECT * FROM pageRevision
                    WHERE pageRevision.pageID = announcement.pageID AND pageRevision.number = reading.number)
                """)
    ]
}
