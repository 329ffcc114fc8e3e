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

    @Test func `a stale window overwrites nobody, and what was not sent stays`() async throws {
        try grant("meiling")
        try await office.test { browser in
            let first = try await browser.signedIn("meiling")
            let shown = [("shown-address", ""), ("shown-telephone", ""), ("shown-anyOffice", "")]
            let saved = try await first.post(
                "/local-facts", shown + [("address", "東路1號"), ("telephone", "02-1"), ("anyOffice", "出生\r\n死亡")])
            #expect(saved.status == 303)
            let form = try await first.get("/local-facts").text
            #expect(form.contains("name=\"shown-address\" value=\"東路1號\""))
            // Opened before the others saved: what was not touched stays theirs.
            let other = try await first.post(
                "/local-facts", shown + [("address", ""), ("telephone", ""), ("anyOffice", ""), ("hours", "8-17")])
            #expect(other.status == 303)
            #expect(try facts().texts == [.address: "東路1號", .telephone: "02-1", .anyOffice: "出生\n死亡", .hours: "8-17"])
            // What both changed is shown, and nothing is saved.
            let clash = try await first.post(
                "/local-facts", shown + [("address", "西路2號"), ("telephone", ""), ("hours", "9-18")])
            #expect(clash.status == 409 && clash.text.contains("「地址」別人已改為：東路1號"))
            #expect(clash.text.contains("href=\"#address\"") && !clash.text.contains("「電話」別人已改為"))
            #expect(clash.text.contains("name=\"address\" type=\"text\" value=\"西路2號\""))
            #expect(clash.text.contains("value=\"02-1\"") && clash.text.contains("value=\"9-18\""))
            #expect(try facts()[.address] == "東路1號" && facts()[.hours] == "8-17")
            // Seen, and saved again.
            let again = try await first.post("/local-facts", [("shown-address", "東路1號"), ("address", "西路2號")])
            #expect(again.status == 303)
            // Both changed it alike: no clash. An emptied field is taken back.
            let alike = [("shown-address", "東路1號"), ("address", "西路2號"), ("shown-hours", "8-17"), ("hours", "")]
            #expect(try await first.post("/local-facts", alike).status == 303)
        }
        #expect(try facts().texts == [.address: "西路2號", .telephone: "02-1", .anyOffice: "出生\n死亡"])
    }

    @Test(arguments: ["3\r\n05", "3\n05", "3\r05", "3\u{2028}05", "3\u{2029}05", "3\u{7}05", "3\u{85}05"])
    func `an extension is one line`(typed: String) async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.post("/account/extension", [("extension", typed)]).status == 422)
            #expect(try await !yachu.get("/pages/sample-registration/notice").text.contains("分機 3"))
        }
    }

    @Test func `who hands out a notice is told what it leaves out, and where to enter it`() async throws {
        try grant("meiling")
        try await office.test { browser in
            let (meiling, yachu) = (try await browser.signedIn("meiling"), try await browser.signedIn("yachu"))
            let address = "/pages/sample-registration/notice"
            let editor = try await meiling.get(address).text
            #expect(editor.contains("告知單上還沒有地址、電話、服務時間、您的分機。"))
            #expect(editor.contains("<a href=\"/local-facts\">填寫本所資料</a>"))
            let clerk = try await yachu.get(address).text
            #expect(!clerk.contains("/local-facts") && clerk.contains("請洽知識庫管理者填寫"))
            let facts = [("address", "東路1號"), ("telephone", "02-1"), ("hours", "8-17")]
            #expect(try await meiling.post("/local-facts", facts).status == 303)
            #expect(try await yachu.get(address).text.contains("告知單上還沒有您的分機。"))
            #expect(try await yachu.post("/account/extension", [("extension", "305")]).status == 303)
            #expect(try await !yachu.get(address).text.contains("告知單上還沒有"))
        }
    }

    @Test(arguments: [
        (0, 16), (350, 16), (351, 15), (480, 14), (570, 13), (680, 12), (681, 11), (3000, 11),
    ])
    func `a short notice has large letters, and a long one stays on a sheet`(characters: Int, points: Int) {
        #expect(PageNotice.size(fitting: characters, hasTable: false) == points)
        #expect(PageNotice.size(fitting: characters, hasTable: true) <= points)
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
