import Testing

@testable import Huxue

/// What becomes of pages whose law was amended: written anew, or written by the amended law from the beginning.
@Suite struct AmendedPageTests {
    private func office(asOf day: String) throws -> SampleOffice {
        let office = try AnnouncementSample.office()
        let day = try #require(Day(day))
        for code in ["first", "second"] {
            try AnnouncementSample.save(
                AnnouncementSample.content(code, kind: .faq, title: "樣本", body: "可以委託（戶籍法第1條第2項）。") {
                    $0.lawAsOf = day
                    $0.owner = .login("jian")
                }, in: office)
        }
        try SamplePages.importLaw(SampleLaw.first, into: office)
        try SamplePages.importLaw(SampleLaw.second, into: office)
        return office
    }

    private func open(_ office: SampleOffice) throws -> [AmendmentFlag] {
        try office.database.readAndWait { try AmendmentStore.open(.page, in: $0) }
    }

    @Test func `a change that takes account of the amendment settles it, and one that does not leaves it`() async throws
    {
        let office = try office(asOf: "2024-01-01")
        #expect(try open(office).count == 2)
        try await office.test { browser in
            let jian = try await browser.signedIn("jian")
            let form = try await jian.get("/pages/second/edit").text
            #expect(form.contains("內容已經對照修正後的條文") && form.contains("戶籍法第1條第2項"))
            let shown = try #require(form.firstMatch(of: /name="flags" value="([0-9]+)"/)).output.1
            func fields(_ body: String, _ more: [(String, String)]) -> [(String, String)] {
                [
                    ("kind", "faq"), ("title", "樣本"), ("body", body), ("owner", "jian"), ("unit", ""),
                    ("reviewMonths", "12"), ("lawAsOf", "2024-01-01"), ("reason", "改寫"), ("flags", String(shown)),
                ] + more
            }
            let plain = try await jian.post("/pages/second/edit", fields("得書面委託（戶籍法第1條第2項）。", [("base", "1")]))
            #expect(plain.status == 303)
            #expect(try open(office).count == 2)
            // A mistake keeps the tick.
            let wrong = try await jian.post(
                "/pages/second/edit", fields("", [("base", "2"), ("amendments", "1")]))
            #expect(wrong.status == 422 && wrong.text.contains("name=\"amendments\" value=\"1\" checked"))
            let ticked = try await jian.post(
                "/pages/second/edit", fields("得電子委託（戶籍法第1條第2項）。", [("base", "2"), ("amendments", "1")]))
            #expect(ticked.status == 303)
            #expect(try await !jian.get("/pages/second").text.contains("待複核"))
            #expect(try await !jian.get("/pages/second/edit").text.contains("內容已經對照修正後的條文"))
        }
        #expect(try open(office).count == 1)
    }

    @Test func `what was written by the amended law is confirmed at once, by those who decide on it`() async throws {
        let office = try office(asOf: "2024-10-11")
        let flags = try open(office)
        #expect(flags.count == 2)
        try await office.test { browser in
            #expect(try await browser.post("/amendments/confirmation", [("flags", "99")]).status == 401)
            for login in ["yachu", "shufen"] {
                let other = try await browser.signedIn(login)
                #expect(try await other.post("/amendments/confirmation", [("flags", "99")]).status == 403, "\(login)")
            }
            let editor = try await browser.signedIn("guanting")
            let list = try await editor.get("/amendments").text
            #expect(list.contains("已依新法寫成的 2 項") && list.contains("2 項都仍然正確"))
            // What was raised after the page was shown waits on.
            let first = try #require(flags.map(\.id.rawValue).min())
            let early = try await editor.post("/amendments/confirmation", [("flags", "\(first)")])
            #expect(early.location == "/amendments?done=confirmed&count=1")
            let rest = try await editor.post("/amendments/confirmation", [("flags", "99")])
            #expect(rest.location == "/amendments?done=confirmed&count=1")
            #expect(try await editor.get(rest.location).text.contains("已確認 1 項仍然正確。"))
        }
        #expect(try open(office).isEmpty)
        let entries = try office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: AuditAction.amendmentConfirmation.code), limit: 5, in: $0)
        }
        #expect(entries.count == 2)
    }

    @Test func `what was written by older law is not offered for it`() async throws {
        let office = try office(asOf: "2024-01-01")
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            #expect(try await !editor.get("/amendments").text.contains("已依新法寫成的"))
            let none = try await editor.post("/amendments/confirmation", [("flags", "99")])
            #expect(none.location == "/amendments?done=confirmed&count=0")
        }
        #expect(try open(office).count == 2)
    }
}
