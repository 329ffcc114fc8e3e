import Testing

@testable import Huxue

struct SignInTests {
    let staff: SampleStaff
    let signIn: SignIn

    init() throws {
        staff = try SampleStaff()
        signIn = try Self.signIn(staff, parameters: SampleStaff.parameters)
    }

    private static func signIn(_ staff: SampleStaff, parameters: PasswordHash.Parameters) throws -> SignIn {
        SignIn(
            database: staff.database, clock: staff.clock,
            hasher: try PasswordHasher(
                pool: WorkPool(width: 2, waitingLimit: 300), parameters: parameters),
            throttle: SignInThrottle(clock: staff.clock) { _ in })
    }

    private func account(_ login: String, _ password: String) async throws -> ID<Account> {
        try await prove(login, password).id
    }

    private func prove(_ login: String, _ password: String) async throws -> ProvenAccount {
        try await signIn.account(login: login, password: password, address: "10.0.0.1")
    }

    private func startSession(_ proven: ProvenAccount) throws {
        var generator = SystemRandomNumberGenerator()
        let (token, now) = (SessionToken(using: &generator), staff.clock.now())
        try staff.database.writeAndWait {
            try SessionActions.start(token, of: proven, device: "Edge", origin: "test", now: now, in: $0)
        }
    }

    private func issue(_ password: String, to login: String) throws {
        var generator = SystemRandomNumberGenerator()
        let hash = try PasswordHash.make(password, parameters: SampleStaff.parameters, using: &generator)
        let (employee, now) = (try staff.member(login).employee.id, staff.clock.now())
        try staff.database.writeAndWait {
            try PasswordActions.reset(
                employee, hash: hash, by: ActionContext(actor: SampleStaff.console, origin: "test", now: now), in: $0)
        }
    }

    private func setEndsOn(_ day: String, of login: String) throws {
        let row = SampleStaff.head + "A004,張雅婷,登記一課,戶籍員,yating,是,108/11/4,\(day)\n"
        let file = try StaffFile(bytes: Array(row.utf8))
        let now = staff.clock.now()
        _ = try staff.database.writeAndWait {
            try StaffImportActions.apply(
                file, skippingBad: false, by: ActionContext(actor: SampleStaff.console, origin: "test", now: now),
                in: $0)
        }
    }

    @Test(arguments: ["yating", "YaTing", "ｙａｔｉｎｇ", "  yating "])
    func `the right password opens the account however the login is written`(login: String) async throws {
        #expect(try await account(login, SampleStaff.password) == staff.account("yating").id)
    }

    @Test(arguments: [
        ("yating", "wrong"), ("yating", SampleStaff.password + " "), ("yating", ""), ("nobody", SampleStaff.password),
        ("", SampleStaff.password), ("yoshida", SampleStaff.password), ("' OR 1=1 --", SampleStaff.password),
        ("yating\u{0}", SampleStaff.password),
    ])
    func `anything else says the same and costs the same`(login: String, password: String) async throws {
        await #expect(throws: SignInRefusal.wrong) { try await account(login, password) }
        #expect(signIn.hasher.checkCount == 1)
    }

    @Test func `an issued password works until its last moment and must then be changed`() async throws {
        try issue("k3mx9a-k3mx9b-k3mx9c", to: "yoshida")
        staff.time.advance(seconds: 72 * 3600 - 1)
        #expect(try await account("yoshida", "k3mx9a-k3mx9b-k3mx9c") == staff.account("yoshida").id)
        #expect(try staff.visitor("yoshida").mustChangePassword)
    }

    @Test func `an issued password expires after three days, which only its holder learns`() async throws {
        try issue("k3mx9a-k3mx9b-k3mx9c", to: "yoshida")
        staff.time.advance(seconds: 72 * 3600)
        await #expect(throws: SignInRefusal.issuedPasswordExpired) {
            try await account("yoshida", "k3mx9a-k3mx9b-k3mx9c")
        }
        await #expect(throws: SignInRefusal.wrong) { try await account("yoshida", "k3mx9a-k3mx9b-k3mx9d") }
    }

    @Test func `once used, an issued password works half an hour longer and no more`() async throws {
        try issue("k3mx9a-k3mx9b-k3mx9c", to: "yoshida")
        try startSession(try await prove("yoshida", "k3mx9a-k3mx9b-k3mx9c"))
        staff.time.advance(seconds: 29 * 60)
        try startSession(try await prove("yoshida", "k3mx9a-k3mx9b-k3mx9c"))
        staff.time.advance(seconds: 60)
        await #expect(throws: SignInRefusal.issuedPasswordExpired) {
            try await account("yoshida", "k3mx9a-k3mx9b-k3mx9c")
        }
    }

    @Test func `somebody who left is told so only with the right password`() async throws {
        try setEndsOn("115/11/20", of: "yating")
        await #expect(throws: SignInRefusal.notInService) { try await account("yating", SampleStaff.password) }
        await #expect(throws: SignInRefusal.wrong) { try await account("yating", "wrong") }
    }

    @Test func `the last day in service counts`() async throws {
        try setEndsOn("115/11/21", of: "yating")
        #expect(try await account("yating", SampleStaff.password) == staff.account("yating").id)
    }

    @Test func `a weaker hash is replaced when its password comes by`() async throws {
        let stronger = try Self.signIn(staff, parameters: .init(memory: 128, passes: 1, lanes: 1))
        let before = try staff.account("yating").passwordHash
        await #expect(throws: SignInRefusal.wrong) {
            try await stronger.account(login: "yating", password: "wrong", address: "10.0.0.1")
        }
        #expect(try staff.account("yating").passwordHash == before)
        _ = try await stronger.account(login: "yating", password: SampleStaff.password, address: "10.0.0.1")
        let after = try staff.account("yating").passwordHash ?? ""
        #expect(after.hasPrefix("$argon2id$v=19$m=128,t=1,p=1$"))
        #expect(PasswordHash.matches(SampleStaff.password, after))
        #expect(try !staff.account("yating").passwordIsIssued)
    }

    @Test func `the session starts with the hash that took the weaker one's place`() async throws {
        let stronger = try Self.signIn(staff, parameters: .init(memory: 128, passes: 1, lanes: 1))
        let proven = try await stronger.account(
            login: "yating", password: SampleStaff.password, address: "10.0.0.1")
        #expect(try proven.hash == staff.account("yating").passwordHash)
        try startSession(proven)
        #expect(try staff.sessionCount("yating") == 1)
        #expect(try staff.audit(.sessionStart).map(\.actor) == ["yating"])
    }

    @Test func `a password reset between judging and session keeps the session out`() async throws {
        let proven = try await prove("yating", SampleStaff.password)
        try issue("k3mx9a-k3mx9b-k3mx9c", to: "yating")
        #expect(throws: SignInRefusal.wrong) { try startSession(proven) }
        #expect(try staff.sessionCount("yating") == 0)
        #expect(try staff.audit(.sessionStart).isEmpty)
        let until = try #require(try staff.account("yating").passwordExpiresAt)
        #expect(until == IssuedPassword.end(issuedAt: staff.clock.now()))
    }

    @Test func `a password that expires between judging and session keeps the session out`() async throws {
        try issue("k3mx9a-k3mx9b-k3mx9c", to: "yoshida")
        staff.time.advance(seconds: 72 * 3600 - 1)
        let proven = try await prove("yoshida", "k3mx9a-k3mx9b-k3mx9c")
        staff.time.advance(seconds: 1)
        #expect(throws: SignInRefusal.wrong) { try startSession(proven) }
        #expect(try staff.sessionCount("yoshida") == 0)
    }

    @Test func `somebody who leaves between judging and session stays out`() async throws {
        let proven = try await prove("yating", SampleStaff.password)
        try setEndsOn("115/11/20", of: "yating")
        #expect(throws: SignInRefusal.wrong) { try startSession(proven) }
        #expect(try staff.sessionCount("yating") == 0)
    }

    @Test func `letters under thousands of marks are refused, and not composed, which takes seconds`() async throws {
        // Composed, the mark below would come first.
        let long = "a" + String(repeating: "\u{0301}\u{0323}", count: 60_000)
        #expect(Login.folded(long).unicodeScalars.dropFirst().first == "\u{0301}")
        #expect(Login.folded("Á\u{0323}") == "ạ\u{0301}")
        await #expect(throws: SignInRefusal.wrong) { try await account(long, "x") }
        await #expect(throws: SignInRefusal.wrong) { try await account("yating", long) }
        let password = String(repeating: "x", count: PasswordRules.typedLimit)
        var generator = SystemRandomNumberGenerator()
        let hash = try PasswordHash.make(password, parameters: SampleStaff.parameters, using: &generator)
        let longer = try PasswordHash.make(password + "x", parameters: SampleStaff.parameters, using: &generator)
        #expect(PasswordHash.matches(password, hash))
        #expect(!PasswordHash.matches(password + "x", longer))
    }

    @Test func `hashing beyond the cap is refused as busy`() async throws {
        let hasher = try PasswordHasher(
            pool: WorkPool(width: 1, waitingLimit: 0), parameters: SampleStaff.parameters)
        await #expect(throws: CommonRefusal.self) { try await hasher.hash("x") }
    }
}
