import Hummingbird
import Testing

@testable import Huxue

struct AccountRouteTests {
    let staff: SampleStaff
    private static let new = "清晨五點的南寮漁港正下著大雨呢"

    init() throws { staff = try SampleStaff() }

    @Test(arguments: [
        (["current": "wrong", "new": new, "again": new], PasswordRefusal.wrongCurrent, "current-error"),
        (["current": SampleStaff.password, "new": new, "again": "x"], .unequal, "again-error"),
        (["current": SampleStaff.password, "new": "短", "again": "短"], .tooShort(count: 1, minimum: 15), "new-error"),
        (
            ["current": SampleStaff.password, "new": SampleStaff.password, "again": SampleStaff.password], .unchanged,
            "new-error"
        ),
        (
            ["current": SampleStaff.password, "new": "Password 20261121", "again": "Password 20261121"], .common,
            "new-error"
        ),
        (
            ["current": SampleStaff.password, "new": "張雅婷yating1234567", "again": "張雅婷yating1234567"], .ownWords,
            "new-error"
        ),
    ])
    func `a password that will not do is refused at its field`(
        fields: [String: String], refusal: PasswordRefusal, errorID: String
    ) async throws {
        let token = try staff.startSession("yating")
        let before = try staff.contents()
        try await staff.application().test(.router) { client async throws in
            let page = try await Browser(client, session: token).post("/account/password", fields)
            #expect(page.status == .unprocessableContent)
            #expect(page.text.contains("id=\"\(errorID)\""))
            #expect(page.text.contains(refusal.sentence))
            for password in fields.values { #expect(!page.text.contains("value=\"\(password)\"")) }
        }
        #expect(try staff.contents() == before)
    }

    @Test func `a new password ends the other browsers and keeps this one`() async throws {
        let token = try staff.startSession("yating")
        _ = try staff.startSession("yating")
        _ = try staff.startSession("meiling")
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            let fields = ["current": SampleStaff.password, "new": Self.new, "again": Self.new]
            #expect(try await browser.post("/account/password", fields).status == .seeOther)
            #expect(try await browser.get("/account?done=passwordChanged").text.contains("密碼已變更"))
        }
        #expect(try staff.sessionCount("yating") == 1)
        #expect(try staff.sessionCount("meiling") == 1)
        #expect(PasswordHash.matches(Self.new, try staff.account("yating").passwordHash ?? ""))
        #expect(try staff.audit(.passwordChange).map(\.subject) == ["yating"])
    }

    @Test func `one browser, or all, can be signed out`() async throws {
        let token = try staff.startSession("yating")
        _ = try staff.startSession("yating")
        let foreign = try staff.startSession("meiling")
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            let account = try staff.account("yating").id
            let sessions = try await staff.database.read { try SessionStore.all(of: account, in: $0) }
            let own = try staff.visitorSession(token)
            let other = try #require(sessions.first { $0.id != own })
            #expect(try await browser.post("/account/sessions/\(other.id)/end").location == "/account")
            #expect(try staff.sessionCount("yating") == 1)
            let strange = try staff.visitorSession(foreign)
            #expect(try await browser.post("/account/sessions/\(strange)/end").status == .notFound)
            #expect(try staff.sessionCount("meiling") == 1)
            #expect(try await browser.post("/account/sessions/end").location == "/login")
        }
        #expect(try staff.sessionCount("yating") == 0)
    }

    @Test func `a theme is kept and one comes back to the page`() async throws {
        let token = try staff.startSession("yating")
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client, session: token)
            #expect(try await browser.post("/preferences", ["theme": "dark"]).location == "/")
            #expect(try await browser.get("/account").text.contains("data-theme=\"dark\""))
            #expect(try await browser.post("/preferences", ["theme": "pink"]).status == .notFound)
        }
        #expect(try staff.account("yating").theme == "dark")
    }
}

extension SampleStaff {
    /// The session that a token stands for.
    func visitorSession(_ token: SessionToken) throws -> ID<Session> {
        let now = clock.now()
        guard let found = try database.readAndWait({ try SessionStore.find(token: token, now: now, in: $0) }) else {
            throw Missing()
        }
        return found.visitor.session
    }
}
