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
                try AccessStore.revoke(
                    grant.role, at: grant.unitID, from: visitor.employee, actor: .console(user: "test"), origin: "test",
                    now: SampleOffice.morning, in: db)
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
