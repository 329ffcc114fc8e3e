import Foundation
import HTTPTypes
import Testing

@testable import Huxue

@Suite struct ExpiredFormTests {
    @Test func `what was typed survives the end of a session`() async throws {
        let office = try SampleOffice()
        try await office.test { browser in
            let lost = try await browser.post(
                "/manage/exams", [("title", "<b>115年第1季 𠮷"), ("units", "甲"), ("units", "乙"), ("token", "old")])
            #expect(lost.status == 401)
            #expect(lost.text.contains("name=\"resend.title\" value=\"&lt;b&gt;115年第1季 𠮷\""))
            #expect(!lost.text.contains("resend.token"))
            let carried = [
                ("resendTo", "/manage/exams"), ("resend.title", "<b>115年第1季 𠮷"), ("resend.units", "甲"),
                ("resend.units", "乙"),
            ]
            let wrong = try await browser.post("/session", [("login", "shufen"), ("password", "wrong")] + carried)
            #expect(wrong.text.contains("resend.title"))
            let again = try await browser.post(
                "/session", [("login", "shufen"), ("password", SampleOffice.password)] + carried)
            #expect(again.status == 200)
            #expect(again.headers[.setCookie]?.contains("huxue=") == true)
            #expect(again.text.contains("action=\"/manage/exams\""))
            #expect(again.text.contains("name=\"title\" value=\"&lt;b&gt;115年第1季 𠮷\""))
            #expect(again.text.components(separatedBy: "name=\"units\"").count == 3)
            #expect(again.text.contains("name=\"token\""))
        }
    }

    @Test func `a password stands in no page`() async throws {
        let office = try SampleOffice()
        try await office.test { browser in
            let secrets = [("current", "secret-one"), ("new", "secret-two"), ("again", "secret-two")]
            let lost = try await browser.post("/account/password", secrets)
            #expect(lost.status == 401)
            let grant = try await browser.post("/staff/1/grants", [("role", "hr"), ("ownPassword", "secret-three")])
            #expect(grant.text.contains("resend.role"))
            #expect(!lost.text.contains("secret") && !grant.text.contains("secret"))
        }
    }

    @Test(arguments: ["//evil.example", "https://evil.example/", "javascript:alert(1)"])
    func `a form is carried nowhere else`(address: String) async throws {
        let office = try SampleOffice()
        try await office.test { browser in
            let answer = try await browser.post(
                "/session",
                [("login", "shufen"), ("password", SampleOffice.password), ("resendTo", address), ("resend.a", "1")])
            #expect(answer.status == 303)
            #expect(answer.location == "/")
        }
    }

    @Test func `a form from before signing in again is kept, and takes effect only when sent anew`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("moving-in"), in: office)
        try await office.test { browser in
            let (before, now) = (try await browser.signedIn("shufen"), try await browser.signedIn("shufen"))
            let old = try await before.get("/pages/moving-in/edit").text
            let token = try #require(old.firstMatch(of: /name="token" value="([^"]+)"/)?.1)
            let fields = SamplePages.fields(SamplePages.content("moving-in"), base: 1, [.title: "改<b>過"])
            let sent = fields.map { "\(Address.encoded($0.0))=\(Address.encoded($0.1))" }.joined(separator: "&")
            let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            func post(_ origin: String, _ more: HTTPFields = [:], token: Substring) async throws -> SampleAnswer {
                var all = headers
                all[.origin] = origin
                for field in more { all.append(field) }
                return try await now.send(
                    .post, "/pages/moving-in/edit", headers: all, body: sent + "&token=\(token)")
            }
            for token in [token, "made-up"] {
                let stale = try await post("http://localhost", token: token)
                #expect(stale.status == 403)
                #expect(stale.text.contains("action=\"/pages/moving-in/edit\""))
                #expect(stale.text.contains("name=\"title\" value=\"改&lt;b&gt;過\""))
                #expect(stale.text.contains("您現在以「王淑芬」登入"))
                #expect(!stale.text.contains("value=\"\(token)\""))
            }
            // Another site gets nothing to press, and a script renews its token itself.
            for refused in [
                try await post("http://elsewhere.example", token: token),
                try await post("http://localhost", [.huxueSequence: "1"], token: token),
                try await post("http://localhost", [.huxueToken: "made-up"], token: token),
            ] {
                #expect(refused.status == 403)
                #expect(!refused.text.contains("value=\"改") && !refused.text.contains("value=\"\(token)\""))
            }
            #expect(try SamplePages.current("moving-in", in: office)?.revision.number == 1)
            #expect(try await now.post("/pages/moving-in/edit", fields).status == 303)
        }
        #expect(try SamplePages.current("moving-in", in: office)?.page.title == "改<b>過")
    }
}
