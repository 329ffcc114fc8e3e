import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// Writing a procedure part by part in the browser.
struct PagePartRoutesTests {
    private let office: SampleOffice

    init() throws {
        office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("moving-in"), in: office)
    }

    /// As the editor sends a procedure whose parts are apart.
    private func fields(
        _ changes: [PagePart?: String] = [:], base: Int = 1, _ others: [PageField: String] = [:]
    ) throws -> [(String, String)] {
        var parts = try PageParts(SamplePages.body)
        for (place, text) in changes { parts[place] = text }
        let form = SamplePages.fields(SamplePages.content("moving-in"), base: base, others).filter { $0.0 != "body" }
        return form + PageParts.places.map { (PageParts.name(of: $0), parts[$0].replacing("\n", with: "\r\n")) }
    }

    private func body() throws -> String? {
        try SamplePages.current("moving-in", in: office).map {
            PageFile(stored: $0.revision.source, of: $0.page).content?.body ?? ""
        }
    }

    @Test func `each part is a field, and those without text are folded in their place`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let page = try await editor.get("/pages/moving-in/edit").text
            #expect(!page.contains("name=\"body\"") && !page.contains("name=\"part-lead\""))
            for part in PagePart.allCases {
                #expect(page.contains("<label for=\"part-\(part.rawValue)\">\(part.title)</label>"), "\(part)")
                #expect(page.contains("id=\"part-\(part.rawValue)-hint\""), "\(part)")
            }
            #expect(page.contains("name=\"part-applicants\"") && page.contains("\n- 本人</textarea>"))
            let folds = page.matches(of: /<summary>加入：([^<]*)<\/summary>/).map { String($0.1) }
            #expect(folds == ["受理地點、申請期限、處理時限", "規費、辦理步驟、流程、法律依據", "相關表單"])
            #expect(!page.contains("value=\"parts\""))
            #expect(page.contains("data-tools") && page.contains("data-tool=\"table\""))
            let blank = try await editor.get("/pages/new?kind=procedure").text
            #expect(blank.matches(of: /<textarea class="input editor-text" id=/).count == PagePart.allCases.count)
            #expect(!blank.contains("<summary>加入："))
            for kind in PageKind.allCases where kind != .procedure {
                let other = try await editor.get("/pages/new?kind=\(kind.rawValue)").text
                #expect(other.contains("<textarea class=\"input editor-text editor-whole\" id=\"body\""), "\(kind)")
                #expect(!other.contains("part-"), "\(kind)")
            }
        }
    }

    @Test func `required fields are marked`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let page = try await editor.get("/pages/new?kind=interpretation").text
            let marked = page.matches(of: /id="([A-Za-z]+)"[^>]*aria-required="true"/).map { String($0.1) }
            #expect(
                Set(marked) == [
                    "title", "body", "number", "issuedOn", "issuer", "code", "owner", "reviewMonths", "lawAsOf",
                ])
            let change = try await editor.get("/pages/moving-in/edit").text
            #expect(change.contains(/id="reason"[^>]*aria-required="true"/))
            #expect(!change.contains(/id="keywords"[^>]*aria-required/))
        }
    }

    @Test func `parts are saved as one text, and unchanged ones change nothing`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let same = try await editor.post("/pages/moving-in/edit", fields())
            #expect(same.location == "/pages/moving-in?done=unchanged")
            #expect(try SamplePages.current("moving-in", in: office)?.revision.number == 1)
            let saved = try await editor.post(
                "/pages/moving-in/edit", fields([.time: "隨到隨辦\n", .flow: "1. 收件\n2. 登記", .papers: "", nil: "先看這裡。"]))
            #expect(saved.status == 303)
        }
        #expect(
            try body()
                == "先看這裡。\n\n## 申請人\n- 本人\n\n## 處理時限\n隨到隨辦\n\n## 流程\n1. 收件\n2. 登記\n\n## 注意事項\n- 逾期另計")
        try await office.test { browser in
            let page = try await browser.signedIn("shufen").get("/pages/moving-in/edit").text
            #expect(page.contains("<label for=\"part-lead\">開頭</label>") && page.contains("\n先看這裡。</textarea>"))
        }
    }

    @Test func `the whole text is saved as well`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let sent = SamplePages.fields(
                SamplePages.content("moving-in", body: "## 規費\n\n- 20 元"), base: 1)
            #expect(try await editor.post("/pages/moving-in/edit", sent).status == 303)
            #expect(try body() == "## 規費\n\n- 20 元")
            // It cannot be shown part by part without changing it: so it says why, and what to do.
            let page = try await editor.get("/pages/moving-in/edit").text
            #expect(page.contains("\n## 規費\n\n- 20 元</textarea>") && page.contains("name=\"body\""))
            #expect(page.contains("還沒有分成各段") && page.contains("name=\"intent\" value=\"parts\">分成各段</button>"))
            let same = SamplePages.fields(SamplePages.content("moving-in", body: "## 規費\n\n- 20 元"), base: 2)
            #expect(try await editor.post("/pages/moving-in/edit", same).location == "/pages/moving-in?done=unchanged")
            let apart = try await editor.post("/pages/moving-in/edit", same + [("intent", "parts")])
            #expect(apart.status == 200 && apart.text.contains("\n- 20 元</textarea>"))
            #expect(apart.text.contains("name=\"part-fee\"") && !apart.text.contains("name=\"body\""))
            #expect(apart.text.contains(" data-unsaved>"))
            #expect(try SamplePages.current("moving-in", in: office)?.revision.number == 2)
        }
    }

    @Test func `putting parts in order is for who may write, and for procedures`() async throws {
        try await office.test { browser in
            let sent = try fields() + [("intent", "parts")]
            #expect(try await browser.post("/pages/moving-in/edit", sent).status != 200)
            #expect(try await browser.signedIn("yachu").post("/pages/moving-in/edit", sent).status == 403)
            let editor = try await browser.signedIn("shufen")
            let other = try await editor.post(
                "/pages/new", [("kind", "faq"), ("body", "## 步驟\n甲"), ("intent", "parts")])
            #expect(other.status == 422 && other.text.contains("\n## 步驟\n甲</textarea>"))
        }
    }

    @Test func `a draft of parts is kept as one text and resumed part by part`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let sent = try fields([.fee: "20 元", .steps: "1. 收"])
            let kept = try await editor.post(
                "/pages/moving-in/edit", sent + [("intent", "draft"), ("seen", "")], headers: [.huxueSequence: "1"])
            #expect(kept.status == 200)
            let visitor = try #require(try office.visitor("shufen"))
            let draft = try #require(
                try office.database.readAndWait { try PageDraftActions.drafts(of: visitor, in: $0) }.first)
            #expect(
                draft.form[.body]
                    == "## 申請人\n- 本人\n\n## 應備文件\n- [ ] 國民身分證\n\n## 規費\n20 元\n\n## 辦理步驟\n1. 收\n\n## 注意事項\n- 逾期另計")
            let page = try await editor.get("/pages/moving-in/edit").text
            #expect(page.contains("接續您") && page.contains("\n20 元</textarea>") && page.contains("\n1. 收</textarea>"))
        }
        #expect(try body() == SamplePages.body)
    }

    @Test func `what is wrong is told at the part where it stands, all at once with what is doubtful`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let wrong = try await editor.post(
                "/pages/moving-in/edit",
                fields([.fee: "免費\n{{本所：沒有}}", .flow: "見[甲](../faq/none.md)"], [.title: "", .reason: ""]))
            #expect(wrong.status == 422)
            for id in ["title", "reason", "part-fee"] {
                #expect(wrong.text.contains("<li><a href=\"#\(id)\">"), "\(id)")
                #expect(wrong.text.contains("id=\"\(id)-error\""), "\(id)")
            }
            #expect(wrong.text.contains("有 3 處需要修正"))
            #expect(wrong.text.contains("<a href=\"#part-flow\">「流程」第 1 行</a>：連結「../faq/none.md」指向不存在的條目"))
            let alone = try await editor.post("/pages/moving-in/edit", fields([.fee: "{{本所：沒有}}"]))
            #expect(alone.status == 422 && alone.text.contains("有 1 處需要修正"))
            #expect(alone.text.contains("<li><a href=\"#part-fee\">"))
            let nothing = try await editor.post(
                "/pages/moving-in/edit", fields([.applicants: "", .papers: "", .cautions: ""]))
            #expect(nothing.status == 422 && nothing.text.contains("<li><a href=\"#part-applicants\">請寫內文。"))
            // A heading inside a part makes another part: the text is shown whole, with what is wrong and a way out.
            let heading = try await editor.post("/pages/moving-in/edit", fields([.fee: "免費\n\n## 雜項\n甲"]))
            #expect(heading.status == 422 && heading.text.contains("<li><a href=\"#body\">標準作業程序沒有「雜項」這一段"))
            #expect(heading.text.contains("分成各段</button>"))
        }
    }

    @Test func `a preview of parts names the part, in this form and after saving`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let sent = try fields([.papers: "- 甲\n- [乙](../faq/none.md)"])
            let fragment = try await editor.post("/pages/preview", sent)
            #expect(fragment.text.contains("<li><a href=\"#part-papers\">「應備文件」第 2 行</a>：連結"))
            let saved = try await editor.post("/pages/moving-in/edit", sent)
            #expect(saved.location == "/pages/moving-in/warnings?done=saved")
            let told = try await editor.get(saved.location)
            #expect(told.text.contains("<a href=\"/pages/moving-in/edit#part-papers\">「應備文件」第 2 行</a>"))
        }
    }

    @Test func `two people at once are merged part by part`() async throws {
        try SamplePages.save(
            SamplePages.content("moving-in", body: SamplePages.body.replacing("另計", with: "處罰鍰")), over: 1, in: office)
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let merged = try await editor.post("/pages/moving-in/edit", fields([.applicants: "- 本人或戶長"]))
            #expect(merged.status == 409)
            #expect(merged.text.contains("\n- 本人或戶長</textarea>") && merged.text.contains("\n- 逾期處罰鍰</textarea>"))
            // Where both changed the same place, the text stays whole until one is chosen.
            let conflict = try await editor.post("/pages/moving-in/edit", fields([.cautions: "- 逾期另議"]))
            #expect(conflict.status == 409 && conflict.text.contains("name=\"body\""))
            #expect(conflict.text.contains("======= 別人已存的") && !conflict.text.contains("value=\"parts\""))
        }
    }
}
