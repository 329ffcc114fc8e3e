import GRDB
import Testing

@testable import Huxue

/// Renaming a unit is a small piece of work for the writer, however many pages name it.
@Suite struct PageRenameTests {
    private let office: SampleOffice

    init() throws {
        office = try AnnouncementSample.office()
    }

    private func save(_ codes: some Sequence<String>, body: String = "內文。", unit: String = "登記二課") throws {
        for code in codes {
            try AnnouncementSample.save(
                AnnouncementSample.content(code, kind: .faq, title: "樣本", body: body) { $0.unit = unit }, in: office)
        }
    }

    private func follow(_ names: [String: String]) throws -> Statements {
        let statements = Statements()
        try office.database.writeAndWait { db in
            try statements.traced(db) {
                try PageUnitActions.follow(
                    names, by: office.session.acting, in: db)
            }
        }
        return statements
    }

    private let renaming = ["南華區戶政事務所/登記二課": "南華區戶政事務所/#新: 課"]

    @Test func `neither words nor links nor citations are written anew`() throws {
        try save((1...20).map { "page-\($0)" }, body: "依戶籍法第48條，見[甲](../faq/page-1.md)。")
        let statements = try follow(renaming)
        #expect(
            statements.tables.isDisjoint(with: ["pageText", "pageLink", "pageCitation", "pageFacet"]),
            "\(statements.tables)")
        // All that is done page by page is its line in the audit log, and drafts.
        #expect(statements.all.count <= 20 * 7 + 30, "\(statements.all.count)")
        for number in 1...20 {
            #expect(try SamplePages.current("page-\(number)", in: office)?.page.unit == "#新: 課")
        }
        #expect(try office.database.readAndWait { try Doctor.findings(in: office.folder, $0).map(\.check) } == [])
    }

    @Test func `a file differs in the one line alone, and a text that looks like it stays`() throws {
        let body = "甲\n\nunit: 登記二課\n\n乙"
        try save(["lookalike"], body: body)
        _ = try follow(renaming)
        let (page, revision) = try #require(try SamplePages.current("lookalike", in: office))
        let content = try PageRevisionActions.content(of: revision, page)
        #expect(content.unit == "#新: 課" && content.body == body)
        #expect(revision.source == PagePrinter.print(content))
    }

    @Test func `a file that an older program printed otherwise follows too`() throws {
        let content = AnnouncementSample.content("old", kind: .faq, title: "樣本") { $0.unit = "登記二課" }
        let source = PagePrinter.print(content).replacing("unit: 登記二課", with: "unit: '登記二課'")
        let acting = ActionContext(actor: .console(user: "test"), origin: "test", now: office.clock.now())
        try office.database.writeAndWait {
            _ = try PageActions.save(
                PreparedPage(content, PageReading(content), source: source), over: 0, reason: "", by: acting, in: $0)
        }
        try save(["later"])
        _ = try follow(renaming)
        for code in ["old", "later"] {
            let (page, revision) = try #require(try SamplePages.current(code, in: office))
            #expect(page.unit == "#新: 課" && revision.number == 2)
            #expect(try PageRevisionActions.content(of: revision, page).unit == "#新: 課")
        }
    }
}
