import Hummingbird
import Testing

@testable import Huxue

struct SignInRouteTests {
    let staff: SampleStaff

    init() throws { staff = try SampleStaff() }

    @Test func `signing in makes a session, a cookie and an audit row, and goes where one wanted to go`() async throws {
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client)
            let login = try await browser.get("/login?next=%2Fstaff%3Fq%3D1")
            #expect(login.text.contains("不用登入：<a href=\"/public\">辦理程序與常見問答</a>"))
            #expect(login.status == .ok)
            #expect(login.text.contains("name=\"next\" value=\"/staff?q=1\""))
            let page = try await browser.post(
                "/session", ["login": "MEILING", "password": SampleStaff.password, "next": "/staff?q=1"])
            #expect(page.status == .seeOther)
            #expect(page.location == "/staff?q=1")
            let cookie = page.headers[.setCookie] ?? ""
            #expect(cookie.hasPrefix("huxue="))
            #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
        }
        #expect(try staff.sessionCount("meiling") == 1)
        let entry = try #require(try staff.audit(.sessionStart).first)
        #expect(entry.actor == "meiling")
        #expect(entry.words == "Edge Windows")
    }

    @Test func `a browser is remembered once somebody has signed in, for all who do`() async throws {
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client)
            #expect(
                try await browser.post("/session", ["login": "meiling", "password": "x"]).headers[.setCookie] == nil)
            func device(_ login: String, _ cookie: String = "") async throws -> (text: String, token: DeviceToken) {
                let page = try await browser.post(
                    "/session", ["login": login, "password": SampleStaff.password], cookie: cookie)
                let set = page.headers[values: .setCookie].last ?? ""
                #expect(set.hasSuffix("; Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax"))
                let pair = String(set.prefix { $0 != ";" })
                return (pair, try #require(DeviceToken(pair.dropFirst("huxue-device=".count))))
            }
            let first = try await device("MeiLing")
            let second = try await device("yating", "x=1; " + first.text)
            #expect(second.token.mark == first.token.mark)
            #expect(second.token.codes.count == 2)
            let key = try DeviceKey(folder: staff.folder)
            #expect(key.mark(of: second.token, for: "meiling") == first.token.mark)
            #expect(key.mark(of: second.token, for: "shufen") == nil)
        }
    }

    @Test func `the cookie of a browser is Secure behind TLS`() throws {
        let token = DeviceToken(mark: "m", codes: ["c"])
        #expect(
            DeviceCookie.setting(token, secure: true)
                == "__Host-huxue-device=m.c; Max-Age=34560000; Path=/; HttpOnly; SameSite=Lax; Secure")
    }

    @Test func `somebody who guesses from the owner's address does not keep the owner out`() async throws {
        try await staff.application().test(.router) { client async throws in
            let page = try await Browser(client).post(
                "/session", ["login": "meiling", "password": SampleStaff.password])
            let device = String((page.headers[values: .setCookie].last ?? "").prefix { $0 != ";" })
            for _ in 0..<5 { _ = try await Browser(client).post("/session", ["login": "meiling", "password": "x"]) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        _ = try await Browser(client).post("/session", ["login": "meiling", "password": "x"])
                    }
                }
                let owner = try await Browser(client).post(
                    "/session", ["login": "meiling", "password": SampleStaff.password], cookie: device)
                #expect(owner.status == .seeOther)
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: ["meiling", "nobody"])
    func `after several wrong tries the page says how long the next one takes`(login: String) async throws {
        try await staff.application().test(.router) { client async throws in
            let browser = Browser(client)
            for attempt in 1...5 {
                let page = try await browser.post("/session", ["login": login, "password": "wrong"])
                #expect(page.status == .unprocessableContent)
                #expect(page.text.contains("下一次按「登入」後要等 1 秒") == (attempt == 5))
                #expect(page.text.contains("連續錯 5 次以後，每次登入都要多等一會兒") == (attempt < 5))
            }
        }
    }

    @Test(arguments: ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "/\\evil.example", "/\nx"])
    func `nobody is sent to another site`(next: String) async throws {
        try await staff.application().test(.router) { client async throws in
            let page = try await Browser(client).post(
                "/session", ["login": "meiling", "password": SampleStaff.password, "next": next])
            #expect(page.location == "/")
        }
    }

    @Test(arguments: [("meiling", "wrong"), ("nobody", "wrong"), ("yoshida", "")])
    func `a refusal is the same page for everybody and keeps the login`(login: String, password: String) async throws {
        try await staff.application().test(.router) { client async throws in
            let page = try await Browser(client).post("/session", ["login": login, "password": password])
            #expect(page.status == .unprocessableContent)
            #expect(page.headers[.setCookie] == nil)
            #expect(page.text.contains(SignInRefusal.wrong.sentence))
            let other = try await Browser(client).post("/session", ["login": "somebody", "password": "x"])
            #expect(page.text == other.text.replacing("value=\"somebody\"", with: "value=\"\(login)\""))
        }
        #expect(try staff.audit(.sessionStart).isEmpty)
    }

    @Test func `a form from another site signs nobody in`() async throws {
        try await staff.application().test(.router) { client async throws in
            let page = try await Browser(client).post(
                "/session", ["login": "meiling", "password": SampleStaff.password], origin: "http://evil.example")
            #expect(page.status == .forbidden)
        }
        #expect(try staff.sessionCount("meiling") == 0)
    }

    @Test func `signing out ends the session and clears the browser`() async throws {
        try await staff.application().test(.router) { client async throws in
            var browser = Browser(client)
            _ = try await browser.signIn("meiling")
            #expect(try await browser.get("/account").status == .ok)
            #expect(try await browser.post("/session/end", token: "forged").status == .forbidden)
            #expect(try staff.sessionCount("meiling") == 1)
            let page = try await browser.post("/session/end")
            #expect(page.location == "/login")
            #expect(page.headers[.clearSiteData] == "\"cache\", \"storage\"")
            #expect(try await browser.get("/account").location == "/login?next=%2Faccount")
        }
        #expect(try staff.sessionCount("meiling") == 0)
        #expect(try staff.audit(.sessionEnd).count == 1)
    }

    @Test func `an issued password leads to choosing one's own, and nowhere else`() async throws {
        var generator = SystemRandomNumberGenerator()
        let slip = try PasswordSlip(for: staff.member("yoshida"), parameters: SampleStaff.parameters)
        _ = try PasswordHash.make("x", parameters: SampleStaff.parameters, using: &generator)
        try staff.database.writeAndWait {
            try PasswordActions.reset(
                slip.employee, hash: slip.hash,
                by: ActionContext(actor: SampleStaff.console, origin: "", now: SampleStaff.now), in: $0)
        }
        try await staff.application().test(.router) { client async throws in
            var browser = Browser(client)
            _ = try await browser.signIn("yoshida", password: slip.password)
            #expect(try await browser.get("/").location == "/account")
            #expect(try await browser.get("/staff").location == "/account")
            #expect(try await browser.get("/account").text.contains("您用的是一次性密碼。"))
            let new = "清晨五點的南寮漁港正下著大雨呢"
            let fields = ["current": slip.password, "new": new, "again": new]
            #expect(try await browser.post("/account/password", fields).location == "/account?done=passwordChanged")
            #expect(try await browser.get("/account").status == .ok)
            #expect(try await browser.get("/account").text.contains("登入中的裝置"))
            #expect(try !staff.account("yoshida").passwordIsIssued)
            var again = Browser(client)
            #expect(try await again.signIn("yoshida", password: slip.password).status == .unprocessableContent)
            #expect(try await again.signIn("yoshida", password: new).status == .seeOther)
        }
    }
}
