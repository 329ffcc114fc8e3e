import GRDB
import Testing

@testable import Huxue

/// Pages follow their unit when it is renamed or moved.
@Suite struct PageUnitTests {
    private let office: SampleOffice

    init() throws {
        office = try AnnouncementSample.office()
        for (code, unit) in [("short", "登記二課"), ("full", "南華區戶政事務所/登記二課"), ("office", ""), ("first", "登記一課")] {
            try AnnouncementSample.save(
                AnnouncementSample.content(code, kind: .faq, title: "樣本 \(code)") { $0.unit = unit }, in: office)
        }
    }

    private func unit(_ name: String) throws -> Huxue.Unit {
        try #require(try office.database.readAndWait { try UnitStore.unit(named: name, in: $0) })
    }

    private func page(_ code: String) throws -> (page: Page, revision: PageRevision) {
        try #require(try SamplePages.current(code, in: office))
    }

    @Test func `a renamed unit's pages say its new name, in a revision that is no review`() async throws {
        let (id, before) = (try unit("登記二課").id, try page("short").page)
        office.advance(minutes: 24 * 60)
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            #expect(try await admin.post("/units/\(id)", [("name", "𠮷祥課"), ("parent", "1")]).status == 303)
        }
        let (page, revision) = try page("short")
        #expect(page.unit == "𠮷祥課" && revision.source.contains("unit: 𠮷祥課"))
        #expect(revision.number == 2 && revision.reason == "單位改名" && revision.author == "zonghan")
        #expect(page.reviewedOn == before.reviewedOn && page.reviewedBy == before.reviewedBy)
        #expect(page.reviewOn == before.reviewOn)
        #expect(try self.page("full").page.unit == "南華區戶政事務所/𠮷祥課")
        for code in ["office", "first"] { #expect(try self.page(code).revision.number == 1) }
        #expect(try SamplePages.audit(.pageRevision, in: office) == 6)
        // meiling edits the pages of that unit, and it is still hers.
        try await office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            #expect(try await meiling.get("/pages/short/edit").status == 200)
            #expect(try await meiling.get("/pages/first/edit").status == 403)
        }
        #expect(try office.database.readAndWait { try Doctor.findings(in: office.folder, $0).map(\.check) } == [])
    }

    @Test func `a name that no page's file can hold is refused, and no page is lost`() async throws {
        let id = try unit("登記二課").id
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            for name in ["登\u{FFFE}課", "登\u{2028}課"] {
                let answer = try await admin.post("/units/\(id)", [("name", name), ("parent", "1")])
                #expect(answer.status == 422, "\(name.unicodeScalars.map(\.value))")
            }
            #expect(try await admin.get("/pages/short").status == 200)
        }
        #expect(try page("short").revision.number == 1)
    }

    @Test func `pages of units below follow a move, and files import back`() async throws {
        let (first, second) = (try unit("登記一課"), try unit("登記二課").id)
        _ = try office.database.writeAndWait { try UnitStore.insert(name: "甲股", parent: first, in: $0) }
        try AnnouncementSample.save(
            AnnouncementSample.content("below", kind: .faq, title: "樣本") { $0.unit = "登記一課/甲股" }, in: office)
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let answer = try await admin.post("/units/\(first.id)", [("name", "登記一課"), ("parent", "\(second)")])
            #expect(answer.status == 303)
        }
        #expect(try page("below").page.unit == "登記二課/登記一課/甲股")
        #expect(try page("first").page.unit == "登記二課/登記一課")
        let files = try office.database.readAndWait { try PageRevisionStore.sources(in: $0) }
        let again = try await SamplePages.load(files.map { ("kb/faq/\($0.key).md", $0.value) }, into: office)
        #expect(again.unchanged == 5 && again.revised == 0 && again.newer.isEmpty)
    }

    @Test func `drafts follow too, and are saved without a conflict`() async throws {
        let (id, short) = (try unit("登記二課").id, try page("short"))
        var content = try PageRevisionActions.content(of: short.revision, short.page)
        content.body = "寫到一半。"
        let fields = SamplePages.fields(content, base: 1)
        try await office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            let kept = try await meiling.post("/pages/short/edit", fields + [("intent", "draft")])
            #expect(kept.location == "/pages/short/edit?done=draftKept")
            let admin = try await browser.signedIn("zonghan")
            #expect(try await admin.post("/units/\(id)", [("name", "𠮷祥課"), ("parent", "1")]).status == 303)
            let form = try await meiling.get("/pages/short/edit").text
            #expect(form.contains("寫到一半。") && form.contains("name=\"base\" value=\"2\""))
        }
        let author = try #require(try office.visitor("meiling")).employee
        let drafts: [Draft<PageField>] = try office.database.readAndWait { try DraftStore.drafts(by: author, in: $0) }
        #expect(drafts.map { $0.form[.unit] } == ["𠮷祥課"] && drafts.map(\.base) == [2])
    }

    @Test func `a unit in charge of pages is not removed`() async throws {
        let root = try unit("南華區戶政事務所")
        let made = try office.database.writeAndWait { try UnitStore.insert(name: "舊課", parent: root, in: $0) }
        try AnnouncementSample.save(
            AnnouncementSample.content("old", kind: .faq, title: "舊課的頁") { $0.unit = "舊課" }, in: office)
        try await office.test { browser in
            let admin = try await browser.signedIn("zonghan")
            let refused = try await admin.post("/units/\(made.id)/removal")
            #expect(refused.status == 409 && refused.text.contains("主管的條目 1 個（舊課的頁）"))
            try AnnouncementSample.save(
                AnnouncementSample.content("old", kind: .faq, title: "舊課的頁"), in: office)
            #expect(try await admin.post("/units/\(made.id)/removal").status == 303)
        }
    }
}
