import GRDB
import Testing

@testable import Huxue

/// A role as the owner of a page: whoever has it over the page's unit answers for the page.
@Suite struct PageOwnerTests {
    private let office: SampleOffice

    init() throws {
        office = try SampleOffice()
        for (code, role, unit) in [
            ("own", Role.supervisor, "登記一課"), ("other", .supervisor, "登記二課"), ("whole", .supervisor, ""),
            ("personnel", .hr, ""), ("section-personnel", .hr, "登記一課"), ("everybody", .employee, "登記一課"),
        ] {
            try AnnouncementSample.save(
                AnnouncementSample.content(code, kind: .faq, title: "樣本 \(code)") {
                    $0.owner = .role(role)
                    $0.unit = unit
                    $0.reviewMonths = 1
                }, in: office)
        }
    }

    private static let codes = ["own", "other", "whole", "personnel", "section-personnel", "everybody"]

    @Test(arguments: [
        ("shuhui", ["own"]), ("meiling", ["personnel", "section-personnel"]), ("yachu", []), ("zonghan", []),
    ])
    func `who has the role over the unit edits and confirms the page, nobody else`(
        login: String, owned: [String]
    ) async throws {
        let office = office
        try await office.test { browser in
            let person = try await browser.signedIn(login)
            for code in Self.codes {
                let mine = owned.contains(code)
                #expect(try await person.get("/pages/\(code)/edit").status == (mine ? 200 : 403), "\(code)")
                #expect(try await person.get("/pages/\(code)").text.contains("您是這頁的負責人。") == mine, "\(code)")
                let review = try await person.post("/pages/\(code)/review", [("revision", "1")])
                #expect(review.status == (mine ? 303 : 403), "\(code)")
                #expect(try await browser.post("/pages/\(code)/review", [("revision", "1")]).status == 401)
            }
        }
        for code in Self.codes {
            let page = try #require(try SamplePages.current(code, in: office)).page
            #expect(page.reviewedBy == (owned.contains(code) ? login : "console:test"), "\(code)")
        }
    }

    @Test func `they change its text, but neither its unit nor who sees it, nor give it to others`() throws {
        let acting = try AnnouncementSample.acting("shuhui", in: office)
        let (page, revision) = try #require(try SamplePages.current("own", in: office))
        let old = try PageRevisionActions.content(of: revision, page)
        func save(_ base: Int, _ change: (inout PageContent) -> Void) throws {
            var changed = old
            change(&changed)
            let content = changed
            try office.database.writeAndWait { db in
                _ = try PageActions.save(PreparedPage(content), over: base, reason: "改", by: acting, in: db)
            }
        }
        try save(1) { $0.body = "改過的內文。" }
        #expect(throws: PageRefusal.self) { try save(2) { $0.isPublic = true } }
        #expect(throws: CommonRefusal.self) { try save(2) { $0.unit = "登記二課" } }
        #expect(throws: CommonRefusal.self) { try save(2) { $0.owner = .login("yachu") } }
        // Nor keep it for themselves: the role may go to somebody else.
        #expect(throws: PageRefusal.self) { try save(2) { $0.owner = .login("shuhui") } }
        #expect(try SamplePages.current("own", in: office)?.revision.number == 2)
    }

    @Test func `they are told at home what is due, and find it in the list`() async throws {
        let office = office
        office.advance(minutes: 60 * 24 * 40)
        try await office.test { browser in
            let shuhui = try await browser.signedIn("shuhui")
            #expect(try await shuhui.get("/").text.contains("您負責的 1 個條目到了複核日。"))
            #expect(try await shuhui.get("/").text.contains("href=\"/pages?mine=1&amp;due=1\""))
            let list = try await shuhui.get("/pages?mine=1&due=1").text
            #expect(list.contains("樣本 own") && list.contains("1 個條目") && !list.contains("樣本 other"))
            #expect(list.contains("name=\"mine\" value=\"1\""))
            #expect(try await browser.signedIn("meiling").get("/").text.contains("您負責的 2 個條目到了複核日。"))
            let yachu = try await browser.signedIn("yachu")
            #expect(try await !yachu.get("/").text.contains("您負責的"))
            #expect(try await yachu.get("/pages?mine=1").text.contains("0 個條目"))
        }
    }
}
