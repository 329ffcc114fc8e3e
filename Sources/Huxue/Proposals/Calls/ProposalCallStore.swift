import Foundation
import GRDB

/// Calls for proposals, their panels and awards.
enum ProposalCallStore {
    // MARK: Reading

    private static var selection: SQL {
        """
        SELECT proposalCall.*, unit.path, unit.fullName FROM proposalCall \(PeopleStore.unit(on: "proposalCall.unitID"))
        """
    }

    static func call(_ id: ID<ProposalCall>, in db: Database) throws -> ProposalCall? {
        try calls("\(selection) WHERE proposalCall.id = \(id)", in: db).first
    }

    /// Those of units in `scope`, the latest to close first.
    static func calls(within scope: UnitScope, in db: Database) throws -> [ProposalCall] {
        try calls(
            "\(selection) WHERE \(scope.condition(on: "unit.path")) ORDER BY proposalCall.closes DESC, proposalCall.id DESC",
            in: db)
    }

    /// Those to which somebody of the unit may propose at any time, the next to close first.
    static func calls(for unit: UnitPath, closingAfter now: Moment, in db: Database) throws -> [ProposalCall] {
        try calls(
            """
            \(selection) WHERE proposalCall.unitID IN \(UnitPathStore.ids(above: unit)) AND proposalCall.closes > \(now)
                AND proposalCall.reviewAt IS NULL
            ORDER BY proposalCall.closes, proposalCall.id
            """, in: db)
    }

    /// Those that take no more proposals and are not decided, the next to close first.
    static func undecided(closingBefore now: Moment, in db: Database) throws -> [ProposalCall] {
        try calls(
            """
            \(selection) WHERE proposalCall.decidedAt IS NULL AND proposalCall.closes <= \(now)
            ORDER BY proposalCall.closes, proposalCall.id
            """, in: db)
    }

    private static func calls(_ query: SQL, in db: Database) throws -> [ProposalCall] {
        try SQLRequest<Row>(literal: query, cached: true).fetchAll(db).map { try call($0, in: db) }
    }

    private static func call(_ row: Row, in db: Database) throws -> ProposalCall {
        let id: ID<ProposalCall> = row["id"]
        let (kinds, ties): (String, String) = (row["kinds"], row["ties"])
        let plan = ProposalCallPlan(
            title: row["title"], year: row["year"], opens: row["opens"], closes: row["closes"],
            kinds: list(kinds), takesRole: row["takesRole"], reviewersEach: row["reviewersEach"],
            isBlind: row["isBlind"], method: RankMethod(rawValue: row["method"]) ?? .mean,
            thirdShare: row["thirdShare"], ties: list(ties), awards: try awards(of: id, in: db),
            rubric: row["rubricID"], tieCriterion: row["tieCriterion"], excludesChain: row["excludesChain"],
            reviewsClose: row["reviewsClose"])
        return ProposalCall(
            id: id, unitID: row["unitID"], unit: UnitPath(rawValue: row["path"]), unitName: row["fullName"],
            plan: plan, edit: row["edit"], reviewAt: row["reviewAt"], meetingAt: row["meetingAt"],
            decidedAt: row["decidedAt"], rubricVersion: row["rubricVersionID"], seed: row["seed"])
    }

    private static func awards(of id: ID<ProposalCall>, in db: Database) throws -> [ProposalAward] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM proposalAward WHERE callID = ? ORDER BY position", arguments: [id]
        ).map { row in
            let kind: String? = row["merit"]
            let merit = kind.flatMap(ProposalAward.Merit.Kind.init).map {
                ProposalAward.Merit(kind: $0, times: row["times"])
            }
            return ProposalAward(name: row["name"], prize: row["prize"], merit: merit)
        }
    }

    /// Those who are named for the panel, by unit and staff number.
    static func named(_ id: ID<ProposalCall>, in db: Database) throws -> [StaffMember] {
        try EmployeeStore.members(
            among: "SELECT employeeID FROM proposalPanelist WHERE callID = \(id)", in: db)
    }

    static func count(of unit: ID<Unit>, in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM proposalCall WHERE unitID = ?", arguments: [unit]) ?? 0
    }

    // MARK: Writing

    static func insert(_ plan: ProposalCallPlan, unit: ID<Unit>, in db: Database) throws -> ID<ProposalCall> {
        try db.execute(
            sql: """
                INSERT INTO proposalCall (unitID, title, year, opens, closes, kinds, takesRole, reviewersEach, isBlind,
                    method, thirdShare, ties, rubricID, tieCriterion, excludesChain, reviewsClose)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                unit, plan.title, plan.year, plan.opens, plan.closes, try json(plan.kinds), plan.takesRole,
                plan.reviewersEach, plan.isBlind, plan.method.rawValue, plan.thirdShare, try json(plan.ties),
                plan.rubric, plan.tieCriterion, plan.excludesChain, plan.reviewsClose,
            ])
        let id = ID<ProposalCall>(rawValue: db.lastInsertedRowID)
        try put(plan.awards, of: id, in: db)
        return id
    }

    static func update(_ id: ID<ProposalCall>, to plan: ProposalCallPlan, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE proposalCall SET title = ?, year = ?, opens = ?, closes = ?, kinds = ?, takesRole = ?,
                    reviewersEach = ?, isBlind = ?, method = ?, thirdShare = ?, ties = ?, rubricID = ?, tieCriterion = ?,
                    excludesChain = ?, reviewsClose = ?, edit = edit + 1
                WHERE id = ?
                """,
            arguments: [
                plan.title, plan.year, plan.opens, plan.closes, try json(plan.kinds), plan.takesRole,
                plan.reviewersEach, plan.isBlind, plan.method.rawValue, plan.thirdShare, try json(plan.ties),
                plan.rubric,
                plan.tieCriterion, plan.excludesChain, plan.reviewsClose, id,
            ])
        try db.execute(sql: "DELETE FROM proposalAward WHERE callID = ?", arguments: [id])
        try put(plan.awards, of: id, in: db)
    }

    /// Begins the review: from now on the plan is fixed.
    static func begin(
        _ id: ID<ProposalCall>, by version: ID<RubricVersion>, now: Moment, in db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE proposalCall SET reviewAt = ?, rubricVersionID = ? WHERE id = ?",
            arguments: [now, version, id])
    }

    static func setSeed(_ seed: Int, of id: ID<ProposalCall>, in db: Database) throws {
        try db.execute(sql: "UPDATE proposalCall SET seed = ? WHERE id = ?", arguments: [seed, id])
    }

    static func setReviewsClose(_ end: Moment, of id: ID<ProposalCall>, in db: Database) throws {
        try db.execute(sql: "UPDATE proposalCall SET reviewsClose = ? WHERE id = ?", arguments: [end, id])
    }

    private static func put(_ awards: [ProposalAward], of id: ID<ProposalCall>, in db: Database) throws {
        for (place, award) in awards.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO proposalAward (callID, position, name, prize, merit, times) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, place + 1, award.name, award.prize, award.merit?.kind.rawValue, award.merit?.times,
                ])
        }
    }

    static func setPanel(_ people: [ID<Employee>], of id: ID<ProposalCall>, in db: Database) throws {
        try db.execute(sql: "DELETE FROM proposalPanelist WHERE callID = ?", arguments: [id])
        for person in people {
            try db.execute(
                sql: "INSERT INTO proposalPanelist (callID, employeeID) VALUES (?, ?)", arguments: [id, person])
        }
    }

    private static func json(_ values: [some Encodable]) throws -> String {
        String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
    }

    /// A list of codes as `json` writes it; none of them needs an escape.
    private static func list<Value: RawRepresentable<String>>(_ json: String) -> [Value] {
        json.split { "[],\"".contains($0) }.compactMap { Value(rawValue: String($0)) }
    }
}
