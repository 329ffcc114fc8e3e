import Foundation
import Testing

@testable import Huxue

@Suite struct PageRoutesTests {
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

    private func importLaw(_ data: Data) throws {
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
    }

    private func page(_ code: String) throws -> Page {
        try office.database.readAndWait { try #require(try PageStore.page(code: code, in: $0)) }
    }

    @Test func `everybody on the staff reads pages, found by kind and facet`() async throws {
        try await office.test { browser in
            #expect(try await browser.get("/pages").location.hasPrefix("/login"))
            let yachu = try await browser.signedIn("yachu")
            let list = try await yachu.get("/pages")
            #expect(list.status == 200)
            for title in ["樣本登記", "可以委託別人嗎？", "樣本登記免費的函釋"] { #expect(list.text.contains(title)) }
            let narrowed = try await yachu.get("/pages?subject=%E5%A7%94%E8%A8%97&kind=faq")
            #expect(narrowed.text.contains("可以委託別人嗎？") && !narrowed.text.contains("樣本登記免費的函釋"))
            let unit = try await yachu.get(
                "/pages?unit=%E7%99%BB%E8%A8%98%E4%BA%8C%E8%AA%B2&audience=%E6%B0%91%E7%9C%BE")
            #expect(unit.text.contains("沒有符合的條目"))
            let page = try await yachu.get("/pages/sample-registration")
            #expect(page.status == 200)
            #expect(page.text.contains("<a href=\"/pages/proxy\">委託</a>"))
            #expect(page.text.contains("<strong>身分證：</strong>正本"))
            #expect(page.text.contains("flno=1\">戶籍法第1條第1項</a>"))
            #expect(page.text.contains("這頁還正確嗎？") == false && page.text.contains("/edit\"") == false)
            let notice = try await yachu.get("/pages/sample-registration/notice")
            #expect(notice.status == 200 && notice.text.contains("身分證") && !notice.text.contains("查驗"))
            #expect(
                page.text.contains(
                    "<form class=\"stack-tight\" method=\"get\" action=\"/pages/sample-registration/notice\">"))
            #expect(!page.text.contains("value=\"1\" checked") && !notice.text.contains("value=\"1\" checked"))
            // A tick means that the paper is there, on both pages, and goes along from one to the other.
            for path in ["", "/notice"] {
                let ticked = try await yachu.get("/pages/sample-registration\(path)?have=2&have=99&have=x")
                #expect(ticked.status == 200 && ticked.text.contains("name=\"have\" value=\"2\" checked><span>委託書"))
                #expect(!ticked.text.contains("value=\"1\" checked"))
            }
            #expect(notice.text.contains(">請備齊下列文件再來辦理。</p>"))
            let ticked = try await yachu.get("/pages/sample-registration/notice?have=2").text
            #expect(ticked.contains("標「已備」的正本也請一併帶來，標「免附」的不必準備。"))
            let waived = try await yachu.get("/pages/sample-registration/notice?waived=1").text
            #expect(waived.contains("name=\"waived\" value=\"1\" checked"))
            // What is not needed is not there as well, whatever the address says.
            let both = try await yachu.get("/pages/sample-registration/notice?have=1&have=2&waived=1").text
            #expect(
                !both.contains("name=\"have\" value=\"1\" checked")
                    && both.contains("name=\"have\" value=\"2\" checked"))
            #expect(both.contains("name=\"waived\" value=\"1\" checked"))
            #expect(notice.text.contains("<strong>南華區戶政事務所</strong>"))
            // No citations unless they are asked for, and who hands it out.
            #expect(!notice.text.contains("戶籍法第1條第1項") && notice.text.contains("<dt>承辦人</dt>"))
            #expect(
                try await yachu.get("/pages/sample-registration/notice?citations=1").text.contains("戶籍法第1條第1項"))
            #expect(try await yachu.get("/pages/proxy/notice").status == 404)
            #expect(try await yachu.get("/pages/nothing").status == 404)
            let letter = try await yachu.get("/pages/letter-1").text
            #expect(letter.contains("已停止適用") && letter.contains("<p>內政部　") && !letter.contains("&lt;"))
        }
    }

    @Test func `its owner and editors of its unit say that a page is right, nobody else`() async throws {
        try grant("meiling")
        try grant("shuhui", unit: "登記一課")
        office.advance(minutes: 60 * 24 * 40)
        #expect(try page("proxy").isOverdue(on: ROCDate.day(of: office.clock.now())))
        try await office.test { browser in
            #expect(try await browser.post("/pages/proxy/review", [("revision", "1")]).status == 401)
            for login in ["yachu", "shuhui", "zonghan"] {
                let other = try await browser.signedIn(login)
                #expect(try await other.post("/pages/proxy/review", [("revision", "1")]).status == 403)
            }
            let guanting = try await browser.signedIn("guanting")
            let home = try await guanting.get("/")
            #expect(home.text.contains("您負責的 1 個條目到了複核日"))
            #expect(try await guanting.get("/pages/proxy").text.contains("還沒有複核"))
            #expect(try await guanting.post("/pages/proxy/review", [("revision", "2")]).status == 409)
            #expect(try await guanting.post("/pages/proxy/review", [("revision", "1")]).status == 303)
            let meiling = try await browser.signedIn("meiling")
            #expect(try await meiling.post("/pages/sample-registration/review", [("revision", "1")]).status == 303)
        }
        let today = ROCDate.day(of: office.clock.now())
        #expect(try page("proxy").reviewedOn == today && page("proxy").reviewedBy == "guanting")
        #expect(try page("proxy").reviewOn == PageRules.reviewDay(after: today, months: 1))
        let proxy = try page("proxy").id
        let (revisions, audit) = try office.database.readAndWait { db in
            (
                try PageRevisionStore.revisions(of: proxy, in: db).count,
                try AuditStore.entries(AuditFilter(action: AuditAction.pageReview.code), limit: 9, in: db).count
            )
        }
        #expect(revisions == 1 && audit == 2)
    }

    @Test func `withdrawn pages are for their editors alone`() async throws {
        let retired = SamplePages.faq.replacing("title: 可以委託別人嗎？", with: "title: 可以委託別人嗎？\nstate: retired")
        try await SamplePages.load([("kb/faq/proxy.md", retired)], into: office)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/pages/proxy").status == 404)
            #expect(try await yachu.get("/pages?state=retired").text.contains("可以委託別人嗎？") == false)
            #expect(try await yachu.get("/pages/sample-registration").text.contains("/pages/proxy") == false)
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.get("/pages/proxy").text.contains("已停用"))
        }
    }

    @Test func `an amendment flags the pages that cite it, as exactly as they do`() async throws {
        try grant("meiling")
        let older = SamplePages.all.map { ($0.0, $0.1.replacing("lawAsOf: 2024-10-11", with: "lawAsOf: 2024-01-01")) }
        try await SamplePages.load(older, into: office)
        try importLaw(SampleLaw.first)
        try importLaw(SampleLaw.second)
        let flags = try office.database.readAndWait { try AmendmentStore.open(.page, in: $0) }
        // The procedure cites paragraph 1, which stayed, and the FAQ paragraph 2, which did not.
        #expect(flags.map(\.citation) == ["戶籍法第1條第1項", "戶籍法第1條第2項"])
        #expect(flags.map(\.isCitedPartTouched) == [false, true])
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let page = try await yachu.get("/pages/proxy")
            #expect(page.text.contains("依據的法規修正過，本頁待複核") && page.text.contains("/comparison?from=1&amp;to=2"))
            #expect(try await yachu.get("/pages/sample-registration").text.contains("本頁仍可使用"))
            #expect(try await yachu.get("/statutes/D0030006/articles/1").text.contains("/pages/proxy"))
            #expect(try await yachu.get("/amendments").status == 403)
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.get("/").text.contains("您負責的 1 個條目因法規修正待複核"))
            let meiling = try await browser.signedIn("meiling")
            let list = try await meiling.get("/amendments").text
            #expect(list.contains("<a href=\"/pages/proxy\">可以委託別人嗎？<span class=\"code\">proxy</span></a>"))
            #expect(list.contains("1 個條目"))
            // In the list of pages only the one that has to be looked at is marked.
            let pages = try await meiling.get("/pages").text
            #expect(pages.components(separatedBy: "法規修正，待複核").count == 2)
            #expect(try await meiling.get("/amendments").text.contains("/questions/") == false)
            #expect(try await guanting.post("/pages/proxy/review", [("revision", "2")]).status == 303)
            #expect(try await yachu.get("/pages/proxy").text.contains("待複核") == false)
        }
    }

    @Test func `a whole statute that a page rests on flags it`() async throws {
        let letter = SamplePages.interpretation.replacing("state: superseded", with: "state: current")
            .replacing("restsOn: [姓名條例]", with: "restsOn: [戶籍法]").replacing("2024-10-11", with: "2024-01-01")
        try await SamplePages.load([("kb/interpretation/letter-1.md", letter)], into: office)
        try importLaw(SampleLaw.first)
        try importLaw(SampleLaw.second)
        let flags = try office.database.readAndWait {
            try AmendmentStore.open(
                .page, id: try #require(try PageStore.page(code: "letter-1", in: $0)).id.rawValue, in: $0)
        }
        #expect(flags.map(\.citation) == ["戶籍法"])
    }

    @Test func `importing again changes nothing, and a mistake in one file stops all`() async throws {
        let again = try await SamplePages.load(into: office)
        #expect(again.unchanged == 3 && again.added == 0 && again.revised == 0)
        let broken = SamplePages.all.map { ($0.0, $0.1.replacing("owner: guanting", with: "owner: nobody")) }
        await #expect(throws: PageProblems.self) { try await SamplePages.load(broken, into: office) }
        let changed = SamplePages.all.map { ($0.0, $0.1.replacing("可以，", with: "可以的，")) }
        #expect(try await SamplePages.load(changed, into: office).revised == 1)
        let numbers = try office.database.readAndWait { db in
            try PageRevisionStore.revisions(of: try #require(try PageStore.page(code: "proxy", in: db)).id, in: db).map(
                \.number)
        }
        #expect(numbers == [2, 1])
    }

    @Test func `commands check, import, list and export`() async throws {
        let folder = NSTemporaryDirectory() + "huxue-kb-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let data = ["--data", office.folder.path]
        #expect(await CommandLine.run(["kb", "export", folder] + data) == 0)
        for (path, text) in SamplePages.all {
            #expect(try String(contentsOfFile: folder + path.dropFirst(2), encoding: .utf8) == text)
        }
        #expect(await CommandLine.run(["kb", "check", folder]) == 0)
        #expect(await CommandLine.run(["kb", "import", folder] + data) == 0)
        #expect(await CommandLine.run(["kb", "import", folder, "--as", "yachu"] + data) == 1)
        #expect(await CommandLine.run(["kb", "export", folder, "--as", "yachu"] + data) == 1)
        #expect(await CommandLine.run(["kb", "list", "--json", "--as", "yachu"] + data) == 0)
        try "x".write(toFile: folder + "/faq/broken.md", atomically: true, encoding: .utf8)
        #expect(await CommandLine.run(["kb", "check", folder]) == 1)
        #expect(await CommandLine.run(["kb", "import", folder] + data) == 1)
        #expect(await CommandLine.run(["kb", "check", folder + "/nothing"]) == 1)
    }

    @Test func `narrowing the list further keeps whose pages and which state were asked for`() async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let list = try await yachu.get("/pages?owner=guanting&state=current")
            #expect(list.text.contains("name=\"owner\" value=\"guanting\""))
            #expect(list.text.contains("name=\"state\" value=\"current\""))
            #expect(try await !yachu.get("/pages").text.contains("name=\"owner\""))
        }
    }

    @Test func `doctor notices an index that does not have the pages' words`() throws {
        func found() throws -> [String] {
            try office.database.readAndWait { try Doctor.findings(in: office.folder, $0).map(\.check) }
        }
        #expect(try found() == [])
        let proxy = try page("proxy").id
        try office.database.writeAndWait { db in
            try PageStore.index.put(proxy.rawValue, title: "可以委託別人嗎？", headings: "臨櫃", body: "別的", in: db)
        }
        #expect(try found() == ["條目的搜尋索引與內文不符"])
        try office.database.writeAndWait { try PageStore.index.remove(proxy.rawValue, in: $0) }
        #expect(try found() == ["條目不在搜尋索引裡"])
        try office.database.writeAndWait { db in
            try PageStore.index.put(999, title: "甲", headings: "", body: "", in: db)
        }
        #expect(try found() == ["條目不在搜尋索引裡", "搜尋索引裡有不存在的條目"])
    }
}
