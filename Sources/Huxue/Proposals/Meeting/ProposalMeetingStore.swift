import GRDB

/// Meetings: who takes part, and what is written down.
enum ProposalMeetingStore {
    // MARK: Reading

    /// Nil before it begins.
    static func meeting(of call: ID<ProposalCall>, in db: Database) throws -> ProposalMeeting? {
        guard
            let row = try Row.fetchOne(db, sql: "SELECT * FROM proposalMeeting WHERE callID = ?", arguments: [call])
        else { return nil }
        func member(_ column: String) throws -> StaffMember? {
            let id: ID<Employee>? = row[column]
            return try id.flatMap { try EmployeeStore.member($0, scope: .everywhere, in: db) }
        }
        return ProposalMeeting(
            earlyReason: row["earlyReason"],
            chair: try member("chairID"), place: row["place"],
            attendees: try EmployeeStore.members(
                among: "SELECT employeeID FROM proposalAttendee WHERE callID = \(call)", in: db),
            guests: row["guests"], remarks: row["remarks"], edit: row["edit"],
            begunBy: try member("begunBy")?.employee.name ?? "", closedBy: try member("closedBy")?.employee.name)
    }

    static func discussion(on id: ID<Proposal>, in db: Database) throws -> StoredDiscussion? {
        try discussions("proposalID = \(id)", in: db)[id]
    }

    /// Those of a call, by proposal.
    static func discussions(
        in call: ID<ProposalCall>, _ db: Database
    ) throws -> [ID<Proposal>: StoredDiscussion] {
        try discussions("proposalID IN (SELECT id FROM proposal WHERE callID = \(call))", in: db)
    }

    private static func discussions(_ condition: SQL, in db: Database) throws -> [ID<Proposal>: StoredDiscussion] {
        let query: SQL = "SELECT * FROM proposalDiscussion WHERE \(condition)"
        let found = try SQLRequest<Row>(literal: query).fetchAll(db).map { row -> (ID<Proposal>, StoredDiscussion) in
            let content = ProposalDiscussion(
                notes: row["notes"], outcome: ProposalOutcome(rawValue: row["outcome"]), reasons: row["reasons"],
                award: row["award"])
            return (
                row["proposalID"],
                StoredDiscussion(content: content, sequence: row["sequence"], savedAt: row["savedAt"])
            )
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    /// Whether a proposal of the call is still undecided, whoever may know of it.
    static func hasUndecided(_ call: ID<ProposalCall>, in db: Database) throws -> Bool {
        let query: SQL = """
            SELECT EXISTS (SELECT 1 FROM proposal WHERE callID = \(call) AND \(ProposalStore.stands)
                AND id NOT IN (SELECT proposalID FROM proposalDecision))
            """
        return try SQLRequest<Bool>(literal: query).fetchOne(db) ?? false
    }

    // MARK: Writing

    /// Begins it, with the panel and the secretary taken for present.
    static func begin(
        _ call: ID<ProposalCall>, earlyReason: String, attendees: [ID<Employee>], by secretary: ID<Employee>,
        now: Moment, in db: Database
    ) throws {
        try db.execute(sql: "UPDATE proposalCall SET meetingAt = ? WHERE id = ?", arguments: [now, call])
        try db.execute(
            sql: "INSERT INTO proposalMeeting (callID, begunBy, earlyReason) VALUES (?, ?, ?)",
            arguments: [call, secretary, earlyReason])
        try setAttendees(attendees, of: call, in: db)
    }

    /// What the form says; the rest stays.
    static func update(
        _ call: ID<ProposalCall>, to form: ProposalMeetingForm, chair: ID<Employee>?, attendees: [ID<Employee>],
        in db: Database
    ) throws {
        try db.execute(
            sql: """
                UPDATE proposalMeeting SET chairID = ?, place = ?, guests = ?, remarks = ?, edit = edit + 1
                WHERE callID = ?
                """, arguments: [chair, form.place, form.guests, form.remarks, call])
        try setAttendees(attendees, of: call, in: db)
    }

    private static func setAttendees(
        _ people: [ID<Employee>], of call: ID<ProposalCall>, in db: Database
    ) throws {
        try db.execute(sql: "DELETE FROM proposalAttendee WHERE callID = ?", arguments: [call])
        for person in people {
            try db.execute(
                sql: "INSERT OR IGNORE INTO proposalAttendee (callID, employeeID) VALUES (?, ?)",
                arguments: [call, person])
        }
    }

    static func save(
        _ discussion: ProposalDiscussion, on id: ID<Proposal>, by secretary: ID<Employee>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO proposalDiscussion (proposalID, notes, outcome, reasons, award, sequence, savedBy, savedAt)
                VALUES (?, ?, ?, ?, ?, 1, ?, ?)
                ON CONFLICT (proposalID) DO UPDATE SET notes = excluded.notes, outcome = excluded.outcome,
                    reasons = excluded.reasons, award = excluded.award, sequence = sequence + 1,
                    savedBy = excluded.savedBy, savedAt = excluded.savedAt
                """,
            arguments: [
                id, discussion.notes, discussion.outcome?.rawValue ?? "", discussion.reasons, discussion.award,
                secretary, now,
            ])
    }

    /// Ends the meeting: everything is decided.
    static func close(
        _ call: ID<ProposalCall>, by secretary: ID<Employee>, now: Moment, in db: Database
    ) throws {
        try db.execute(sql: "UPDATE proposalMeeting SET closedBy = ? WHERE callID = ?", arguments: [secretary, call])
        try db.execute(sql: "UPDATE proposalCall SET decidedAt = ? WHERE id = ?", arguments: [now, call])
    }
}
