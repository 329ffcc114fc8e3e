import GRDB

/// Proposals: their states, and lists of those that somebody may see.
enum ProposalStore {
    // MARK: Reading

    static func proposal(_ id: ID<Proposal>, in db: Database) throws -> Proposal? {
        try Row.fetchOne(db, sql: "SELECT * FROM proposal WHERE id = ?", arguments: [id]).map(proposal)
    }

    private static func proposal(_ row: Row) throws -> Proposal {
        Proposal(
            id: row["id"], callID: row["callID"], creator: row["creatorID"], number: row["number"],
            state: ProposalState(rawValue: row["state"]) ?? .draft, currentRevisionID: row["currentRevisionID"],
            lawAsOf: row["lawAsOf"], createdAt: row["createdAt"], submittedAt: row["submittedAt"],
            remark: row["remark"], withdrawnAt: row["withdrawnAt"])
    }

    /// Whose proposals a list is for.
    struct Reader: Sendable {
        let employee: ID<Employee>
        let unit: UnitPath
        /// Where the person manages proposals.
        let managed: UnitScope
    }

    /// SQL condition on `proposal`: the person is one of its authors, or is asked whether that is right.
    static func own(_ employee: ID<Employee>) -> SQL {
        """
        proposal.id IN (SELECT own.proposalID FROM proposalAuthor AS own
            WHERE own.employeeID = \(employee) AND own.declinedAt IS NULL)
        """
    }

    /// SQL condition on `proposal` and `proposalCall`: the person manages it, and has no interest in it.
    static func managed(by reader: Reader) -> SQL {
        """
        (proposal.submittedAt IS NOT NULL AND \(called(within: reader.managed)) AND NOT \(interest(of: reader.employee)))
        """
    }

    /// SQL condition on `proposalCall`: it is of a unit in `scope`.
    private static func called(within scope: UnitScope) -> SQL {
        guard case .units(let roots) = scope, !scope.isEverywhere else { return "1" }
        return roots.isEmpty ? "0" : "proposalCall.unitID IN \(UnitPathStore.ids(within: roots))"
    }

    /// SQL condition on `proposal`: the person was named as an author, or is in conflict.
    private static func interest(of employee: ID<Employee>) -> SQL {
        """
        (proposal.id IN (SELECT named.proposalID FROM proposalAuthor AS named WHERE named.employeeID = \(employee))
            OR proposal.id IN (
                SELECT conflict.proposalID FROM proposalConflict AS conflict WHERE conflict.employeeID = \(employee)))
        """
    }

    /// SQL that selects, as `proposalID`, the proposals of whose review the person must not know.
    static func concerning(_ employee: ID<Employee>) -> SQL {
        """
        SELECT proposalID FROM proposalAuthor WHERE employeeID = \(employee)
        UNION SELECT proposalID FROM proposalConflict WHERE employeeID = \(employee)
        """
    }

    /// SQL condition on `proposal` and `proposalCall`: the person is to score it, or has.
    static func reviewing(_ employee: ID<Employee>) -> SQL {
        """
        (\(stands) AND proposalCall.reviewAt IS NOT NULL
            AND proposal.id IN (SELECT review.proposalID FROM proposalReview AS review
                WHERE review.reviewerID = \(employee) AND review.ending IS NULL)
            AND NOT \(interest(of: employee)))
        """
    }

    /// SQL condition on `proposal`: its form was accepted, and it was not taken up into another one.
    static let stands: SQL = """
        (proposal.state = 'accepted'
            AND proposal.id NOT IN (SELECT done.laterID FROM proposalMerger AS done WHERE done.mergedAt IS NOT NULL))
        """

    /// SQL condition on `proposal`: the person is an author of a proposal with which it is to be merged, or was.
    static func merging(_ employee: ID<Employee>) -> SQL {
        """
        proposal.id IN (SELECT part.value FROM proposalMergerAnswer AS asked
            JOIN proposalMerger AS merger ON merger.laterID = asked.laterID
            JOIN json_each(json_array(merger.laterID, merger.earlierID)) AS part
            WHERE asked.employeeID = \(employee) AND NOT EXISTS (SELECT 1 FROM proposalMergerAnswer AS declined
                WHERE declined.laterID = merger.laterID AND declined.agrees = 0))
        """
    }

    static func isMerging(_ employee: ID<Employee>, _ id: ID<Proposal>, in db: Database) throws -> Bool {
        let query: SQL = "SELECT EXISTS (SELECT 1 FROM proposal WHERE proposal.id = \(id) AND \(merging(employee)))"
        return try SQLRequest<Bool>(literal: query, cached: true).fetchOne(db) ?? false
    }

    /// SQL condition on `proposal` and `proposalCall`: it was decided in a call of the person's own staff.
    static func decided(for reader: Reader) -> SQL {
        """
        (proposalCall.decidedAt IS NOT NULL AND proposal.state = 'accepted'
            AND proposalCall.unitID IN \(UnitPathStore.ids(above: reader.unit)))
        """
    }

    /// SQL condition on `proposal` and `proposalCall`: its authors may be rewarded by somebody who has no interest in it.
    static func rewardable(by employee: ID<Employee>, within scope: UnitScope) -> SQL {
        """
        (proposalCall.decidedAt IS NOT NULL AND \(stands) AND NOT \(interest(of: employee))
            AND \(called(within: scope))
            AND proposal.id IN (SELECT decision.proposalID FROM proposalDecision AS decision
                WHERE decision.award IS NOT NULL OR decision.outcome IN ('adopted', 'partlyAdopted')))
        """
    }

    /// SQL condition on `proposal` and `proposalCall`: the person may see it; the same as `ProposalAccess`.
    static func visible(to reader: Reader) -> SQL {
        "(\(named(to: reader)) OR \(reviewing(reader.employee)))"
    }

    /// SQL condition on `proposal` and `proposalCall`: the person may see it with its authors and attachments' names.
    static func named(to reader: Reader) -> SQL {
        """
        (\(own(reader.employee)) OR \(managed(by: reader)) OR \(decided(for: reader)) OR \(merging(reader.employee)))
        """
    }

    /// SQL condition on `found.id`: it is a proposal for which `condition` holds.
    static func found(_ condition: SQL) -> SQL {
        """
        found.id IN (SELECT proposal.id FROM proposal JOIN proposalCall ON proposalCall.id = proposal.callID
            WHERE \(condition))
        """
    }

    /// Those of `ids` for which `condition` holds; nil for all.
    static func lines(
        _ ids: Set<Int64>? = nil, where condition: SQL, in db: Database
    ) throws -> [ProposalLine] {
        let among: SQL =
            ids.map {
                "proposal.id IN (SELECT value FROM json_each(\(QuestionStore.list($0.map(ID<Proposal>.init(rawValue:))))))"
            }
            ?? "1"
        let query: SQL = """
            SELECT proposal.*, proposalCall.title AS callTitle, proposalCall.closes,
                json_extract(revision.fields, '$.title') AS title, json_extract(revision.fields, '$.kind') AS kind,
                CASE WHEN proposalCall.decidedAt IS NOT NULL THEN (SELECT decision.outcome
                    FROM proposalDecision AS decision WHERE decision.proposalID = coalesce((SELECT merger.earlierID
                        FROM proposalMerger AS merger WHERE merger.laterID = proposal.id
                            AND merger.mergedAt IS NOT NULL), proposal.id)) END AS outcome,
                (SELECT group_concat(name, char(10)) FROM (
                    SELECT employee.name FROM proposalAuthor AS author \(PeopleStore.joined(on: "author.employeeID"))
                    WHERE author.proposalID = proposal.id ORDER BY author.position)) AS authors
            FROM proposal JOIN proposalCall ON proposalCall.id = proposal.callID
            JOIN proposalRevision AS revision ON revision.id = proposal.currentRevisionID
            WHERE \(among) AND \(condition)
            ORDER BY proposalCall.closes DESC, proposal.number IS NULL, proposal.number, proposal.id
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { row in
            let (kind, authors): (String?, String?) = (row["kind"], row["authors"])
            let outcome: String? = row["outcome"]
            return ProposalLine(
                id: row["id"], callID: row["callID"], callTitle: row["callTitle"], closes: row["closes"],
                number: row["number"], title: row["title"], kind: kind.flatMap(ProposalKind.init),
                state: ProposalState(rawValue: row["state"]) ?? .draft,
                authors: authors?.split(separator: "\n").map(String.init) ?? [], submittedAt: row["submittedAt"],
                outcome: outcome.flatMap(ProposalOutcome.init))
        }
    }

    /// The proposals of a call whose form was accepted, as far as the person manages them.
    ///
    /// `ids`: those among which to look; nil for all.
    static func accepted(
        in call: ID<ProposalCall>, among ids: Set<Int64>? = nil, for reader: Reader, _ db: Database
    ) throws -> [ProposalLine] {
        try lines(
            ids, where: "\(stands) AND proposal.callID = \(call) AND \(managed(by: reader))", in: db)
    }

    /// The proposals of a call whose form was accepted, and in which the person has no interest; without authors.
    static func open(
        in call: ID<ProposalCall>, to employee: ID<Employee>, _ db: Database
    ) throws -> [ProposalLine] {
        try lines(
            where: "\(stands) AND proposal.callID = \(call) AND NOT \(interest(of: employee))", in: db
        ).map(\.blind)
    }

    /// The proposals of a call that the person reviews, or those of `ids` among them; without authors.
    static func reviewed(
        by employee: ID<Employee>, in call: ID<ProposalCall>, among ids: Set<Int64>? = nil, _ db: Database
    ) throws -> [ProposalLine] {
        try lines(ids, where: "proposal.callID = \(call) AND \(reviewing(employee))", in: db).map(\.blind)
    }

    /// Somebody's own proposals whose call was decided since then.
    static func announced(
        to employee: ID<Employee>, since: Moment, in db: Database
    ) throws -> [ProposalLine] {
        try lines(
            where: "proposalCall.decidedAt > \(since) AND proposal.state = 'accepted' AND \(own(employee))", in: db)
    }

    /// Whether there are proposals in the call of which the person must not know how they are reviewed.
    static func hasInterest(_ employee: ID<Employee>, in call: ID<ProposalCall>, _ db: Database) throws -> Bool {
        let query: SQL = """
            SELECT EXISTS (SELECT 1 FROM proposal WHERE proposal.callID = \(call) AND \(stands)
                AND \(interest(of: employee)))
            """
        return try SQLRequest<Bool>(literal: query, cached: true).fetchOne(db) ?? false
    }

    /// How many of a call still wait for somebody to check their form, whoever that may be.
    static func unchecked(in call: ID<ProposalCall>, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM proposal WHERE callID = ? AND state = 'submitted'", arguments: [call]) ?? 0
    }

    /// How many wait for their form to be checked by this person, by call.
    static func waiting(
        for reader: Reader, in db: Database
    ) throws -> [(call: ID<ProposalCall>, title: String, count: Int)] {
        let query: SQL = """
            SELECT proposalCall.id, proposalCall.title, count(*) AS count FROM proposal
            JOIN proposalCall ON proposalCall.id = proposal.callID
            WHERE proposal.state = 'submitted' AND proposalCall.reviewAt IS NULL AND \(managed(by: reader))
            GROUP BY proposalCall.id ORDER BY proposalCall.closes, proposalCall.id
            """
        return try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map {
            ($0["id"], $0["title"], $0["count"])
        }
    }
}
