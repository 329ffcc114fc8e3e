import Foundation
import Testing

@testable import Huxue

/// 法規異動: the list, what editors decide, and who is told.
@Suite struct AmendmentRoutesTests {
    private let office: SampleOffice

    init() throws {
        office = try SampleOffice()
    }

    private func bring(_ data: Data) throws {
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
    }

    private static func later(effective: String, modified: String = "20261031", text: String = "於六十日內") -> Data {
        SampleLaw.file(
            updated: modified == "20261031" ? "20261101" : modified,
            statutes: [
                SampleLaw.statute(
                    "戶籍法", "D0030006", modified: modified, effective: effective, histories: "",
                    articles: [
                        ("第 1 條", "樣本登記，由本人\(text)申請之。\\r\\n前項申請，得以書面委託他人為之。"), ("第 2 條", "樣本登記免費。"),
                        ("第 3 條", "逾期申請者，處樣本罰鍰。"), ("第 14-1 條", "台灣地區之樣本︰由㐂𠮷定之。"),
                    ])
            ])
    }

    private func bank(_ text: String = SampleBank.birth) async throws {
        let file = QuestionFile(reading: Array(text.utf8), path: "questions/birth.yaml")
        #expect(file.problems == [])
        _ = try await QuestionImportActions([#require(file.topic)], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    private func held() throws -> Int {
        let today = ROCDate.day(of: office.clock.now())
        return try office.database.readAndWait { try AmendmentStore.held(.question, today: today, in: $0) }.count
    }

    @Test func `the list names amended statutes with what rests on them and the comparison`() async throws {
        try await bank()
        try bring(SampleLaw.first)
        try bring(SampleLaw.second)
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            let page = try await guanting.get("/amendments").text
            #expect(page.contains("最近修正的法規") && page.contains("2 題：<a href=\"/questions/birth-001\">"))
            // By what it asks; the code stands below it.
            #expect(page.contains("<span class=\"code\">birth-001</span></a>") && !page.contains("\">birth-001</a>"))
            let untouched = try await guanting.get("/questions/birth-001").text
            #expect(untouched.contains("引用的條文已修正，引用部分未變。") && !untouched.contains("待複核。"))
            let touched = try await guanting.get("/questions/birth-002").text
            #expect(touched.contains("依據的法規修正過，待複核。") && !touched.contains("引用部分未變"))
            #expect(page.contains("/statutes/D0030006/comparison?from=1&amp;to=2"))
            #expect(page.contains("引用的部分修正了　1 題") && page.contains("同一條的其他部分修正了，仍可使用　1 題"))
            #expect(!page.contains("已公布、還沒有施行的修正　"))
            let home = try await guanting.get("/").text
            #expect(home.contains("1 題因法規修正待複核。") && home.contains("另有 1 題只是同一條的其他部分修正"))
            #expect(home.contains("href=\"/amendments#touched\""))
            for login in ["yachu", "shufen", "zonghan"] {
                let other = try await browser.signedIn(login)
                #expect(try await other.get("/").text.contains("因法規修正待複核") == false, "\(login)")
            }
            for login in ["yachu", "zonghan"] {
                let other = try await browser.signedIn(login)
                #expect(try await other.get("/amendments").status == 403, "\(login)")
            }
            // Who checks case studies has a part of the page, and questions are in another.
            let supervisor = try await browser.signedIn("shuhui").get("/amendments")
            #expect(supervisor.status == 200 && !supervisor.text.contains("birth-00"))
            #expect(try await browser.get("/amendments").status == 303)
        }
    }

    @Test func `a whole statute in a question is flagged by any article, linked and listed`() async throws {
        try await bank(
            SampleBank.birth.replacing("戶籍法第1條第1項", with: "戶籍法").replacing("戶籍法第14條之1", with: "民法"))
        try bring(SampleLaw.first)
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            let page = try await guanting.get("/questions/birth-001?view=editor").text
            #expect(page.contains("<a href=\"/statutes/D0030006\">戶籍法</a>"))
            let other = try await guanting.get("/questions/birth-002?view=editor").text
            #expect(other.contains("<a href=\"/statutes/D0030006/articles/1\"") && other.contains(">戶籍法第1條</a>"))
            #expect(
                other.contains("<a href=\"https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001\">民法</a>"))
            let article = try await guanting.get("/statutes/D0030006/articles/2").text
            #expect(article.contains("birth-001") && article.contains("引用整部法規") && !article.contains("birth-002"))
            let statute = try await guanting.get("/statutes/D0030006").text
            #expect(statute.contains("引用整部法規的") && statute.contains("birth-001") && !statute.contains("birth-002"))
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/statutes/D0030006").text.contains("birth-001") == false)
        }
        let law = Self.later(effective: "", text: "於三十日內").map { $0 }
        try bring(Data(String(decoding: law, as: UTF8.self).replacing("樣本登記免費", with: "樣本登記收費").utf8))
        let flags = try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }
        #expect(flags.map(\.citation) == ["戶籍法"] && flags.first?.isCitedPartTouched == true)
        #expect(try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }.isEmpty)
    }

    @Test func `whoever may takes any question out of use, flagged or not`() async throws {
        try await bank()
        try await office.test { browser in
            let link = "href=\"/questions/birth-001/retirement\""
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.get("/questions/birth-001").text.contains(link))
            #expect(try await guanting.get("/amendments").text.contains("沒有待複核的試題或條目"))
            let shufen = try await browser.signedIn("shufen")
            let page = try await shufen.get("/questions/birth-001")
            #expect(page.status == 200 && !page.text.contains(link))
        }
    }

    @Test func `an editor retires a question, once, on the record, and nobody else does`() async throws {
        try await bank()
        try bring(SampleLaw.first)
        try bring(SampleLaw.second)
        try await office.test { browser in
            let path = "/questions/birth-002/retirement"
            for login in ["yachu", "shufen", "zonghan"] {
                let other = try await browser.signedIn(login)
                #expect(try await other.get(path).status == 403, "\(login)")
                #expect(try await other.post(path).status == 403, "\(login)")
            }
            #expect(try await browser.post(path).status == 401)
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.get("/questions/birth-002").text.contains("href=\"\(path)\""))
            #expect(try await guanting.get(path).text.contains("停用這一題"))
            #expect(try await guanting.get("/questions/none/retirement").status == 404)
            #expect(try await guanting.post("/questions/none/retirement").status == 404)
            #expect(try await guanting.post(path, [("reason", "修法後不再適用")]).status == 303)
            #expect(try await guanting.post(path).status == 409)
            #expect(try await guanting.get(path).status == 409)
            let page = try await guanting.get("/questions/birth-002").text
            #expect(!page.contains("href=\"\(path)\""))
            #expect(page.contains("已停用") && page.contains("修法複核紀錄") && page.contains("陳冠廷"))
            let list = try await guanting.get("/amendments").text
            #expect(list.contains("已複核") && list.contains("已停用") && list.contains("陳冠廷"))
            #expect(page.contains("action=\"/questions/birth-002/restoration\""))
        }
        #expect(try held() == 0)
        let (state, entries) = try office.database.readAndWait { db in
            (
                try QuestionStore.question(code: "birth-002", in: db)?.state,
                try AuditStore.entries(
                    AuditFilter(action: AuditAction.questionRetirement.code), limit: 5, in: db)
            )
        }
        #expect(state == .retired && entries.map(\.subject) == ["question/birth-002"])
        #expect(entries.map(\.actor) == ["guanting"])
        #expect(entries.allSatisfy { $0.detail.contains("修法後不再適用") })
    }

    @Test func `an amendment to come is announced, and confirmed apart from what is in force`() async throws {
        try await bank()
        try bring(SampleLaw.first)
        try bring(Self.later(effective: "20261201"))
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            let home = try await guanting.get("/").text
            #expect(home.contains("戶籍法的修正115年12月1日施行，屆時 2 題待複核。"))
            #expect(!home.contains("因法規修正待複核"))
            let list = try await guanting.get("/amendments").text
            #expect(list.contains("已公布、還沒有施行的修正　2 題") && list.contains("115年12月1日起"))
            #expect(!list.contains("引用的部分修正了　"))
            let article = try await guanting.get("/statutes/D0030006/articles/1").text
            #expect(article.contains("　即將修正") && !article.contains("　待複核"))
            let page = try await guanting.get("/questions/birth-001").text
            #expect(page.contains("依據的法規將有修正") && page.contains("新條文施行後，這一題仍然正確"))
            #expect(!page.contains("對照過了"))
            // Nothing in force waits yet.
            #expect(try await guanting.post("/questions/birth-001/confirmation").status == 409)
            #expect(try await guanting.post("/questions/birth-001/confirmation", [("coming", "1")]).status == 303)
        }
        #expect(try held() == 0)
        office.advance(minutes: 10 * 24 * 60)
        #expect(try held() == 1)
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.get("/").text.contains("1 題因法規修正待複核。"))
            #expect(try await guanting.get("/questions/birth-002").text.contains("對照過了"))
            let article = try await guanting.get("/statutes/D0030006/articles/1").text
            #expect(article.contains("　待複核") && !article.contains("　即將修正"))
            #expect(try await guanting.post("/questions/birth-002/confirmation").status == 303)
        }
        #expect(try held() == 0)
    }

    @Test func `what was raised after the page was opened is not confirmed with it`() async throws {
        try await bank()
        try bring(SampleLaw.first)
        try bring(SampleLaw.second)
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            let page = try await guanting.get("/questions/birth-002").text
            let shown = try #require(page.firstMatch(of: /name="flags" value="(\d+)"/)).output.1
            try bring(Self.later(effective: ""))
            let fields = [("flags", String(shown))]
            #expect(try await guanting.post("/questions/birth-002/confirmation", fields).status == 303)
            #expect(try held() == 2)
            #expect(try await guanting.post("/questions/birth-002/confirmation", fields).status == 409)
        }
    }

    @Test func `a day that is set later moves what waits for it`() async throws {
        try await bank()
        try bring(SampleLaw.first)
        try bring(Self.later(effective: "99991231"))
        try await office.test { browser in
            let home = try await browser.signedIn("guanting").get("/").text
            #expect(home.contains("戶籍法的修正已公布，施行日期未定，屆時 2 題待複核。"))
        }
        let set = String(decoding: Self.later(effective: "20261123"), as: UTF8.self)
        try bring(Data(set.replacing("20261101", with: "20261115").utf8))
        let opens = try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }.map(\.opens)
        #expect(opens == [sampleDay(2026, 11, 23), sampleDay(2026, 11, 23)])
        #expect(try held() == 0)
        office.advance(minutes: 3 * 24 * 60)
        #expect(try held() == 2)
    }

    @Test func `a new import settles what it answers, drops or retires`() async throws {
        try await bank()
        try bring(SampleLaw.first)
        try bring(SampleLaw.second)
        // birth-001 is checked anew, birth-002 cites something else.
        try await bank(
            SampleBank.birth.replacing("      - 戶籍法第1條\n", with: "")
                .replacing("lawAsOf: 2024-10-11", with: "lawAsOf: 2026-11-20"))
        let decided = try office.database.readAndWait { try AmendmentStore.decided(.question, limit: 9, in: $0) }
        #expect(decided.map(\.settlement?.decision) == [.revised, .revised])
        #expect(try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }.isEmpty)
        try bring(Self.later(effective: ""))
        #expect(try held() == 1)
        try await bank(SampleBank.birth.replacing("level: recall\n", with: "level: recall\n    state: retired\n"))
        let open = try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }
        #expect(!open.isEmpty && open.allSatisfy { $0.citation != "戶籍法第1條第1項" })
    }

    @Test func `an unchanged bank settles nothing, and nothing that is decided comes back with it`() async throws {
        try await bank()
        try bring(SampleLaw.first)
        try bring(SampleLaw.second)
        let open = { try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) } }
        let before = try open().map(\.id)
        #expect(before.count == 2)
        #expect(try held() == 1)
        try await bank()
        #expect(try open().map(\.id) == before)
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.post("/questions/birth-001/confirmation").status == 303)
            #expect(try await guanting.post("/questions/birth-002/confirmation").status == 303)
        }
        try await bank()
        try bring(Self.later(effective: "", text: "於三十日內"))
        try await bank()
        let later = try open()
        #expect(!later.isEmpty && Set(later.map(\.version)).count == 1)
        #expect(later.allSatisfy { !before.contains($0.id) })
    }

    @Test func `a retired question is taken into use again, once, on the record, by its editors`() async throws {
        try await bank()
        try await office.test { browser in
            let path = "/questions/birth-002/restoration"
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.post(path).status == 409)
            #expect(try await guanting.post("/questions/birth-002/retirement").status == 303)
            for login in ["yachu", "shufen", "zonghan"] {
                #expect(try await browser.signedIn(login).post(path).status == 403, "\(login)")
            }
            #expect(try await browser.post(path).status == 401)
            #expect(try await guanting.post("/questions/none/restoration").status == 404)
            #expect(try await guanting.post(path).status == 303)
            #expect(try await guanting.post(path).status == 409)
            #expect(!(try await guanting.get("/questions/birth-002").text.contains("恢復使用")))
        }
        let (state, entries) = try office.database.readAndWait { db in
            (
                try QuestionStore.question(code: "birth-002", in: db)?.state,
                try AuditStore.entries(AuditFilter(action: AuditAction.questionRestoration.code), limit: 9, in: db)
            )
        }
        #expect(state == .active)
        #expect(entries.map { "\($0.actor) \($0.subject)" } == ["guanting question/birth-002"])
    }

    @Test func `a question that was retired for an amendment is flagged again when it is brought back`() async throws {
        try await bank()
        try bring(SampleLaw.first)
        try bring(SampleLaw.second)
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            for code in ["birth-001", "birth-002"] {
                #expect(try await guanting.post("/questions/\(code)/retirement").status == 303)
            }
        }
        #expect(try held() == 0)
        try await bank()
        let open = try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }
        #expect(open.map(\.isCitedPartTouched) == [false, true])
        #expect(try held() == 1)
        #expect(try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }.isEmpty)
    }

    @Test func `a decree that comes with the next amendment opens the one before`() async throws {
        try await bank()
        try bring(SampleLaw.first)
        let act = "1.中華民國九十七年五月二十八日總統令修正公布全文 5 條\\r\\n2.中華民國一百十五年十月三十一日總統令修正公布第 1 條條文；施行日期由行政院定之"
        let edition = { (modified: String, effective: String, histories: String, free: String) in
            SampleLaw.file(
                updated: modified,
                statutes: [
                    SampleLaw.statute(
                        "戶籍法", "D0030006", modified: modified, effective: effective, histories: histories,
                        articles: [
                            ("第 1 條", "樣本登記，由本人於六十日內申請之。\\r\\n前項申請，得以書面委託他人為之。"), ("第 2 條", free),
                            ("第 3 條", "逾期申請者，處樣本罰鍰。"), ("第 14-1 條", "台灣地區之樣本︰由㐂𠮷定之。"),
                        ])
                ])
        }
        try bring(edition("20261031", "99991231", act, "樣本登記免費。"))
        #expect(try held() == 0)
        let decree = "\\r\\n  中華民國一百十五年十一月五日行政院令發布第 1 條定自一百十五年十一月十日施行"
        let next = "\\r\\n3.中華民國一百十五年十一月十五日總統令修正公布第 2 條條文"
        try bring(edition("20261115", "", act + decree + next, "樣本登記收費。"))
        let opens = try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }.map(\.opens)
        #expect(opens == [sampleDay(2026, 11, 10), sampleDay(2026, 11, 10)])
        #expect(try held() == 2)
    }

    @Test func `what was checked before an amendment takes effect still waits for its day`() async throws {
        try await bank()
        try bring(SampleLaw.first)
        try bring(Self.later(effective: "20261201"))
        // Checked after the promulgation, against the law that is still in force.
        try await bank(
            SampleBank.birth.replacing("lawAsOf: 2024-10-11", with: "lawAsOf: 2026-11-20")
                .replacing("lawAsOf: 2025-01-01", with: "lawAsOf: 2026-12-01"))
        let open = try office.database.readAndWait { try AmendmentStore.open(.question, in: $0) }
        #expect(open.map(\.citation) == ["戶籍法第1條第1項"])
    }
}
