import GRDB

/// What is said about case studies, and what was begun from them.
enum CaseDiscussionStore {
    static func discussion(of id: ID<CaseStudy>, in db: Database) throws -> CaseDiscussion {
        CaseDiscussion(
            comments: try comments(on: id, in: db), proposed: try proposed(for: id, in: db),
            followUps: try followUps(of: id, in: db))
    }

    /// In the order in which they were written.
    static func comments(on id: ID<CaseStudy>, in db: Database) throws -> [CaseComment] {
        let query: SQL = """
            SELECT comment.*, employee.name FROM caseComment AS comment
            \(PeopleStore.joined(on: "comment.authorID")) WHERE comment.caseID = \(id) ORDER BY comment.id
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            let removed: Moment? = row["removedAt"]
            return CaseComment(
                id: row["id"], parent: row["parentID"], author: row["authorID"], name: row["name"],
                text: removed == nil ? row["text"] : "", writtenAt: row["writtenAt"], isRemoved: removed != nil)
        }
    }

    /// The latest; nil for none.
    static func proposed(for id: ID<CaseStudy>, in db: Database) throws -> CaseConclusion? {
        let query: SQL = """
            SELECT conclusion.*, employee.name FROM caseConclusion AS conclusion
            \(PeopleStore.joined(on: "conclusion.proposedBy")) WHERE conclusion.caseID = \(id)
            ORDER BY conclusion.id DESC LIMIT 1
            """
        guard let row = try SQLRequest<Row>(literal: query, cached: true).fetchOne(db) else { return nil }
        return CaseConclusion(
            id: row["id"], text: row["text"], name: row["name"], proposedAt: row["proposedAt"],
            votes: try votes(on: row["id"], in: db))
    }

    private static func votes(on id: ID<CaseConclusion>, in db: Database) throws -> [CaseVote] {
        let query: SQL = """
            SELECT vote.*, employee.name FROM caseVote AS vote \(PeopleStore.joined(on: "vote.employeeID"))
            WHERE vote.conclusionID = \(id) ORDER BY vote.votedAt, vote.employeeID
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map {
            CaseVote(employee: $0["employeeID"], name: $0["name"], agrees: $0["agrees"], reason: $0["reason"])
        }
    }

    static func followUps(of id: ID<CaseStudy>, in db: Database) throws -> [CaseFollowUp] {
        let query: SQL = """
            SELECT followUp.*, employee.name FROM caseFollowUp AS followUp
            \(PeopleStore.joined(on: "followUp.begunBy")) WHERE followUp.caseID = \(id) ORDER BY followUp.id
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map {
            CaseFollowUp(
                kind: CaseFollowUp.Kind(rawValue: $0["kind"]) ?? .faq, page: $0["page"], name: $0["name"],
                begunAt: $0["begunAt"])
        }
    }

    // MARK: Writing

    static func comment(
        _ text: String, on id: ID<CaseStudy>, answering parent: ID<CaseComment>?, by employee: ID<Employee>,
        now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO caseComment (caseID, parentID, authorID, text, writtenAt) VALUES (?, ?, ?, ?, ?)",
            arguments: [id, parent, employee, text, now])
    }

    static func remove(_ id: ID<CaseComment>, now: Moment, in db: Database) throws {
        try db.execute(sql: "UPDATE caseComment SET removedAt = ? WHERE id = ?", arguments: [now, id])
    }

    static func propose(
        _ text: String, for id: ID<CaseStudy>, by employee: ID<Employee>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO caseConclusion (caseID, text, proposedBy, proposedAt) VALUES (?, ?, ?, ?)",
            arguments: [id, text, employee, now])
    }

    /// Also instead of what the person said before.
    static func vote(
        _ agrees: Bool, _ reason: String, on id: ID<CaseConclusion>, by employee: ID<Employee>, now: Moment,
        in db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO caseVote (conclusionID, employeeID, agrees, reason, votedAt) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (conclusionID, employeeID) DO UPDATE SET agrees = excluded.agrees,
                    reason = excluded.reason, votedAt = excluded.votedAt
                """, arguments: [id, employee, agrees, reason, now])
    }

    /// `page`: the code under which it will be saved; nil for a question.
    static func followUp(
        _ kind: CaseFollowUp.Kind, page: String?, of id: ID<CaseStudy>, by employee: ID<Employee>, now: Moment,
        in db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO caseFollowUp (caseID, kind, page, begunBy, begunAt) VALUES (?, ?, ?, ?, ?)",
            arguments: [id, kind.rawValue, page, employee, now])
    }
}
