import Testing

@testable import Huxue

/// Grave things need a password shown lately.
struct ConfirmationTests {
    let office: SampleOffice
    private static let minutes = SessionRules.confirmedMinutes

    init() throws { office = try SampleOffice() }

    private func exports() throws -> Int {
        try office.database.readAndWait {
            try AuditStore.count(AuditFilter(action: AuditAction.examResultsExport.code), in: $0)
        }
    }

    @Test func `results are exported at once after signing in, later by way of the password`() async throws {
        let exam = try await SampleExam.publish(in: office)
        try await office.test { browser in
            let hr = try await browser.signedIn("meiling")
            let address = "/manage/exams/\(exam)/results/export"
            #expect(try await hr.get(address).status == 200)
            office.advance(minutes: Self.minutes, milliseconds: -1)
            #expect(try await hr.get(address).status == 200)
            #expect(try exports() == 2)
            office.advance(milliseconds: 1)
            let sent = try await hr.get(address)
            #expect(sent.location == "/account/confirmation?next=" + Address.encoded(address))
            let page = try await hr.get(sent.location).text
            #expect(page.contains("name=\"next\" value=\"\(address)\"") && page.contains("name=\"ownPassword\""))
            for wrong in ["", "wrong"] {
                let refused = try await hr.post("/account/confirmation", [("next", address), ("ownPassword", wrong)])
                #expect(refused.status == 422)
                #expect(refused.text.contains("name=\"next\" value=\"\(address)\""))
                #expect(try await hr.get(address).status == 303)
            }
            #expect(try exports() == 2)
            let done = try await hr.post(
                "/account/confirmation", [("next", address), ("ownPassword", SampleOffice.password)])
            #expect(done.status == 200 && done.text.contains("href=\"\(address)\">繼續"))
            #expect(try await hr.get(address).status == 200)
        }
        #expect(try exports() == 3)
    }

    @Test func `one browser's password confirms no other`() async throws {
        let exam = try await SampleExam.publish(in: office)
        try await office.test { browser in
            let (one, other) = (try await browser.signedIn("meiling"), try await browser.signedIn("meiling"))
            office.advance(minutes: Self.minutes)
            _ = try await one.post("/account/confirmation", [("ownPassword", SampleOffice.password)])
            #expect(try await one.get("/manage/exams/\(exam)/results/export").status == 200)
            #expect(try await other.get("/manage/exams/\(exam)/results/export").status == 303)
        }
    }

    @Test func `who may not export is told so, whenever the password was shown`() async throws {
        let exam = try await SampleExam.publish(in: office)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            office.advance(minutes: Self.minutes)
            #expect(try await yachu.get("/manage/exams/\(exam)/results/export").status == 403)
            #expect(try await browser.get("/account/confirmation").location.hasPrefix("/login"))
            #expect(try await browser.post("/account/confirmation", [("ownPassword", "x")]).status == 401)
        }
    }

    @Test(arguments: ["/staff/export?presence=all", "/audit/export"])
    func `staff list and audit log leave the house only by way of the password, views do not ask`(
        address: String
    ) async throws {
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            #expect(try await admin.get(address).status == 200)
            office.advance(minutes: Self.minutes)
            let sent = try await admin.get(address)
            #expect(sent.status == 303)
            #expect(sent.location == "/account/confirmation?next=" + Address.encoded(address))
            #expect(try await admin.get("/staff").status == 200)
            #expect(try await admin.get("/audit").status == 200)
            _ = try await admin.post("/account/confirmation", [("ownPassword", SampleOffice.password)])
            #expect(try await admin.get(address).status == 200)
        }
    }

    @Test(arguments: ["//evil.example/", "https://evil.example/", "javascript:alert(1)"])
    func `nobody is led to another site`(next: String) async throws {
        try await office.test { browser in
            let hr = try await browser.signedIn("meiling")
            let done = try await hr.post(
                "/account/confirmation", [("next", next), ("ownPassword", SampleOffice.password)])
            #expect(done.text.contains("href=\"/\">繼續") && !done.text.contains("evil") && !done.text.contains("alert"))
        }
    }

    @Test func `roles and passwords ask again after a while, keep what was chosen, and then go on`() async throws {
        let yachu = try #require(try office.visitor("yachu")).employee
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let page = "/staff/\(yachu)"
            let fields = [("role", "supervisor"), ("unit", "1")]
            #expect(try await !admin.get(page).text.contains("ownPassword"))
            #expect(try await admin.post(page + "/grants", fields).status == 303)
            office.advance(minutes: Self.minutes)
            #expect(try await admin.get(page + "/password").text.contains("id=\"reset-password\""))
            #expect(try await admin.get(page + "/grants/supervisor/1/end").text.contains("id=\"revoke-password\""))
            let refused = try await admin.post(page + "/grants", [("role", "knowledgeEditor"), ("unit", "1")])
            #expect(refused.status == 422 && refused.text.contains(PasswordRefusal.unconfirmed.sentence))
            #expect(refused.text.contains("value=\"knowledgeEditor\" selected"))
            #expect(try await admin.post(page + "/password").status == 422)
            #expect(try await admin.post(page + "/grants/supervisor/1/end").status == 422)
            #expect(try await admin.post("/staff/passwords", [("unit", "1")]).status == 422)
            let taken = try await admin.post(
                page + "/grants", [("role", "knowledgeEditor"), ("unit", "1"), ("ownPassword", SampleOffice.password)])
            #expect(taken.status == 303)
            #expect(try await !admin.get(page).text.contains("ownPassword"))
            #expect(try await admin.post(page + "/grants/supervisor/1/end").status == 303)
            #expect(try await admin.post(page + "/password").status == 200)
        }
        let grants = try office.database.readAndWait {
            try GrantStore.grants(scope: .everywhere, of: yachu, in: $0).map(\.role)
        }
        #expect(grants == [.knowledgeEditor])
    }
}
