/// Meetings: who was there, and what is written down about each proposal while it goes on.
enum ProposalMeetingSchema {
    static let migrations = [
        Migration(
            name: "2026-12-07 hold meetings on proposals",
            sql: """
                CREATE TABLE proposalMeeting (
                    callID INTEGER PRIMARY KEY REFERENCES proposalCall (id),
                    begunBy INTEGER NOT NULL REFERENCES employee (id),
                    earlyReason TEXT NOT NULL,
                    chairID INTEGER REFERENCES employee (id),
                    place TEXT NOT NULL DEFAULT '',
                    guests TEXT NOT NULL DEFAULT '',
                    remarks TEXT NOT NULL DEFAULT '',
                    closedBy INTEGER REFERENCES employee (id),
                    edit INTEGER NOT NULL DEFAULT 1 CHECK (edit >= 1)
                ) STRICT;

                CREATE TABLE proposalAttendee (
                    callID INTEGER NOT NULL REFERENCES proposalMeeting (callID),
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    PRIMARY KEY (callID, employeeID)
                ) STRICT, WITHOUT ROWID;

                CREATE TABLE proposalDiscussion (
                    proposalID INTEGER PRIMARY KEY REFERENCES proposal (id),
                    notes TEXT NOT NULL,
                    outcome TEXT NOT NULL,
                    reasons TEXT NOT NULL,
                    award INTEGER,
                    sequence INTEGER NOT NULL CHECK (sequence >= 1),
                    savedBy INTEGER NOT NULL REFERENCES employee (id),
                    savedAt TEXT NOT NULL
                ) STRICT;
                CREATE TRIGGER proposalDiscussionEnds BEFORE UPDATE ON proposalDiscussion
                WHEN EXISTS (SELECT 1 FROM proposal JOIN proposalCall ON proposalCall.id = proposal.callID
                    WHERE proposal.id = old.proposalID AND proposalCall.decidedAt IS NOT NULL)
                BEGIN SELECT RAISE (ABORT, 'minutes never change once the call is decided'); END;
                """),
        Migration(
            name: "2026-12-07 count what meetings decide", countingOn: .reviews,
            rowsOf: ["proposalMeeting", "proposalDecision"]),
    ]

    static let invariants = [
        Invariant(
            violation: "創意提案的評審會議有紀錄，徵件卻還沒有開會",
            sql: """
                SELECT proposalMeeting.callID FROM proposalMeeting
                JOIN proposalCall ON proposalCall.id = proposalMeeting.callID WHERE proposalCall.meetingAt IS NULL
                """)
    ]
}
