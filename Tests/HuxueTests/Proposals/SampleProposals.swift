import GRDB
import Testing

@testable import Huxue

/// The sample office with calls for proposals: meiling manages them for the whole office, shuhui for 登記一課.
///
/// The clock stands at 115/11/21 10:00; the call is open from the day before until 115/11/25 17:30.
struct SampleProposals {
    let office: SampleOffice
    /// Of the whole office, blind.
    let call: ID<ProposalCall>

    static let plan = ProposalCallPlan(
        title: "115年度創意提案", year: 2026, opens: SampleOffice.morning.adding(minutes: -24 * 60),
        closes: SampleOffice.morning.adding(minutes: 4 * 24 * 60 + 450), kinds: ProposalKind.allCases,
        takesRole: true, reviewersEach: 2, isBlind: true, method: .rankSum, thirdShare: 20,
        ties: [.criterion, .firstPlaces],
        awards: [ProposalAward(name: "特優", prize: 5000, merit: .init(kind: .merit, times: 1))])

    init(features: FeatureList = Features.all) throws {
        office = try SampleOffice(features: features)
        let now = office.clock.now()
        call = try office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            let section = try #require(try UnitStore.unit(named: "登記一課", in: db))
            for (login, unit) in [("meiling", root), ("shuhui", section)] {
                let account = try #require(try AccountStore.account(login: login, in: db))
                _ = try GrantStore.insert(.proposalManager, at: unit.id, for: account.employeeID, now: now, in: db)
            }
            return try ProposalCallStore.insert(Self.plan, unit: root.id, in: db)
        }
    }

    /// Another call, of a unit by name; nil for the office.
    func call(_ plan: ProposalCallPlan, unit name: String? = nil) throws -> ID<ProposalCall> {
        try office.database.writeAndWait { db in
            let unit = try name.map { try UnitStore.unit(named: $0, in: db) } ?? UnitStore.root(in: db)
            return try ProposalCallStore.insert(plan, unit: try #require(unit).id, in: db)
        }
    }

    func visitor(_ login: String) throws -> Visitor { try #require(try office.visitor(login)) }

    func acting(_ login: String) throws -> ActionContext {
        ActionContext(actor: try visitor(login).actor, origin: "test", now: office.clock.now())
    }

    /// Everything that a submission needs, by one author.
    static func form(_ authors: String = "A01 100%", title: String = "一次告知單改用手機") -> ProposalForm {
        ProposalForm([
            .title: title, .kind: ProposalKind.simplified.rawValue, .novelty: ProposalNovelty.improved.rawValue,
            .problem: "民眾常漏帶文件，來回兩趟。", .idea: "掃描條碼，就看得到這一項登記的應備文件。",
            .method: "一、整理清單。\n二、印製條碼。\n三、每月更新。", .benefit: "少跑一趟。", .minutes: "6", .cases: "1200",
            .citations: "戶籍法第48條第1項", .lawAsOf: "115/1/1", .authors: authors,
        ])
    }

    func written(
        _ form: ProposalForm, to id: ID<ProposalCall>? = nil, over base: Int = 0, isSubmitted: Bool = false
    ) throws -> ProposalEditActions.Written {
        let call = try office.database.readAndWait { try ProposalCallStore.call(id ?? self.call, in: $0) }
        return try ProposalEditActions.Written(
            form, to: #require(call), over: base, key: "none", isSubmitted: isSubmitted, names: .table)
    }

    @discardableResult
    func add(
        _ form: ProposalForm = Self.form(), to id: ID<ProposalCall>? = nil, by login: String = "yachu",
        isSubmitted: Bool = false
    ) throws -> ID<Proposal> {
        let (written, acting) = (try written(form, to: id, isSubmitted: isSubmitted), try acting(login))
        let call = id ?? self.call
        return try office.database.writeAndWait {
            try ProposalEditActions.add(written, to: call, by: acting, in: $0).id
        }
    }

    @discardableResult
    func save(
        _ form: ProposalForm, of id: ID<Proposal>, over base: Int, by login: String = "yachu", isSubmitted: Bool = false
    ) throws -> ProposalEditActions.Saved {
        let (written, acting) = (try written(form, over: base, isSubmitted: isSubmitted), try acting(login))
        return try office.database.writeAndWait { try ProposalEditActions.save(written, of: id, by: acting, in: $0) }
    }

    func opened(_ id: ID<Proposal>, by login: String = "yachu") throws -> ProposalForm {
        let (visitor, now) = (try visitor(login), office.clock.now())
        return try office.database.readAndWait { try ProposalEditActions.form(id, by: visitor, now: now, in: $0).form }
    }

    func answer(_ id: ID<Proposal>, agrees: Bool = true, share: Int, by login: String) throws {
        let acting = try acting(login)
        try office.database.writeAndWait {
            try ProposalStateActions.answer(id, agrees: agrees, share: share, by: acting, in: $0)
        }
    }

    func submit(_ id: ID<Proposal>, by login: String = "yachu") throws {
        let acting = try acting(login)
        try office.database.writeAndWait { try ProposalStateActions.submit(id, by: acting, in: $0) }
    }

    func check(_ id: ID<Proposal>, isAccepted: Bool, reason: String = "", by login: String = "meiling") throws {
        let acting = try acting(login)
        try office.database.writeAndWait {
            try ProposalCheckActions.check(id, isAccepted: isAccepted, reason: reason, by: acting, in: $0)
        }
    }

    func withdraw(_ id: ID<Proposal>, by login: String = "yachu") throws {
        let acting = try acting(login)
        try office.database.writeAndWait { try ProposalStateActions.withdraw(id, by: acting, in: $0) }
    }

    func proposal(_ id: ID<Proposal>) throws -> Proposal {
        try office.database.readAndWait { try #require(try ProposalStore.proposal(id, in: $0)) }
    }

    func authors(_ id: ID<Proposal>) throws -> [String] {
        try office.database.readAndWait { try ProposalAuthorStore.authors(of: id, in: $0) }
            .map { "\($0.name) \($0.share) \($0.consent.rawValue)" }
    }

    /// As if its review, meeting or decisions had come; part of what is still to be built.
    func advance(_ id: ID<ProposalCall>? = nil, to state: ProposalCallState) throws {
        let columns: [(ProposalCallState, String)] = [
            (.review, "reviewAt"), (.meeting, "meetingAt"), (.decided, "decidedAt"),
        ]
        let (now, call) = (office.clock.now(), id ?? self.call)
        try office.database.writeAndWait { db in
            for (reached, column) in columns where reached <= state {
                try db.execute(
                    sql: "UPDATE proposalCall SET \(column) = coalesce(\(column), ?) WHERE id = ?",
                    arguments: [now, call])
            }
        }
    }

    func declareConflict(_ login: String, with id: ID<Proposal>) throws {
        let (employee, now) = (try visitor(login).employee, office.clock.now())
        try office.database.writeAndWait {
            try $0.execute(
                sql: """
                    INSERT INTO proposalConflict (proposalID, employeeID, source, reason, declaredAt)
                    VALUES (?, ?, 'declared', '同一小組', ?)
                    """, arguments: [id, employee, now])
        }
    }

    func role(_ login: String, of id: ID<Proposal>) throws -> ProposalRole? {
        let visitor = try visitor(login)
        return try office.database.readAndWait { db in
            do {
                return try ProposalActions.shown(id, to: visitor, in: db).role
            } catch ProposalRefusal.missing {
                return nil
            }
        }
    }

    func findings() throws -> [String] {
        try office.database.readAndWait { try Doctor.findings(in: office.folder, $0).map(\.check) }
    }
}
