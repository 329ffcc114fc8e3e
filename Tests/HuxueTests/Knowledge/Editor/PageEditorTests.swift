import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// Writing a page in the browser.
struct PageEditorTests {
    private func drafts(_ login: String, in office: SampleOffice) throws -> [PageDraft] {
        let visitor = try #require(try office.visitor(login))
        return try office.database.readAndWait { try PageDraftActions.drafts(of: visitor, in: $0) }
    }

    @Test func `only those who may write see the editor`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("moving-in"), in: office)
        try SamplePages.save(SamplePages.content("owned", owner: .login("yachu")), in: office)
        try await office.test { browser in
            let clerk = try await browser.signedIn("yachu")
            for address in ["/pages/new", "/pages/moving-in/edit", "/pages/moving-in/state", "/attachments"] {
                #expect(try await clerk.get(address).status == 403, "\(address)")
            }
            let fields = SamplePages.fields(SamplePages.content("moving-in"), base: 1, [.title: "改過"])
            for address in ["/pages/new", "/pages/moving-in/edit", "/pages/moving-in/state"] {
                #expect(try await clerk.post(address, fields).status == 403, "\(address)")
            }
            // Who answers for a page may change that page.
            #expect(try await clerk.get("/pages/owned/edit").status == 200)
            #expect(try await clerk.get("/pages/none/edit").status == 404)
            // An editor of a section, and a page of the whole office.
            let chief = try await browser.signedIn("shuhui")
            #expect(try await chief.get("/pages/moving-in/edit").status == 403)
            let foreign = try await chief.post("/pages/new", SamplePages.fields(SamplePages.content("mine"), base: 0))
            #expect(foreign.status == 422)
            #expect(foreign.text.contains("href=\"#unit\""))
            let own = SamplePages.fields(SamplePages.content("mine", unit: "登記一課"), base: 0)
            #expect(try await chief.post("/pages/new", own).status == 303)
        }
        #expect(try SamplePages.current("moving-in", in: office)?.revision.number == 1)
        #expect(try SamplePages.current("mine", in: office)?.page.unit == "登記一課")
    }

    @Test(arguments: [
        ("page-41", "page-42"), ("page-9223372036854775807", "page-1"), ("page-999999", "page-1000000"),
        ("page-999999 page-1000000", "page-1000001"),
    ])
    func `the code that is proposed is free, whatever codes others have`(taken: String, code: String) async throws {
        let office = try SamplePages.office()
        for code in taken.split(separator: " ") { try SamplePages.save(SamplePages.content(String(code)), in: office) }
        #expect(try office.database.readAndWait { try PageStore.freeCode(in: $0) } == code)
    }

    @Test func `a new page is chosen by kind, prefilled, saved once and audited`() async throws {
        let office = try SamplePages.office()
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            #expect(try await editor.get("/pages/new").text.contains("/pages/new?kind=procedure"))
            let blank = try await editor.get("/pages/new?kind=procedure")
            #expect(blank.text.contains("name=\"part-applicants\"") && !blank.text.contains("name=\"body\""))
            #expect(blank.text.contains("name=\"code\" type=\"text\" value=\"page-1\""))
            #expect(blank.text.contains("name=\"lawAsOf\" type=\"text\" value=\"115/11/21\""))
            let fields = SamplePages.fields(SamplePages.content("page-1"), base: 0)
            let saved = try await editor.post("/pages/new", fields)
            #expect(saved.status == 303)
            #expect(saved.location == "/pages/page-1?done=added")
            let again = try await editor.post("/pages/new", fields)
            #expect(again.status == 422)
            #expect(again.text.contains("代號「page-1」已經有條目使用"))
            #expect(try await editor.get("/pages/new?kind=faq").text.contains("value=\"page-2\""))
        }
        let saved = try #require(try SamplePages.current("page-1", in: office))
        #expect(saved.revision.source == PagePrinter.print(SamplePages.content("page-1")))
        #expect(saved.revision.author == "shufen")
        #expect(try SamplePages.audit(.pageRevision, in: office) == 1)
    }

    @Test func `what is wrong is said at its field, and nothing typed is lost`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("moving-in"), in: office)
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let fields = SamplePages.fields(
                SamplePages.content("moving-in"), base: 1,
                [.title: "", .reason: "", .lawAsOf: "昨天", .body: "\n## 怪段落\r\n<script>x</script> 𠮷", .owner: "nobody"])
            let wrong = try await editor.post("/pages/moving-in/edit", fields)
            #expect(wrong.status == 422)
            for field in ["title", "reason", "lawAsOf"] {
                #expect(wrong.text.contains("<a href=\"#\(field)\">"), "\(field)")
                #expect(wrong.text.contains("id=\"\(field)-error\""), "\(field)")
            }
            #expect(wrong.text.contains("\n## 怪段落\n&lt;script&gt;x&lt;/script&gt; 𠮷</textarea>"))
            #expect(wrong.text.contains("value=\"昨天\""))
            for (changes, sentence) in [
                ([PageField.body: "## 怪段落\n甲"], "沒有「怪段落」這一段"), ([.body: "## 規費\n甲\n\n## 申請人\n乙"], "位置不對"),
                ([.owner: "nobody"], "負責人「nobody」"), ([.unit: "沒有的課"], "找不到單位"), ([.restsOn: "沒這部法"], "沒這部法"),
            ] {
                let answer = try await editor.post(
                    "/pages/moving-in/edit", SamplePages.fields(SamplePages.content("moving-in"), base: 1, changes))
                #expect(answer.status == 422)
                #expect(answer.text.contains(sentence), "\(sentence)")
            }
        }
        #expect(try SamplePages.current("moving-in", in: office)?.revision.number == 1)
    }

    @Test func `everything that is wrong is told at once`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("taken"), in: office)
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let answer = try await editor.post(
                "/pages/new",
                SamplePages.fields(
                    SamplePages.content("taken", body: "## 申請人\n- 甲\n\n## 雜項\n- 乙", unit: "沒有的課"), base: 0,
                    [.title: "", .lawAsOf: "昨天", .keywords: String(repeating: "長", count: 51)]))
            #expect(answer.status == 422)
            for field in ["title", "lawAsOf", "keywords", "unit", "code", "body"] {
                #expect(answer.text.contains("<li><a href=\"#\(field)\">"), "\(field)")
            }
            #expect(answer.text.contains("標準作業程序沒有「雜項」這一段") && answer.text.contains("找不到單位「沒有的課」"))
            #expect(answer.text.contains("有 6 處需要修正"))
        }
    }

    @Test func `an article that does not exist is told, and that a statute is not loaded, quietly`() async throws {
        let office = try SamplePages.office()
        let body = "## 申請人\n- 戶籍法第1條、戶籍法第999條\n- 民法第1條、民法第2條"
        let fields = SamplePages.fields(SamplePages.content("page-1", body: body), base: 0)
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let preview = try await editor.post("/pages/preview", fields)
            #expect(preview.text.contains("還沒有匯入「戶籍法」、「民法」，引用的條號沒有核對。"))
            #expect(!preview.text.contains("要留意"))
            let saved = try await editor.post("/pages/new", fields)
            #expect(saved.location == "/pages/page-1?done=addedUnchecked")
            #expect(try await editor.get(saved.location).text.contains("引用的法規有的還沒有匯入，條號沒有核對。"))
            let actions = StatuteImportActions(
                database: office.database, clock: office.clock, sources: Features.all.citations)
            _ = try actions.run(
                actions.plan(StatuteFile(SampleLaw.first)), from: StatuteFile(SampleLaw.first),
                by: office.session.acting)
            let again = try await editor.post("/pages/preview", fields)
            #expect(again.text.contains("內文第 2 行：「戶籍法第999條」無法連到條文：這部法規沒有這一條。"))
            #expect(again.text.contains("有 1 處要留意") && again.text.contains("還沒有匯入「民法」，"))
        }
    }

    @Test func `dead links and citations are saved all the same and told afterwards`() async throws {
        let office = try SamplePages.office()
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let body = "## 申請人\n- [甲](../faq/none.md) ![圖](../attachments/無.png)"
            let saved = try await editor.post(
                "/pages/new", SamplePages.fields(SamplePages.content("page-1", body: body), base: 0))
            #expect(saved.location == "/pages/page-1/warnings?done=added")
            let told = try await editor.get(saved.location)
            #expect(told.text.contains("有 2 處要留意"))
            #expect(told.text.contains("「申請人」第 1 行</a>：連結「../faq/none.md」指向不存在的條目"))
        }
        #expect(try SamplePages.current("page-1", in: office) != nil)
    }

    @Test func `the preview shows the text as the page will, without a script`() async throws {
        let office = try SamplePages.office()
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let body = "## 申請人\n戶籍法第48條 <script>alert(1)</script> [壞](javascript:alert(1)) [沒有](none.md)"
            let fragment = try await editor.post("/pages/preview", [("kind", "faq"), ("body", body)])
            #expect(fragment.status == 200)
            #expect(fragment.text.contains("pcode=D0030006&amp;flno=48\">戶籍法第48條</a>"))
            #expect(!fragment.text.contains("<script>"))
            #expect(!fragment.text.contains("href=\"javascript"))
            #expect(fragment.text.contains("none.md"))
            #expect(!fragment.text.contains("<html"))
            let page = try await editor.post("/pages/new", [("kind", "faq"), ("body", body), ("intent", "preview")])
            #expect(page.status == 200)
            #expect(page.text.contains("flno=48\">戶籍法第48條</a>"))
            #expect(page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        }
        #expect(try office.database.readAndWait { try PageStore.all(in: $0) }.isEmpty)
    }

    @Test func `a draft is kept, gone on with, and belongs to its author alone`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("moving-in"), in: office)
        let key = String(repeating: "ab", count: 16)
        try await office.test { browser in
            let (editor, other) = (try await browser.signedIn("shufen"), try await browser.signedIn("shuhui"))
            let script = try await editor.post(
                "/pages/new", [("draft", key), ("kind", "faq"), ("title", "半"), ("intent", "draft")],
                headers: [.huxueSequence: "1"])
            #expect(script.status == 200)
            #expect(script.text == "{\"saved\":\"10:00:00\",\"seen\":\"\(office.clock.now())\"}")
            office.advance(minutes: 1)
            let button = try await editor.post(
                "/pages/moving-in/edit",
                SamplePages.fields(SamplePages.content("moving-in"), base: 1, [.title: "寫到一半"]) + [("intent", "draft")])
            #expect(button.location == "/pages/moving-in/edit?done=draftKept")
            let opened = try await editor.get("/pages/moving-in/edit")
            #expect(opened.text.contains("value=\"寫到一半\""))
            #expect(opened.text.contains("接續您 115/11/21（六）10:01 的草稿"))
            #expect(try await editor.get("/pages/new?draft=\(key)").text.contains("value=\"半\""))
            let list = try await editor.get("/pages/drafts")
            #expect(list.text.contains("寫到一半") && list.text.contains("/pages/new?draft=\(key)"))
            // Somebody else finds none of it.
            for address in ["/pages/drafts", "/pages/new?draft=\(key)", "/pages/new"] {
                let page = try await other.get(address)
                #expect(page.status == 200)
                #expect(!page.text.contains("寫到一半") && !page.text.contains("value=\"半\""), "\(address)")
            }
            #expect(try await other.get("/pages/drafts/\(key)/removal").status == 404)
            #expect(try await other.post("/pages/drafts/\(key)/removal").status == 404)
            #expect(try await other.get("/pages/moving-in").text.contains("<h1>遷入登記</h1>"))
            #expect(try drafts("shufen", in: office).count == 2)
            #expect(try await editor.get("/pages/drafts/\(key)/removal").text.contains("要捨棄「半」"))
            #expect(
                try await editor.post("/pages/drafts/\(key)/removal").location == "/pages/drafts?done=draftDiscarded")
            #expect(try drafts("shufen", in: office).map(\.code) == ["moving-in"])
            // Saving the page is the end of its draft.
            let saved = try await editor.post(
                "/pages/moving-in/edit", SamplePages.fields(SamplePages.content("moving-in"), base: 1, [.title: "寫完了"]))
            #expect(saved.location == "/pages/moving-in?done=saved")
        }
        #expect(try drafts("shufen", in: office).isEmpty)
        #expect(try SamplePages.current("moving-in", in: office)?.page.title == "寫完了")
    }

    @Test func `drafts are not without number`() async throws {
        let office = try SamplePages.office()
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            for number in 0...DraftActions.limit {
                let key = String(String(number + 1_000_000, radix: 16).reversed()) + String(repeating: "0", count: 32)
                let answer = try await editor.post(
                    "/pages/new", [("draft", String(key.prefix(32))), ("kind", "faq"), ("intent", "draft")])
                #expect(answer.status == (number < DraftActions.limit ? 303 : 422))
            }
        }
    }

    @Test func `what is typed survives the end of the session`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("moving-in"), in: office)
        try await office.test { browser in
            let fields = SamplePages.fields(SamplePages.content("moving-in"), base: 1, [.body: "一行\n二行"])
            let lost = try await browser.post("/pages/moving-in/edit", fields)
            #expect(lost.status == 401)
            #expect(lost.text.contains("name=\"resend.body\" value=\"一行\n二行\""))
            let script = try await browser.post(
                "/pages/moving-in/edit", fields + [("intent", "draft")], headers: [.huxueSequence: "1"])
            #expect(script.status == 401)
            #expect(!script.text.contains("resend."))
        }
    }

    @Test func `who only answers for a page neither publishes it nor moves it away`() async throws {
        let office = try SamplePages.office()
        var content = SamplePages.content("owned", .faq, body: "甲", unit: "登記一課", owner: .login("yachu"))
        try SamplePages.save(content, in: office)
        @Sendable func fields(_ base: Int, _ changes: [PageField: String]) -> [(String, String)] {
            SamplePages.fields(
                SamplePages.content("owned", .faq, body: "甲", unit: "登記一課", owner: .login("yachu")), base: base, changes
            )
        }
        try await office.test { browser in
            let owner = try await browser.signedIn("yachu")
            for (field, value) in [(PageField.unit, "登記二課"), (.unit, ""), (.isPublic, "1")] {
                let refused = try await owner.post("/pages/owned/edit", fields(1, [field: value, .title: "改題"]))
                #expect(refused.status == 422, "\(field)")
                #expect(refused.text.contains("href=\"#\(field.rawValue)\"") && refused.text.contains("value=\"改題\""))
            }
            #expect(try SamplePages.current("owned", in: office)?.revision.number == 1)
            #expect(try await owner.post("/pages/owned/edit", fields(1, [.body: "乙"])).status == 303)
            // The section's own editor publishes it, but does not give it to another section.
            let chief = try await browser.signedIn("shuhui")
            #expect(try await chief.post("/pages/owned/edit", fields(2, [.unit: "登記二課"])).status == 422)
            #expect(try await chief.post("/pages/owned/edit", fields(2, [.isPublic: "1"])).status == 303)
            // What is public already, its owner goes on writing.
            #expect(try await owner.post("/pages/owned/edit", fields(3, [.isPublic: "1", .body: "丙"])).status == 303)
        }
        #expect(try #require(try SamplePages.current("owned", in: office)).page.isPublic)
        content = SamplePages.content("mine", .faq, body: "甲", unit: "登記二課", owner: .login("shuhui"))
        for isPublic in [true, false] {
            content.isPublic = isPublic
            #expect(throws: CommonRefusal.self) { try SamplePages.save(content, by: "shuhui", in: office) }
        }
    }

    /// Who edits the pages of a section adds none to another unit, whomever it names as owner.
    @Test(arguments: [PageOwner.login("shuhui"), .login("yachu"), .role(.supervisor), .role(.knowledgeEditor)])
    func `naming an owner adds no page to a unit where the editor has no say`(owner: PageOwner) async throws {
        let office = try SamplePages.office()
        try await office.test { browser in
            let chief = try await browser.signedIn("shuhui")
            for unit in ["登記二課", "東興辦公室", ""] {
                let content = SamplePages.content("mine", .faq, body: "甲", unit: unit, owner: owner)
                let refused = try await chief.post("/pages/new", SamplePages.fields(content, base: 0))
                #expect(refused.status == 422 && refused.text.contains("href=\"#unit\""), "\(unit)")
            }
            #expect(try SamplePages.current("mine", in: office) == nil)
            let own = SamplePages.content("mine", .faq, body: "甲", unit: "登記一課", owner: owner)
            #expect(try await chief.post("/pages/new", SamplePages.fields(own, base: 0)).status == 303)
        }
    }

    @Test func `two people of one name are told apart by their units where an owner is chosen`() async throws {
        let office = try SamplePages.office()
        try office.database.writeAndWait { db in
            for (number, name, unit, login) in [("C01", "林雅筑", "登記二課", "yachu2"), ("C02", "詹志安", "登記一課", "jian2")] {
                let unit = try #require(try UnitStore.unit(named: unit, in: db))
                let employee = try EmployeeStore.insert(
                    staffNumber: number, name: name, unit: unit.id, position: "課員", servesCounter: false,
                    startsOn: nil, endsOn: nil, in: db)
                _ = try AccountStore.insert(employee: employee, login: login, in: db)
            }
        }
        try await office.test { browser in
            let form = try await browser.signedIn("shufen").get("/pages/new?kind=faq").text
            #expect(form.contains("<option value=\"yachu\">林雅筑（yachu，登記一課）</option>"))
            #expect(form.contains("<option value=\"yachu2\">林雅筑（yachu2，登記二課）</option>"))
            #expect(form.contains("<option value=\"jian2\">詹志安（jian2）</option>"))
        }
    }

    @Test func `two windows of one person do not overwrite each other's draft`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("moving-in"), in: office)
        @Sendable func fields(_ title: String, seen: String, _ intent: String = "draft") -> [(String, String)] {
            SamplePages.fields(SamplePages.content("moving-in"), base: 1, [.title: title])
                + [("seen", seen), ("intent", intent)]
        }
        @Sendable func title() throws -> String? { try drafts("shufen", in: office).first?.form[.title] }
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            func keep(_ title: String, seen: String) async throws -> (status: Int, seen: String) {
                let answer = try await editor.post(
                    "/pages/moving-in/edit", fields(title, seen: seen), headers: [.huxueSequence: "1"])
                let fields = try JSONDecoder().decode([String: String].self, from: Data(answer.text.utf8))
                return (answer.status, fields["seen"] ?? "")
            }
            let first = try await keep("一", seen: "")
            #expect(first.status == 200 && first.seen == "\(office.clock.now())")
            #expect(
                try await editor.get("/pages/moving-in/edit").text.contains("name=\"seen\" value=\"\(first.seen)\""))
            office.advance(minutes: 1)
            let second = try await keep("二", seen: first.seen)
            #expect(second.status == 200)
            office.advance(minutes: 1)
            // The other window knows only of the first, or of none.
            for seen in [first.seen, ""] {
                let refused = try await keep("三", seen: seen)
                #expect(refused.status == 409 && refused.seen == second.seen)
            }
            #expect(try title() == "二")
            // An answer that was lost on its way is no conflict.
            #expect(try await keep("二", seen: first.seen).status == 200)
            let stored = try #require(try drafts("shufen", in: office).first).draft.mark
            let page = try await editor.post("/pages/moving-in/edit", fields("四<", seen: first.seen))
            #expect(page.status == 409)
            #expect(page.text.contains("value=\"四&lt;\"") && page.text.contains("name=\"seen\" value=\"\(stored)\""))
            #expect(page.text.contains("取代另一個視窗的"))
            #expect(page.text.contains("data-editor data-limit=\"65536\" data-unsaved data-elsewhere>"))
            #expect(try title() == "二")
            office.advance(minutes: 1)
            #expect(try await editor.post("/pages/moving-in/edit", fields("四", seen: stored)).status == 303)
            #expect(try title() == "四")
            // Saving the page from a window that does not know this draft leaves it.
            let saved = try await editor.post("/pages/moving-in/edit", fields("五", seen: stored, "save"))
            #expect(saved.status == 303)
            #expect(try title() == "四")
        }
        #expect(try SamplePages.current("moving-in", in: office)?.page.title == "五")
    }

    @Test func `what comes back from the server is marked as kept nowhere`() async throws {
        let office = try SamplePages.office()
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            #expect(try await !editor.get("/pages/new?kind=faq").text.contains("data-unsaved"))
            for intent in ["preview", "save"] {
                let back = try await editor.post("/pages/new", [("kind", "faq"), ("body", "甲"), ("intent", intent)])
                #expect(back.text.contains(" data-unsaved>"), "\(intent)")
            }
        }
    }
}
