import Testing

@testable import Huxue

/// Guessing at passwords shows in the audit log, and cannot fill it.
struct GuessingTests {
    let staff: SampleStaff
    let signIn: SignIn

    init() throws {
        staff = try SampleStaff()
        signIn = SignIn(
            database: staff.database, clock: staff.clock,
            hasher: try PasswordHasher(
                pool: WorkPool(width: 2, waitingLimit: 300), parameters: SampleStaff.parameters),
            throttle: SignInThrottle(clock: staff.clock) { _ in })
    }

    private func guess(_ login: String, times: Int, from address: String = "10.0.0.9") async throws {
        for _ in 0..<times {
            await #expect(throws: SignInRefusal.self) {
                _ = try await signIn.account(login: login, password: "wrong", address: address)
            }
        }
    }

    /// The rows, oldest first, once there are so many; they are written without anybody waiting for them.
    private func rows(_ count: Int) async throws -> [AuditEntry] {
        for _ in 0..<200 where try staff.audit(.sessionRefusal).count < count {
            try await Task.sleep(for: .milliseconds(10))
        }
        return try staff.audit(.sessionRefusal).reversed()
    }

    @Test func `the fifth failure is recorded, and then ten times as many`() async throws {
        try await guess("yating", times: 4)
        try await Task.sleep(for: .milliseconds(50))
        #expect(try staff.audit(.sessionRefusal).isEmpty)
        try await guess("yating", times: 46)
        let rows = try await rows(2)
        #expect(rows.map(\.subject) == ["yating", "yating"])
        #expect(rows.map(\.detail) == [#"{"failures":5,"from":"one"}"#, #"{"failures":50,"from":"one"}"#])
        #expect(rows.map(\.origin) == ["10.0.0.9", "10.0.0.9"])
        #expect(rows.map(\.actor) == ["-", "-"])
    }

    @Test func `an account guessed at from many addresses is recorded too`() async throws {
        for number in 1...6 { try await guess("yating", times: 1, from: "10.0.0.\(number)") }
        #expect(try await rows(1).map(\.words) == ["連續 5 次，來自多個位址，登入已變慢"])
    }

    @Test func `what strangers type for a login is not kept`() async throws {
        try await guess("my secret passphrase, typed in the wrong field", times: 5)
        let row = try #require(try await rows(1).first)
        #expect(row.subject == "-")
        #expect(!staff.time.clock.now().description.isEmpty && row.detail == #"{"failures":5,"from":"one"}"#)
    }

    @Test func `guessing at thousands of names leaves few rows and hides no attack on an account`() async throws {
        for number in 0..<60 { try await guess("nobody\(number)", times: 5) }
        try await guess("yating", times: 5)
        let rows = try await rows(21)
        #expect(rows.count { $0.subject == "-" } == 20)
        #expect(rows.last?.subject == "yating")
        staff.time.advance(seconds: 3600)
        try await guess("somebody", times: 5)
        #expect(try await self.rows(22).last?.words == "連續 5 次，來自同一個位址，登入已變慢；另有 40 筆同類紀錄沒有列出")
    }

    @Test func `a success before the fifth failure leaves nothing`() async throws {
        for _ in 0..<3 {
            try await guess("yating", times: 4)
            _ = try await signIn.account(login: "yating", password: SampleStaff.password, address: "10.0.0.9")
        }
        try await Task.sleep(for: .milliseconds(50))
        #expect(try staff.audit(.sessionRefusal).isEmpty)
    }
}
