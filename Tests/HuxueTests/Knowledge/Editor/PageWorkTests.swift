import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// How much work writing pages makes, and for whom.
@Suite struct PageWorkTests {
    private let office: SampleOffice

    init() throws {
        office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("moving-in"), in: office)
    }

    @Test func `an autosave looks at nothing but its page and its draft`() throws {
        let acting = try AnnouncementSample.acting("shufen", in: office)
        let form = PageForm(SamplePages.content("moving-in"))
        let statements = Statements()
        try office.database.writeAndWait { db in
            try statements.traced(db) {
                try PageDraftActions.keep(form, key: "", of: "moving-in", base: 1, seen: "", by: acting, in: db)
            }
        }
        #expect(statements.tables.isSubset(of: ["page", "unit", "draft"]), "\(statements.tables)")
        #expect(statements.all.count <= 8)
    }

    @Test func `an autosave works while what the editor's page shows is locked away`() async throws {
        let office = office
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            try await office.database.write { db in
                for table in ["attachment", "pageFacet"] {
                    try db.execute(sql: "ALTER TABLE \(table) RENAME TO \(table)Away")
                }
            }
            let fields = SamplePages.fields(SamplePages.content("moving-in"), base: 1, [.title: "半"])
            let kept = try await editor.post(
                "/pages/moving-in/edit", fields + [("intent", "draft"), ("seen", "")], headers: [.huxueSequence: "1"])
            #expect(kept.status == 200 && kept.text.contains("\"seen\""))
            let other = try await editor.post(
                "/pages/moving-in/edit",
                SamplePages.fields(SamplePages.content("moving-in"), base: 1)
                    + [("intent", "draft"), ("seen", "")], headers: [.huxueSequence: "1"])
            #expect(other.status == 409 && other.text.contains("另一個視窗"))
            #expect(try await editor.get("/pages/moving-in/edit").status == 500)
        }
    }

    @Test func `who comes when too many wait is told so, and keeps what was typed`() async throws {
        let office = office
        try await office.test(waiting: 0) { browser in
            let editor = try await browser.signedIn("shufen")
            let fields = SamplePages.fields(SamplePages.content("moving-in"), base: 1, [.title: "忙碌時的標題"])
            #expect(try await editor.post("/pages/preview", fields).status == 503)
            let refused = try await editor.post("/pages/moving-in/edit", fields)
            #expect(refused.status == 503)
            #expect(refused.text.contains("value=\"忙碌時的標題\"") && refused.text.contains("還沒有存入"))
            #expect(refused.text.contains("data-unsaved"))
            // What is wrong already is told all the same.
            let wrong = try await editor.post(
                "/pages/moving-in/edit", SamplePages.fields(SamplePages.content("moving-in"), base: 1, [.title: ""]))
            #expect(wrong.status == 422 && wrong.text.contains("href=\"#title\""))
            for address in ["restoration", ""] {
                let suffix = address.isEmpty ? "" : "/\(address)"
                #expect(try await editor.get("/pages/moving-in/revisions/1\(suffix)").status == 503)
            }
        }
        #expect(try SamplePages.current("moving-in", in: office)?.revision.number == 1)
    }

    @Test func `a page is printed and read before the transaction, and saved as it was printed`() throws {
        let content = SamplePages.content("moving-in", body: SamplePages.body + "\n- 新的一項")
        // A file that no printer makes shows that nobody prints again.
        let prepared = PreparedPage(
            content, PageReading(content), source: PagePrinter.print(content) + "\n<!-- as it was given -->\n")
        let acting = try AnnouncementSample.acting("shufen", in: office)
        try office.database.writeAndWait {
            _ = try PageActions.save(prepared, over: 1, reason: "加一項", by: acting, in: $0)
        }
        #expect(try SamplePages.current("moving-in", in: office)?.revision.source == prepared.source)
        #expect(throws: PageRefusal.self) {
            try PreparedPage(SamplePages.content("moving-in", body: String(repeating: "字", count: 30_000)))
        }
    }
}
