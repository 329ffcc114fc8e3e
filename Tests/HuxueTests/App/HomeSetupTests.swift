import Testing

@testable import Huxue

struct HomeSetupTests {
    @Test func `the administrator of a new office sees the steps until they are done`() async throws {
        let office = try SampleOffice()
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let page = try await admin.get("/").text
            // People and roles are there; law, bank and pages are not.
            #expect(page.contains("開始使用") && page.contains("已完成 2／5"))
            #expect(page.contains("href=\"/statutes/import\"") && page.contains("huxue questions import questions"))
            // What is left to set up waits, so the page does not say beside it that nothing does.
            #expect(!page.contains("目前沒有待辦的事") && !page.contains("沒有等您處理的事"))
            #expect(try await browser.signedIn("shuhui").get("/").text.contains("目前沒有待辦的事"))
            for login in ["yachu", "shufen", "shuhui"] {
                #expect(!(try await browser.signedIn(login).get("/").text.contains("開始使用")), "\(login)")
            }
        }
    }

    @Test func `an administrator of one section is shown no steps`() async throws {
        let office = try SampleOffice()
        try AnnouncementSample.grant("shuhui", .admin, at: "登記一課", in: office)
        try await office.test { browser in
            let home = try await browser.signedIn("shuhui").get("/").text
            #expect(!home.contains("開始使用"))
        }
    }
}
