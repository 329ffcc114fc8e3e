import GRDB
import Testing

@testable import Huxue

/// What somebody may do is judged as things stand when it is done.
@Suite struct CurrentActorTests {
    private let office: SampleOffice

    init() throws {
        office = try SampleOffice()
    }

    private func session(of login: String) throws -> (token: SessionToken, visitor: Visitor) {
        var generator = SystemRandomNumberGenerator()
        let token = SessionToken(using: &generator)
        let now = office.clock.now()
        let found = try office.database.writeAndWait { db in
            let account = try #require(try AccountStore.account(login: login, in: db)).id
            try SessionStore.insert(token: token, account: account, device: "test", now: now, in: db)
            return try SessionStore.find(token: token, now: now, in: db)
        }
        return (token, try #require(found).visitor)
    }

    private func current(_ visitor: Visitor) throws -> Actor {
        let now = office.clock.now()
        return try office.database.readAndWait { try SessionStore.current(visitor.actor, now: now, in: $0) }
    }

    @Test func `a role that was taken away meanwhile counts no more`() throws {
        let visitor = try session(of: "meiling").visitor
        #expect(Policy.permitsSomewhere(.readResults, for: try current(visitor)))
        try office.database.writeAndWait { db in
            for grant in try GrantStore.grants(scope: .everywhere, of: visitor.employee, in: db) {
                try GrantActions.revoke(
                    grant.role, at: grant.unitID, from: visitor.employee,
                    by: ActionContext(actor: .console(user: "test"), origin: "test", now: SampleOffice.morning), in: db)
            }
        }
        #expect(!Policy.permitsSomewhere(.readResults, for: try current(visitor)))
        #expect(Policy.permitsSomewhere(.readResults, for: visitor.actor))
    }

    @Test func `a session that ended meanwhile does nothing more`() throws {
        let (_, visitor) = try session(of: "zonghan")
        _ = try current(visitor)
        try office.database.writeAndWait { try SessionStore.endAll(of: visitor.account, in: $0) }
        #expect(throws: CommonRefusal.self) { try current(visitor) }
    }

    /// What may happen between a request and its write, and what the write then finds.
    enum Meanwhile: String, CaseIterable, Sendable {
        case roleRevoked = "DELETE FROM roleGrant WHERE employeeID = :employee"
        case roleMoved = "UPDATE roleGrant SET unitID = 3 WHERE employeeID = :employee"
        case sessionEnded = "DELETE FROM session WHERE accountID = :account"
        case unitMoved = "UPDATE unit SET path = '/1/3/2/', parentID = 3 WHERE id = 2"
        case personMoved = "UPDATE employee SET unitID = 3 WHERE id = :employee"
        case lastDay = "UPDATE employee SET endsOn = '2026-11-01' WHERE id = :employee"
        case passwordReset = "UPDATE account SET passwordIsIssued = 1 WHERE id = :account"

        func happen(to visitor: Visitor, in db: Database) throws {
            let names = ["employee": visitor.employee.rawValue, "account": visitor.account.rawValue]
            try db.execute(
                sql: rawValue, arguments: StatementArguments(names.filter { rawValue.contains(":" + $0.key) }))
        }
    }

    @Test(arguments: Meanwhile.allCases, [false, true])
    func `a write knows what happened since the request`(meanwhile: Meanwhile, isElsewhere: Bool) async throws {
        try office.database.writeAndWait { db in
            let account = try #require(try AccountStore.account(login: "yachu", in: db))
            _ = try GrantStore.insert(
                .hr, at: ID(rawValue: 2), for: account.employeeID, now: SampleOffice.morning, in: db)
        }
        let visitor = try session(of: "yachu").visitor
        let acting = ActionContext(actor: visitor.actor, origin: "test", now: office.clock.now())
        let found = { (database: OfficeDatabase) async throws -> Visitor in
            try await database.write(as: acting) { acting, _ in try acting.visitor }
        }
        let before = try await found(office.database)
        #expect(before.accessGeneration == visitor.accessGeneration && before.grants == visitor.grants)
        let other = isElsewhere ? try OfficeDatabase(folder: office.folder, migrations: Features.all.migrations) : nil
        try (other ?? office.database).writeAndWait { try meanwhile.happen(to: visitor, in: $0) }
        if [.sessionEnded, .lastDay].contains(meanwhile) {
            await #expect(throws: CommonRefusal.self) { _ = try await found(office.database) }
            return
        }
        let now = try await found(office.database)
        switch meanwhile {
        case .roleRevoked: #expect(now.grants.isEmpty)
        case .roleMoved: #expect(now.grants.map(\.unit.rawValue) == ["/1/3/"])
        case .unitMoved: #expect(now.unit.rawValue == "/1/3/2/" && now.grants.map(\.unit.rawValue) == ["/1/3/2/"])
        case .personMoved: #expect(now.unitID.rawValue == 3)
        case .passwordReset: #expect(now.mustChangePassword)
        case .sessionEnded, .lastDay: break
        }
    }

    @Test func `a last day that passes while a write waits ends it, though nothing was written`() async throws {
        try office.database.writeAndWait {
            try $0.execute(sql: "UPDATE employee SET endsOn = '2026-11-21' WHERE staffNumber = 'A01'")
        }
        let visitor = try session(of: "yachu").visitor
        #expect(visitor.serviceEndsAt == Moment("2026-11-21T16:00:00.000Z"))
        let late = ActionContext(
            actor: visitor.actor, origin: "test", now: try #require(Moment("2026-11-21T16:00:00.000Z")))
        await #expect(throws: CommonRefusal.self) { try await office.database.write(as: late) { _, _ in } }
    }

    @Test func `what an earlier write of the same batch took away counts already`() async throws {
        let visitor = try session(of: "meiling").visitor
        let now = office.clock.now()
        let mayRead = try office.database.writeAndWait { db in
            try db.execute(sql: "DELETE FROM roleGrant WHERE employeeID = ?", arguments: [visitor.employee])
            return Policy.permitsSomewhere(
                .readResults, for: try SessionStore.current(visitor.actor, now: now, in: db))
        }
        #expect(!mayRead)
    }

    @Test func `rights that have not moved cost one query, and a few microseconds`() throws {
        let visitor = try session(of: "yachu").visitor
        let now = office.clock.now()
        let (statements, time) = try office.database.writeAndWait { db in
            let count = SharedNumber()
            db.trace { _ in count.add(1) }
            _ = try SessionStore.current(visitor.actor, now: now, in: db)
            db.trace(options: [])
            let time = try threadTime {
                for _ in 0..<2_000 { _ = try SessionStore.current(visitor.actor, now: now, in: db) }
            }
            return (count.value, time / 2_000)
        }
        #expect(statements == 1)
        // In a debug build, beside other tests; 2 to 4 in a release.
        #expect(time < .microseconds(60), "\(time)")
    }

    @Test func `a session in use stays alive though the cache is emptied before every request`() async throws {
        let (token, visitor) = try session(of: "yachu")
        let other = try session(of: "shufen")
        let cache = SessionCache(database: office.database, watch: try ChangeWatch(path: office.folder.databasePath))
        for round in 0..<20 {
            office.advance(minutes: 7)
            let now = office.clock.now()
            #expect(try await cache.visitor(token: token, now: now)?.login == "yachu", "round \(round)")
            try await office.database.write { try SessionStore.confirm(other.visitor.session, now: now, in: $0) }
        }
        _ = visitor
    }
}

@Suite struct AuditAllowanceTests {
    @Test func `one subject uses up its own share alone, and an hour brings new ones`() async {
        let allowance = AuditAllowance(limit: 5, each: 2)
        let now = SampleOffice.morning
        #expect(await allowance.take("a", at: now) == 0)
        #expect(await allowance.take("a", at: now) == 0)
        #expect(await allowance.take("a", at: now) == nil)
        #expect(await allowance.take("b", at: now) == 1)
        #expect(await allowance.take("c", at: now) == 0)
        #expect(await allowance.take("d", at: now) == 0)
        #expect(await allowance.take("e", at: now) == nil)
        #expect(await allowance.take("a", at: now.adding(minutes: 60)) == 1)
    }
}
