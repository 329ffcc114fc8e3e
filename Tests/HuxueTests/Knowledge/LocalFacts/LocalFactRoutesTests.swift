import Testing

@testable import Huxue

@Suite struct LocalFactRoutesTests {
    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        try await SamplePages.load(into: office)
    }

    private func grant(_ login: String, unit: String? = nil) throws {
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let account = try #require(try AccountStore.account(login: login, in: db))
            let root = try #require(try UnitStore.root(in: db))
            let unit = try unit.flatMap { try UnitStore.unit(named: $0, in: db) } ?? root
            _ = try GrantStore.insert(.knowledgeEditor, at: unit.id, for: account.employeeID, now: now, in: db)
        }
    }

    private func facts() throws -> LocalFacts { try office.database.readAndWait { try LocalFactStore.facts(in: $0) } }

    @Test func `the editor of the whole office answers, and the audit log holds what differs`() async throws {
        try grant("meiling")
        try await office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            #expect(try await meiling.get("/local-facts").status == 200)
            let saved = try await meiling.post(
                "/local-facts", [("telephone", "02-1234"), ("anyOffice", "出生登記\r\n死亡登記")])
            #expect(saved.status == 303)
            let same = try await meiling.post("/local-facts", [("telephone", "02-1234"), ("anyOffice", "出生登記\n死亡登記")])
            #expect(same.status == 303)
            let notice = try await meiling.get("/pages/sample-registration/notice").text
            #expect(notice.contains("<dd>02-1234</dd>"))
            let tooLong = String(repeating: "字", count: LocalFact.lengthLimit + 1)
            let refused = try await meiling.post("/local-facts", [("hours", tooLong)])
            #expect(refused.status == 422 && refused.text.contains(tooLong))
        }
        #expect(try facts().texts == [.telephone: "02-1234", .anyOffice: "出生登記\n死亡登記"])
        #expect(try SamplePages.audit(.localFactChange, in: office) == 2)
    }

    @Test func `nobody else answers for the office`() async throws {
        try grant("shuhui", unit: "登記一課")
        try await office.test { browser in
            #expect(try await browser.get("/local-facts").status == 303)
            for login in ["yachu", "shuhui"] {
                let other = try await browser.signedIn(login)
                #expect(try await other.get("/local-facts").status == 403, "\(login)")
                #expect(try await other.post("/local-facts", [("telephone", "1")]).status == 403, "\(login)")
            }
        }
        #expect(try facts() == LocalFacts())
    }

    @Test func `each sets the own extension, which stands on the notice`() async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.post("/account/extension", [("extension", "305")]).status == 303)
            #expect(try await yachu.get("/account").text.contains("value=\"305\""))
            #expect(try await yachu.get("/pages/sample-registration/notice").text.contains("分機 305"))
            let long = String(repeating: "1", count: AccountActions.extensionLimit + 1)
            #expect(try await yachu.post("/account/extension", [("extension", long)]).status == 422)
            let shuhui = try await browser.signedIn("shuhui")
            #expect(try await !shuhui.get("/pages/sample-registration/notice").text.contains("分機 305"))
        }
    }
}
