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
}
