import GRDB

/// What authors got for their proposals.
enum ProposalMeritStore {
    /// Of one proposal, by person.
    static func merits(of proposal: ID<Proposal>, in db: Database) throws -> [ID<Employee>: ProposalMerit] {
        let query: SQL = "SELECT * FROM proposalMerit WHERE proposalID = \(proposal)"
        let found = try SQLRequest<Row>(literal: query).fetchAll(db).map { row -> ProposalMerit in
            let kind: String? = row["merit"]
            let merit = kind.flatMap(ProposalAward.Merit.Kind.init).map {
                ProposalAward.Merit(kind: $0, times: row["times"])
            }
            return ProposalMerit(
                proposal: row["proposalID"], employee: row["employeeID"], prize: row["prize"], merit: merit,
                hasLetter: row["letter"], order: row["orderNumber"], orderedOn: row["orderedOn"])
        }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.employee, $0) })
    }

    /// Replaces what was kept for the proposal.
    static func set(
        _ merits: [ProposalMerit], of proposal: ID<Proposal>, by person: ID<Employee>, now: Moment, in db: Database
    ) throws {
        try db.execute(sql: "DELETE FROM proposalMerit WHERE proposalID = ?", arguments: [proposal])
        for merit in merits {
            try db.execute(
                sql: """
                    INSERT INTO proposalMerit (proposalID, employeeID, prize, merit, times, letter, orderNumber,
                        orderedOn, savedBy, savedAt)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    proposal, merit.employee, merit.prize, merit.merit?.kind.rawValue, merit.merit?.times,
                    merit.hasLetter, merit.order, merit.orderedOn, person, now,
                ])
        }
    }
}
