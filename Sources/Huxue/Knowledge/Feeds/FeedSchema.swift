enum FeedSchema {
    static let migrations = [
        Migration(
            name: "2026-11-25 keep the tokens of personal feeds",
            sql: """
                CREATE TABLE feedToken (
                    employeeID INTEGER PRIMARY KEY REFERENCES employee (id),
                    tokenHash BLOB NOT NULL UNIQUE CHECK (length(tokenHash) = 32),
                    madeAt TEXT NOT NULL
                ) STRICT;
                """),
        // Whoever knew the old password may have made the address; and who left and comes back makes another one.
        Migration(
            name: "2026-11-25 end feeds with the password and the service",
            sql: """
                CREATE TRIGGER feedTokenEnds AFTER UPDATE OF passwordHash ON account WHEN new.passwordIsIssued
                BEGIN DELETE FROM feedToken WHERE employeeID = new.employeeID; END;
                CREATE TRIGGER feedTokenLeaves AFTER UPDATE OF endsOn ON employee
                WHEN old.endsOn IS NOT NULL AND new.endsOn IS NOT old.endsOn
                BEGIN DELETE FROM feedToken WHERE employeeID = new.id; END;
                """),
    ]
}
