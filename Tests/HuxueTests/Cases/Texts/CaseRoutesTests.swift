import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// Case studies on pages: as an author, a checker, a colleague, the wrong person and nobody.
@Suite struct CaseRoutesTests {
    private let sample: SampleCases

    init() throws {
        sample = try SampleCases()
    }

    private static func fields(
        _ form: CaseForm, _ intent: String, base: Int = 0, key: String = String(repeating: "a", count: 32)
    ) -> [(String, String)] {
        form.values.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.rawValue, $0.value) }
            + [("intent", intent), ("base", "\(base)"), ("draft", key), ("seen", "")]
    }

    /// Every page and act below a case study.
    private static func routes(_ id: ID<CaseStudy>) -> [(isPage: Bool, uri: String, fields: [(String, String)])] {
        [
            (true, "/cases/\(id)", []), (true, "/cases/\(id)/edit", []),
            (false, "/cases/\(id)/edit", fields(SampleCases.form(), "save", base: 1)),
            (false, "/cases/\(id)/edit", fields(SampleCases.form(), "draft", base: 1)),
            (true, "/cases/\(id)/revisions", []), (true, "/cases/\(id)/revisions/1", []),
            (true, "/cases/\(id)/comparison", []), (false, "/cases/\(id)/submission", []),
            (false, "/cases/\(id)/discussion", [("unit", "1")]),
            (false, "/cases/\(id)/return", [("reason", "缺")]),
            (false, "/cases/\(id)/conclusion", [("conclusion", "結論"), ("revision", "1")]),
            (true, "/cases/\(id)/publication", []),
            (false, "/cases/\(id)/publication", [("unit", "1"), ("revision", "1")]),
            (true, "/cases/\(id)/retirement", []), (false, "/cases/\(id)/retirement", [("reason", "過時")]),
            (false, "/cases/\(id)/confirmation", []), (true, "/cases/\(id)/readings", []),
        ] + everybodys(id)
    }

    /// What whoever reads it may do in its time.
    private static func everybodys(_ id: ID<CaseStudy>) -> [(isPage: Bool, uri: String, fields: [(String, String)])] {
        [
            (false, "/cases/\(id)/comments", [("comment", "意見")]), (false, "/cases/\(id)/comments/1/removal", []),
            (false, "/cases/\(id)/vote", [("vote", "yes"), ("conclusion", "1")]),
            (false, "/cases/\(id)/proposal", [("proposal", "草案")]),
            (false, "/cases/\(id)/follow-up", [("kind", "faq")]), (false, "/cases/\(id)/reading", []),
        ]
    }

    @Test func `for the wrong person there is no such case, and nothing changes`() async throws {
        let (draft, submitted) = (try sample.add(), try sample.add(isSubmitted: true))
        let before = [try sample.study(draft), try sample.study(submitted)]
        try await sample.office.test { browser in
            for login in ["jian", "shufen", "guanting", "zonghan"] {
                let person = try await browser.signedIn(login)
                for route in [draft, submitted].flatMap(Self.routes) {
                    let answer =
                        route.isPage ? try await person.get(route.uri) : try await person.post(route.uri, route.fields)
                    #expect(answer.status == 404, "\(login) \(route.uri)")
                    #expect(!answer.text.contains("漏收證明文件"), "\(login) \(route.uri)")
                }
                let preview = Self.fields(SampleCases.form(), "preview", key: "case-\(draft)")
                let shown = try await person.post("/cases/preview", preview)
                #expect(shown.status == 404, "\(login)")
            }
            // A draft is its authors' alone; what was submitted is not for its checkers to write.
            let shuhui = try await browser.signedIn("shuhui")
            for route in Self.routes(draft) {
                let answer =
                    route.isPage ? try await shuhui.get(route.uri) : try await shuhui.post(route.uri, route.fields)
                #expect(answer.status == 404, "\(route.uri)")
            }
            let edit = try await shuhui.get("/cases/\(submitted)/edit")
            let submission = try await shuhui.post("/cases/\(submitted)/submission")
            #expect(edit.status == 403 && submission.status == 403)
        }
        let after = [try sample.study(draft), try sample.study(submitted)]
        #expect(after == before)
    }

    @Test func `a colleague reads what is open, and does nothing to it`() async throws {
        let id = try sample.add(isSubmitted: true)
        try sample.advance(id, to: .published)
        try await sample.office.test { browser in
            let shufen = try await browser.signedIn("shufen")
            let page = try await shufen.get("/cases/\(id)")
            #expect(page.status == 200 && page.text.contains("應先核對證明文件") && !page.text.contains("退回"))
            let others = Set(Self.everybodys(id).map(\.uri))
            for route in Self.routes(id).dropFirst() where !others.contains(route.uri) {
                let answer =
                    route.isPage ? try await shufen.get(route.uri) : try await shufen.post(route.uri, route.fields)
                let isVersions = route.uri.contains("revisions") || route.uri.contains("comparison")
                #expect(answer.status == (isVersions ? 404 : 403), "\(route.uri)")
            }
            let list = try await shufen.get("/cases?kind=error&subject=\(Address.encoded("戶籍登記"))").text
            let none = try await shufen.get("/cases?kind=doubt").text
            #expect(list.contains("遷入登記漏收證明文件") && !none.contains("/cases/\(id)\""))
        }
    }

    @Test func `nobody is sent to sign in`() async throws {
        let id = try sample.add()
        try await sample.office.test { browser in
            let more: [(Bool, String)] = [
                (true, "/cases"), (true, "/cases/new"), (false, "/cases/new"), (false, "/cases/preview"),
                (true, "/cases/colleagues"), (true, "/cases/drafts/x/removal"), (false, "/cases/drafts/x/removal"),
            ]
            for (isPage, uri) in Self.routes(id).map({ ($0.isPage, $0.uri) }) + more {
                let answer = isPage ? try await browser.get(uri) : try await browser.post(uri, [("x", "1")])
                #expect(answer.status == (isPage ? 303 : 401), "\(uri)")
            }
        }
    }

    @Test func `a case goes from the editor to its readers, and looks at what is not open are on record`() async throws
    {
        let section = try sample.unit("登記一課")
        try await sample.office.test { browser in
            let (yachu, shuhui) = (try await browser.signedIn("yachu"), try await browser.signedIn("shuhui"))
            let blank = try await yachu.get("/cases/new")
            #expect(blank.status == 200 && blank.text.contains("林雅筑（A01） 100%"))
            let preview = try await yachu.post("/cases/new", Self.fields(SampleCases.form(), "preview"))
            #expect(preview.status == 200 && preview.text.contains("發生過程"))
            let draft = try await yachu.post("/cases/new", Self.fields(SampleCases.form(), "draft"))
            #expect(draft.status == 303 && draft.location.contains("done=draftKept"))
            let wrong = try await yachu.post("/cases/new", Self.fields(CaseForm([.title: "名稱"]), "submit"))
            #expect(wrong.status == 422 && wrong.text.contains("請填「發生過程」"))
            let saved = try await yachu.post("/cases/new", Self.fields(SampleCases.form(), "submit"))
            #expect(saved.status == 303 && saved.location.hasSuffix("?done=submitted"))
            let address = String(saved.location.prefix { $0 != "?" })
            let twice = try await yachu.post("\(address)/submission")
            #expect(twice.status == 409)
            let home = try await shuhui.get("/").text
            #expect(home.contains("1 個案例等您檢查個人資料"))
            let page = try await shuhui.get(address)
            #expect(page.status == 200 && page.text.contains("沒有個人資料，開放討論"))
            let mute = try await shuhui.post("\(address)/return", [("reason", " ")])
            #expect(mute.status == 422 && mute.text.contains("請寫明理由"))
            let passed = try await shuhui.post("\(address)/discussion", [("unit", section)])
            #expect(passed.location.hasSuffix("?done=passed"))
            let concluded = try await shuhui.post(
                "\(address)/conclusion", [("conclusion", "應先核對。"), ("revision", "1")])
            #expect(concluded.location.hasSuffix("?done=concluded"))
            let publication = try await shuhui.get("\(address)/publication")
            #expect(publication.status == 200 && publication.text.contains("應先核對。"))
            let stale = try await shuhui.post("\(address)/publication", [("unit", section), ("revision", "1")])
            #expect(stale.status == 409 && stale.text.contains("沒有發布"))
            let published = try await shuhui.post("\(address)/publication", [("unit", section), ("revision", "2")])
            #expect(published.location.hasSuffix("?done=published"))
            let found = try await browser.signedIn("shufen").get("/search?q=\(Address.encoded("漏收證明"))").text
            #expect(found.contains(address))
            let own = try await yachu.post("\(address)/retirement", [("reason", "過時")])
            #expect(own.status == 403)
            let retired = try await shuhui.post("\(address)/retirement", [("reason", "過時")])
            #expect(retired.status == 303)
            let gone = try await browser.signedIn("shufen").get(address)
            #expect(gone.status == 404)
        }
        let looks = try sample.audited(.caseReading)
        #expect(looks == 1)
    }

    @Test func `an attachment opens to those who may see a case that shows it`() async throws {
        let section = try sample.unit("登記一課")
        let key = String(repeating: "d", count: 32)
        try await sample.office.test { browser in
            let (yachu, shufen) = (try await browser.signedIn("yachu"), try await browser.signedIn("shufen"))
            let (shuhui, jian) = (try await browser.signedIn("shuhui"), try await browser.signedIn("jian"))
            let sent = try await yachu.upload(
                "/cases/attachments", file: SampleFiles.pdf, name: "steps.pdf", [("caseDraft", key)])
            #expect(sent.status == 303 && sent.location.hasPrefix("/cases/new?draft=\(key)"))
            let editor = try await yachu.get(sent.location)
            #expect(editor.text.contains("steps.pdf</textarea>"))
            // Nobody opens it by writing its name.
            var stolen = SampleCases.form("A02 100%")
            stolen[.attachments] = "steps.pdf"
            let refused = try await jian.post("/cases/new", Self.fields(stolen, "save"))
            #expect(refused.status == 422 && refused.text.contains("不是您上傳的"))
            var form = SampleCases.form()
            form[.attachments] = "steps.pdf"
            let saved = try await yachu.post("/cases/new", Self.fields(form, "submit", key: key))
            #expect(saved.location.hasSuffix("done=submitted"))
            let address = String(saved.location.prefix { $0 != "?" })
            let (early, checked) = (
                try await shufen.get("/attachments/steps.pdf"), try await shuhui.get("/attachments/steps.pdf")
            )
            #expect(early.status == 404 && checked.status == 200)
            let passed = try await shuhui.post("\(address)/discussion", [("unit", section)])
            #expect(passed.status == 303)
            let (open, other) = (
                try await shufen.get("/attachments/steps.pdf"), try await jian.get("/attachments/steps.pdf")
            )
            #expect(open.status == 200 && other.status == 404)
        }
    }
}
