import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// Two people at once, versions, states.
struct PageConflictTests {
    private static func changed(_ old: String, _ new: String) -> PageContent {
        SamplePages.content("moving-in", body: SamplePages.body.replacing(old, with: new))
    }

    /// The text that the form shows, whole or part by part.
    private func text(_ page: SampleAnswer) -> String {
        let fields = page.text.matches(of: /<textarea[^>]* name="([a-z-]+)"[^>]*>\n([^<]*)<\/textarea>/)
        if let whole = fields.first(where: { $0.1 == "body" }) { return String(whole.2) }
        var parts = PageParts()
        for place in PageParts.places {
            parts[place] = fields.first { $0.1 == PageParts.name(of: place) }.map { String($0.2) } ?? ""
        }
        return parts.body
    }

    @Test func `the second of two sees what the first changed, merges, and saves over it`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("moving-in"), in: office)
        try await office.test { browser in
            let second = try await browser.signedIn("shufen")
            try SamplePages.save(Self.changed("逾期另計", "逾期處罰鍰"), over: 1, by: "shufen", reason: "補罰鍰", in: office)
            let mine = SamplePages.fields(Self.changed("- 本人", "- 本人或戶長"), base: 1, [.keywords: "遷徙"])
            let answer = try await second.post("/pages/moving-in/edit", mine)
            #expect(answer.status == 409)
            #expect(answer.text.contains("第 2 版（王淑芬）剛才先存了。") && answer.text.contains("理由：補罰鍰"))
            #expect(answer.text.contains("沒有互相衝突的地方"))
            #expect(answer.text.contains("〔新增：</span>處罰鍰<span"))
            #expect(answer.text.contains("name=\"base\" value=\"2\""))
            let merged = text(answer)
            #expect(merged.contains("- 本人或戶長") && merged.contains("- 逾期處罰鍰") && !merged.contains("<<<"))
            #expect(try SamplePages.current("moving-in", in: office)?.revision.number == 2)
            let opened = try await second.get("/pages/moving-in/edit")
            #expect(opened.text.contains("別人已經存了新的版本"))
            #expect(text(opened).contains("- 本人或戶長"))
            let again = try await second.post(
                "/pages/moving-in/edit",
                SamplePages.fields(SamplePages.content("moving-in", body: merged), base: 2, [.keywords: "遷徙"]))
            #expect(again.status == 303)
        }
        let saved = try #require(try SamplePages.current("moving-in", in: office))
        #expect(saved.revision.number == 3)
        #expect(saved.revision.source.contains("本人或戶長") && saved.revision.source.contains("逾期處罰鍰"))
        #expect(saved.revision.source.contains("keywords: [遷徙]"))
    }

    @Test func `places that both changed are shown in both wordings and must be chosen`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("moving-in"), in: office)
        var theirs = Self.changed("- 本人", "- 戶長")
        theirs.title = "遷入"
        try SamplePages.save(theirs, over: 1, in: office)
        try await office.test { browser in
            let second = try await browser.signedIn("shufen")
            let mine = SamplePages.fields(Self.changed("- 本人", "- 本人親自"), base: 1, [.title: "遷入戶籍"])
            let answer = try await second.post("/pages/moving-in/edit", mine)
            #expect(answer.status == 409)
            let merged = text(answer)
            #expect(
                merged.contains(
                    "&lt;&lt;&lt;&lt;&lt;&lt;&lt; 您寫的\n- 本人親自\n======= 別人已存的\n- 戶長\n&gt;&gt;&gt;&gt;&gt;&gt;&gt; 到這裡為止")
            )
            #expect(answer.text.contains("已存的是：<b>遷入</b>"))
            #expect(answer.text.contains("value=\"遷入戶籍\""))
            let body = merged.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            let undecided = try await second.post(
                "/pages/moving-in/edit", SamplePages.fields(SamplePages.content("moving-in", body: body), base: 2))
            #expect(undecided.status == 422)
            #expect(undecided.text.contains("還有沒有選定的地方"))
            let preview = try await second.post(
                "/pages/preview", SamplePages.fields(SamplePages.content("moving-in", body: body), base: 2))
            #expect(preview.text.contains("還有沒有選定的地方。"))
            for mark in ["&lt;&lt;&lt;&lt;&lt;&lt;&lt; 您寫的", "======= 別人已存的", "&gt;&gt;&gt;&gt;&gt;&gt;&gt; 到這裡為止"] {
                #expect(preview.text.contains("<hr><p><strong>尚待選定</strong> \(mark)</p>"), "\(mark)")
            }
            // Also when only some of the marks are left.
            for line in ["<<<<<<< 您寫的 ", "======= 別人已存的", ">>>>>>> 到這裡為止"] {
                let left = try await second.post(
                    "/pages/moving-in/edit",
                    SamplePages.fields(SamplePages.content("moving-in", body: "## 申請人\n- 本人\n\(line)\n- 戶長"), base: 2))
                #expect(left.status == 422 && left.text.contains("還有沒有選定的地方"), "\(line)")
            }
        }
        #expect(try SamplePages.current("moving-in", in: office)?.revision.number == 2)
    }

    @Test func `versions are listed, shown, compared and restored`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("moving-in"), in: office)
        office.advance(minutes: 60 * 24)
        var second = Self.changed("國民身分證", "國民身分證、印章")
        second.isPublic = true
        try SamplePages.save(second, over: 1, reason: "增列印章", in: office)
        try await office.test { browser in
            let clerk = try await browser.signedIn("yachu")
            let list = try await clerk.get("/pages/moving-in/revisions")
            #expect(list.text.contains("共 2 版") && list.text.contains("增列印章") && list.text.contains("王淑芬"))
            #expect(list.text.contains("115/11/22"))
            let old = try await clerk.get("/pages/moving-in/revisions/1")
            #expect(old.text.contains("這是舊版。") && !old.text.contains("印章") && !old.text.contains("restoration"))
            let compared = try await clerk.get("/pages/moving-in/comparison?from=1&to=2")
            #expect(compared.text.contains("〔新增：</span>、印章<span"))
            #expect(compared.text.contains("對外公開") && compared.text.contains("行相同"))
            for address in [
                "/pages/moving-in/revisions/3", "/pages/moving-in/revisions/x", "/pages/moving-in/comparison?from=9",
                "/pages/none/revisions",
            ] { #expect(try await clerk.get(address).status == 404, "\(address)") }
            let restoration = "/pages/moving-in/revisions/1/restoration"
            #expect(try await clerk.get(restoration).status == 403)
            #expect(try await clerk.post(restoration, [("base", "2"), ("reason", "x")]).status == 403)
            let editor = try await browser.signedIn("shufen")
            #expect(try await editor.get(restoration).text.contains("〔刪除：</span>、印章<span"))
            #expect(try await editor.post(restoration, [("base", "2"), ("reason", " ")]).status == 422)
            #expect(try await editor.post(restoration, [("base", "1"), ("reason", "改回")]).status == 409)
            #expect(try SamplePages.current("moving-in", in: office)?.revision.number == 2)
            let done = try await editor.post(restoration, [("base", "2"), ("reason", "改回")])
            #expect(done.location == "/pages/moving-in?done=restored")
            #expect(try await editor.post(restoration, [("base", "3"), ("reason", "改回")]).status == 409)
        }
        let (page, revision) = try #require(try SamplePages.current("moving-in", in: office))
        #expect(revision.number == 3 && revision.reason == "改回")
        #expect(revision.source == PagePrinter.print(SamplePages.content("moving-in")))
        #expect(!page.isPublic)
    }

    @Test func `a page is withdrawn and brought back with a reason, and says who links to it`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("moving-in"), in: office)
        try SamplePages.save(SamplePages.content("linking", .faq, body: "見[遷入](../procedure/moving-in.md)"), in: office)
        let address = "/pages/moving-in/state"
        try await office.test { browser in
            let (editor, clerk) = (try await browser.signedIn("shufen"), try await browser.signedIn("yachu"))
            #expect(try await editor.get(address).text.contains("有 1 個條目連到這一頁"))
            #expect(try await editor.post(address, [("base", "1"), ("state", "retired")]).status == 422)
            #expect(try await editor.post(address, [("base", "1"), ("reason", "併入他頁")]).status == 422)
            #expect(
                try await editor.post(address, [("base", "1"), ("state", "current"), ("reason", "x")]).status == 409)
            #expect(try SamplePages.audit(.pageState, in: office) == 0)
            let gone = try await editor.post(address, [("base", "1"), ("state", "retired"), ("reason", "併入他頁")])
            #expect(gone.location == "/pages/moving-in?done=stateChanged")
            for page in ["", "/revisions", "/revisions/1", "/comparison"] {
                #expect(try await clerk.get("/pages/moving-in\(page)").status == 404, "\(page)")
            }
            #expect(try await editor.get("/pages/moving-in/revisions").text.contains("併入他頁"))
            // A form cannot bring back what was withdrawn.
            let edited = try await editor.post(
                "/pages/moving-in/edit",
                SamplePages.fields(SamplePages.content("moving-in"), base: 2, [.title: "改", .state: "current"]))
            #expect(edited.status == 303)
            #expect(try SamplePages.current("moving-in", in: office)?.page.state == .retired)
            #expect(
                try await editor.post(address, [("base", "3"), ("state", "current"), ("reason", "恢復")]).status == 303)
            #expect(try await clerk.get("/pages/moving-in").status == 200)
        }
        #expect(try SamplePages.audit(.pageState, in: office) == 2)
        #expect(try SamplePages.current("moving-in", in: office)?.revision.number == 4)
    }

    @Test func `an interpretation applies no longer by a tick in its form`() async throws {
        let office = try SamplePages.office()
        var content = SamplePages.content("letter", .interpretation, body: "要旨")
        let day = try #require(Day(year: 2020, month: 1, day: 2))
        content.interpretation = .init(number: "台內戶字第1號", issuedOn: day, issuer: "內政部")
        let first = content
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            #expect(try await editor.post("/pages/new", SamplePages.fields(first, base: 0)).status == 303)
            let page = try await editor.get("/pages/letter/edit")
            #expect(page.text.contains("value=\"109/1/2\"") && page.text.contains("name=\"state\""))
            let ended = SamplePages.fields(first, base: 1, [.state: "superseded"])
            #expect(try await editor.post("/pages/letter/edit", ended).status == 303)
            #expect(try SamplePages.current("letter", in: office)?.page.state == .superseded)
            let retired = SamplePages.fields(first, base: 2, [.state: "retired"])
            #expect(try await editor.post("/pages/letter/edit", retired).status == 303)
            #expect(try SamplePages.current("letter", in: office)?.page.state == .current)
        }
        #expect(try SamplePages.audit(.pageState, in: office) == 2)
    }

    @Test(arguments: [WritingTerms.mineMark, WritingTerms.betweenMark, WritingTerms.theirsMark])
    func `a single mark that was left behind is not published`(mark: String) {
        var form = PageForm(SamplePages.content("moving-in"))
        #expect(form.file().problems == [])
        form[.body] += "\n\(mark)\n甲"
        #expect(form.file().problems == [.init(.body, .undecided)])
    }
}
