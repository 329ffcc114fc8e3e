import GRDB
import Testing

@testable import Huxue

@Suite struct RubricRoutesTests {
    static let pages = ["/rubrics", "/rubrics/new", "/rubrics/1", "/rubrics/1/edit", "/rubrics/1/trial"]
    static let posts = ["/rubrics/new", "/rubrics/1/edit", "/rubrics/1/trial"]

    private static func fields(
        _ change: (inout RubricForm) -> Void = { _ in }, seen: String = "", intent: String = "save"
    ) -> [(String, String)] {
        var form = RubricForm(SampleRubrics.plan(), code: "proposal")
        form.unit = "1"
        change(&form)
        return RubricFormTests.fields(form, seen: seen) + [("intent", intent)]
    }

    private func plans(_ office: SampleOffice) throws -> [RubricPlan] {
        try office.database.readAndWait { db in
            try RubricStore.lines(around: .everywhere, in: db).compactMap {
                try RubricStore.rubric($0.id, in: db)?.version.plan
            }
        }
    }

    // MARK: Who

    @Test func `nobody signed in sees or does anything`() async throws {
        let office = try SampleRubrics.office()
        try SampleRubrics.create(in: office)
        try await office.test { browser in
            for page in Self.pages {
                let answer = try await browser.get(page)
                #expect(answer.status == 303 && answer.location.hasPrefix("/login?next="), "\(page)")
            }
            for post in Self.posts {
                #expect([401, 403].contains(try await browser.post(post, Self.fields { $0.total = "50" }).status))
            }
        }
        #expect(try plans(office) == [SampleRubrics.plan()])
    }

    @Test(arguments: ["yachu", "shufen", "shuhui", "meiling"])
    func `without the role no page and no deed`(login: String) async throws {
        let office = try SampleRubrics.office()
        try SampleRubrics.create(in: office)
        try await office.test { browser in
            let browser = try await browser.signedIn(login)
            for page in Self.pages {
                let answer = try await browser.get(page)
                #expect([403, 404].contains(answer.status), "\(page) \(answer.status)")
                #expect(!answer.text.contains("創意提案評分表"), "\(page)")
            }
            for post in Self.posts {
                for intent in ["save", "more"] {
                    let fields = Self.fields({ ($0.total, $0.code) = ("50", "other") }, intent: intent)
                    #expect([403, 404].contains(try await browser.post(post, fields).status), "\(post)")
                }
            }
        }
        #expect(try plans(office) == [SampleRubrics.plan()])
    }

    @Test func `a unit's manager reads the office's rubric and does not change it`() async throws {
        let office = try SampleRubrics.office()
        try SampleRubrics.create(in: office)
        try await office.test { browser in
            let jian = try await browser.signedIn("jian")
            let page = try await jian.get("/rubrics/1")
            #expect(page.status == 200 && page.text.contains("創意提案評分表"))
            #expect(!page.text.contains("/rubrics/1/edit"))
            #expect(try await jian.get("/rubrics/1/edit").status == 403)
            #expect(try await jian.post("/rubrics/1/edit", Self.fields { $0.total = "50" }).status == 403)
            #expect(try await jian.post("/rubrics/new", Self.fields { $0.code = "other" }).status == 403)
        }
        #expect(try plans(office) == [SampleRubrics.plan()])
    }

    // MARK: Making and changing

    @Test(arguments: ["guanting", "zonghan"]) func `a rubric is made, shown and changed`(login: String) async throws {
        let office = try SampleRubrics.office()
        try await office.test { browser in
            let browser = try await browser.signedIn(login)
            #expect(try await browser.get("/rubrics").text.contains("還沒有評分表"))
            let made = try await browser.post("/rubrics/new", Self.fields())
            #expect(made.status == 303 && made.location == "/rubrics/1?done=created")
            // Sent twice, it is made once.
            #expect(try await browser.post("/rubrics/new", Self.fields()).location == "/rubrics/1?done=created")
            let page = try await browser.get(made.location)
            for words in ["已建立評分表。", "創新性", "30 %", "40 %", "0 到 10 分，每次 0.5 分", "沒有見過的作法", "還沒有人評分"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(try await browser.get("/rubrics").text.contains("href=\"/rubrics/1\""))
            let form = try await browser.get("/rubrics/1/edit").text
            #expect(form.contains("name=\"seen\" value=\"1.1\"") && form.contains("5：沒有見過的作法"))
            let changed = try await browser.post("/rubrics/1/edit", Self.fields({ $0.total = "50" }, seen: "1.1"))
            #expect(changed.location == "/rubrics/1?done=changed")
        }
        #expect(try plans(office) == [SampleRubrics.plan { $0.total = 50 }])
    }

    @Test func `everything wrong is shown at its field, and nothing is lost`() async throws {
        let office = try SampleRubrics.office()
        try SampleRubrics.create(in: office)
        try await office.test { browser in
            let browser = try await browser.signedIn("guanting")
            for address in ["/rubrics/new", "/rubrics/1/edit"] {
                let fields = Self.fields {
                    $0.rows[0].weight = "0"
                    $0.rows[1].levels = "沒有分數"
                    $0.rows[2].step = "3"
                    $0.title = "<b>還沒想好"
                }
                let answer = try await browser.post(address, fields)
                #expect(answer.status == 422, "\(address)")
                for anchor in ["criterion-1-weight", "criterion-2-levels", "criterion-3-step"] {
                    #expect(answer.text.contains("<a href=\"#\(anchor)\">"), "\(anchor)")
                    #expect(answer.text.contains("id=\"\(anchor)-error\""), "\(anchor)")
                }
                #expect(answer.text.contains("&lt;b&gt;還沒想好") && answer.text.contains("沒有分數"))
            }
        }
        #expect(try plans(office) == [SampleRubrics.plan()])
    }

    @Test func `who saves over another's change is told, and keeps what was typed`() async throws {
        let office = try SampleRubrics.office()
        try SampleRubrics.create(in: office)
        try await office.test { browser in
            let (guanting, zonghan) = (try await browser.signedIn("guanting"), try await browser.signedIn("zonghan"))
            _ = try await zonghan.post("/rubrics/1/edit", Self.fields({ $0.total = "50" }, seen: "1.1"))
            let refused = try await guanting.post("/rubrics/1/edit", Self.fields({ $0.total = "200" }, seen: "1.1"))
            #expect(refused.status == 409 && refused.text.contains("value=\"200\""))
            #expect(refused.text.contains("name=\"seen\" value=\"1.2\""))
            let again = try await guanting.post("/rubrics/1/edit", Self.fields({ $0.total = "200" }, seen: "1.2"))
            #expect(again.status == 303)
        }
        #expect(try plans(office) == [SampleRubrics.plan { $0.total = 200 }])
    }

    @Test func `criteria are added and taken away without the script`() async throws {
        let office = try SampleRubrics.office()
        try await office.test { browser in
            let browser = try await browser.signedIn("guanting")
            let more = try await browser.post("/rubrics/new", Self.fields(intent: "more"))
            #expect(more.status == 200 && more.text.contains("id=\"criterion-4-name\""))
            let less = try await browser.post("/rubrics/new", Self.fields(intent: "remove-1"))
            #expect(less.status == 200 && !less.text.contains("創新性") && !less.text.contains("id=\"criterion-3-name\""))
        }
        #expect(try plans(office).isEmpty)
    }

    @Test(arguments: RubricFile.samples) func `a form begins from a rubric that comes with the program`(
        name: String
    ) async throws {
        let office = try SampleRubrics.office()
        try await office.test { browser in
            let browser = try await browser.signedIn("guanting")
            let page = try await browser.get("/rubrics/new?from=\(name)")
            #expect(page.status == 200 && page.text.contains("value=\"\(name)\""))
            #expect(page.text.contains("id=\"criterion-4-name\""))
            #expect(try await browser.get("/rubrics/new?from=../samples/staff").status == 200)
        }
    }

    // MARK: Trying out

    @Test func `a sheet that is tried out is judged, counted and not kept`() async throws {
        let office = try SampleRubrics.office()
        try SampleRubrics.create(in: office)
        try await office.test { browser in
            let browser = try await browser.signedIn("guanting")
            let blank = try await browser.get("/rubrics/1/trial").text
            #expect(blank.contains("已評 0 項，共 3 項") && blank.contains("data-score-total=\"100\""))
            let half = try await browser.post("/rubrics/1/trial", [("points-1", "4"), ("points-3", "7.3")])
            #expect(half.status == 422)
            for anchor in ["points-2", "points-3", "comment-2"] {
                #expect(half.text.contains("<a href=\"#\(anchor)\">"), "\(anchor)")
            }
            #expect(half.text.contains("value=\"7.3\"") && half.text.contains("<output data-score-sum>24</output>"))
            let whole = try await browser.post(
                "/rubrics/1/trial",
                [("points-1", "4"), ("points-2", "3"), ("points-3", "７.５"), ("comment-2", "可以")])
            #expect(whole.status == 200 && whole.text.contains("總分 72／100 分。"))
            #expect(whole.text.contains("value=\"4\" data-points aria-keyshortcuts=\"4\" checked"))
        }
        let sheets = try office.database.readAndWait {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM scoreSheet")
        }
        #expect(sheets == 0)
    }
}
