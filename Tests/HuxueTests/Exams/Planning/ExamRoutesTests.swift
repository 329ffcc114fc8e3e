import GRDB
import Testing

@testable import Huxue

@Suite struct ExamRoutesTests {
    /// The fields that a browser sends for the form of a good exam.
    static func fields(_ changes: [String: String] = [:], without: Set<String> = []) -> [(String, String)] {
        var fields: [(String, String)] = [
            ("unit", "1"), ("title", "115年第4季法令小考"), ("kind", "quarterlyQuiz"), ("opens", "115/11/21 08:00"),
            ("closes", "115/11/21 17:30"), ("minutes", "30"), ("passMark", "70"), ("attempts", "1"),
            ("draw", "perExaminee"), ("layout", "onePage"), ("results", "afterClose"), ("shuffleQuestions", "1"),
            ("shuffleChoices", "1"), ("topics", "出生登記"), ("cell-0-recall", "2"), ("cell-0-understand", ""),
            ("cell-0-apply", ""), ("cell-0-any", ""), ("topics", "遷徙登記"), ("cell-1-recall", ""), ("cell-1-any", "3"),
            ("codes", ""), ("units", "全所"), ("employees", ""), ("except", ""), ("intent", "save"),
        ]
        fields.removeAll { without.contains($0.0) }
        return fields.map { ($0.0, changes[$0.0] ?? $0.1) }
            + changes.filter { change in !fields.contains { $0.0 == change.key } }.map { ($0.key, $0.value) }
    }

    static func office() async throws -> SampleOffice {
        let office = try SampleOffice()
        try await SampleExams.fill(office)
        return office
    }

    static func exams(_ office: SampleOffice) throws -> [Exam] {
        try office.database.readAndWait { try ExamStore.all(within: .everywhere, in: $0) }
    }

    static func insert(_ office: SampleOffice, publish: Bool = true, _ plan: ExamPlan = SampleExams.plan()) throws
        -> Exam
    {
        let now = office.clock.now()
        return try office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            let id = try ExamPlanActions.insert(plan, unit: root.id, seed: ExamStoreTests.seed, now: now, in: db)
            if publish { try ExamStateActions.publish(id, now: now, in: db) }
            return try ExamStore.require(id, in: db)
        }
    }

    static func auditActions(_ office: SampleOffice, subject: String) throws -> [String] {
        try office.database.readAndWait { db in
            try AuditStore.entries(AuditFilter(search: subject), limit: 100, in: db).reversed().map(\.action)
        }
    }

    // MARK: Who

    static let pages = [
        "/manage/exams", "/manage/exams/new", "/manage/exams/1", "/manage/exams/1/edit", "/manage/exams/1/paper",
        "/manage/exams/1/publication", "/manage/exams/1/closure", "/manage/exams/1/release",
        "/manage/exams/1/deletion", "/manage/exams/1/extension", "/manage/exams/1/examinees",
        "/manage/exams/1/examinees/1", "/manage/exams/1/results", "/manage/exams/1/results/export", "/manage/results",
        "/manage/results/1", "/manage/results/1/export", "/manage/employees/1/results", "/manage/programme",
    ]
    static let posts = [
        "/manage/exams", "/manage/exams/1", "/manage/exams/1/publication", "/manage/exams/1/closure",
        "/manage/exams/1/release", "/manage/exams/1/deletion", "/manage/exams/1/extension",
        "/manage/exams/1/examinees/1", "/manage/programme", "/manage/results", "/manage/results/1/reminder",
    ]

    @Test func `nobody signed in sees or does anything`() async throws {
        let office = try await Self.office()
        let exam = try Self.insert(office, publish: false)
        try await office.test { browser in
            for page in Self.pages {
                let answer = try await browser.get(page)
                #expect(answer.status == 303, "\(page)")
                #expect(answer.location.hasPrefix("/login?next="), "\(page)")
            }
            for post in Self.posts {
                let answer = try await browser.post(post, Self.fields())
                #expect(answer.status == 401 || answer.status == 403, "\(post) \(answer.status)")
            }
        }
        #expect(try Self.exams(office) == [exam])
    }

    @Test(arguments: ["yachu", "guanting", "zonghan"]) func `without the role no page and no deed`(
        login: String
    ) async throws {
        let office = try await Self.office()
        let exam = try Self.insert(office)
        try await office.test { browser in
            let browser = try await browser.signedIn(login)
            for page in Self.pages {
                let answer = try await browser.get(page)
                #expect(answer.status == 403 || answer.status == 404, "\(page) \(answer.status)")
                #expect(!answer.text.contains(exam.plan.title), "\(page)")
            }
            for post in Self.posts {
                let answer = try await browser.post(post, Self.fields(["extraMinutes": "10"]))
                #expect(answer.status == 403 || answer.status == 404, "\(post) \(answer.status)")
            }
        }
        #expect(try Self.exams(office) == [exam])
        #expect(try office.database.readAndWait { try AccommodationStore.all(of: exam.id, in: $0) }.isEmpty)
    }

    @Test func `another unit's manager finds no exam of this unit`() async throws {
        let office = try await Self.office()
        let exam = try Self.insert(office)
        let now = office.clock.now()
        try await office.database.write { db in
            let person = try #require(try EmployeeStore.member(login: "jian", in: db))
            _ = try GrantStore.insert(
                .examManager, at: person.employee.unitID, for: person.employee.id, now: now, in: db)
        }
        try await office.test { browser in
            let browser = try await browser.signedIn("jian")
            for page in Self.pages where page.contains("/1") && !page.contains("results") {
                #expect(try await browser.get(page).status == 404, "\(page)")
            }
            for post in Self.posts where post.contains("/1") && !post.contains("results") {
                #expect(try await browser.post(post, Self.fields()).status == 404, "\(post)")
            }
            // Holding an exam at the whole office is refused, at the own branch it is not.
            #expect(try await browser.post("/manage/exams", Self.fields()).status == 403)
            let unit = try #require(try office.visitor("jian")).unitID
            #expect(try await browser.post("/manage/exams", Self.fields(["unit": "\(unit)"])).status == 303)
            // The results of the office's exam are narrowed to the people of the branch.
            let results = try await browser.get("/manage/exams/1/results")
            #expect(results.status == 200)
            #expect(results.text.contains("詹𠮷安") && !results.text.contains("林雅筑"))
        }
        #expect(try Self.exams(office).contains(exam))
    }

    @Test func `a supervisor sees who of the section is missing, without scores`() async throws {
        let office = try await Self.office()
        _ = try Self.insert(office)
        try await office.test { browser in
            let browser = try await browser.signedIn("shuhui")
            #expect(try await browser.get("/manage/results").text.contains("115年第4季法令測驗"))
            let page = try await browser.get("/manage/results/1")
            #expect(page.status == 200)
            #expect(page.text.contains("林雅筑") && !page.text.contains("黃美玲"))
            #expect(try await browser.get("/manage/exams/1/results").status == 403)
            #expect(try await browser.get("/manage/exams/1/results/export").status == 403)
            #expect(try await browser.get("/manage/employees/1/results").status == 403)
            #expect(try await browser.get("/manage/exams/1").status == 404)
        }
        #expect(try Self.auditActions(office, subject: "exam/1") == ["exam.results.view"])
    }

    // MARK: Planning

    @Test func `a draft is planned, changed and published in the browser`() async throws {
        let office = try await Self.office()
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            #expect(try await browser.get("/manage/exams").text.contains("還沒有測驗"))
            let blank = try await browser.get("/manage/exams/new").text
            #expect(blank.contains("name=\"topics\" value=\"出生登記\"") && blank.contains("可用 4"))
            let created = try await browser.post("/manage/exams", Self.fields())
            #expect((created.status, created.location) == (303, "/manage/exams/1?done=created"))
            let page = try await browser.get("/manage/exams/1").text
            #expect(page.contains("這是草稿") && page.contains("發布測驗"))
            #expect(try await browser.get("/manage/exams/1/edit").text.contains("value=\"115年第4季法令小考\""))
            #expect(
                try await browser.post("/manage/exams/1", Self.fields(["minutes": "40"])).location
                    == "/manage/exams/1?done=changed")
            let question = try await browser.get("/manage/exams/1/publication").text
            #expect(question.contains("5 題，40 分鐘") && question.contains("應試</dt><dd>7 人"))
            #expect(try await browser.post("/manage/exams/1/publication").location == "/manage/exams/1?done=published")
            #expect(try await browser.get("/manage/exams/1").text.contains("<span class=\"name\">未開始</span>"))
        }
        let exam = try #require(try Self.exams(office).first)
        #expect(exam.state == .published)
        #expect(
            exam.plan
                == SampleExams.plan {
                    $0.title = "115年第4季法令小考"
                    $0.minutes = 40
                })
        #expect(
            try Self.auditActions(office, subject: "exam/1") == ["exam.creation", "exam.change", "exam.publication"])
    }

    @Test func `a form sent twice makes one exam`() async throws {
        let office = try await Self.office()
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            for _ in 0..<3 {
                #expect(
                    try await browser.post("/manage/exams", Self.fields()).location == "/manage/exams/1?done=created")
            }
            #expect(try await browser.post("/manage/exams/1/publication").status == 303)
            #expect(try await browser.post("/manage/exams/1/publication").status == 409)
        }
        #expect(try Self.exams(office).count == 1)
    }

    @Test func `a published exam is not changed, deleted or published again`() async throws {
        let office = try await Self.office()
        let exam = try Self.insert(office)
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            #expect(try await browser.post("/manage/exams/1", Self.fields(["minutes": "99"])).status == 409)
            for page in ["edit", "deletion", "publication"] {
                #expect(try await browser.get("/manage/exams/1/\(page)").status == 409)
            }
            #expect(try await browser.post("/manage/exams/1/deletion").status == 409)
        }
        #expect(try Self.exams(office) == [exam])
    }

    @Test func `a draft can be deleted`() async throws {
        let office = try await Self.office()
        _ = try Self.insert(office, publish: false)
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            #expect(try await browser.get("/manage/exams/1/deletion").text.contains("刪除這份草稿？"))
            let deleted = try await browser.post("/manage/exams/1/deletion")
            #expect(deleted.location == "/manage/exams?done=deleted")
            #expect(try await browser.get(deleted.location).text.contains(Self.status("已刪除草稿。")))
            #expect(try await browser.post("/manage/exams/1/deletion").status == 404)
        }
        #expect(try Self.exams(office).isEmpty)
    }

    @Test func `what is wrong is said at its field and nothing typed is lost`() async throws {
        let office = try await Self.office()
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            let answer = try await browser.post(
                "/manage/exams",
                Self.fields([
                    "title": "", "minutes": "三十", "closes": "115/11/20 17:30", "cell-0-recall": "x",
                    "employees": "A01 𡘙", "except": "'><b>",
                ]))
            #expect(answer.status == 422)
            let page = answer.text
            #expect(page.contains("有 6 處需要修正，其他內容已保留"))
            for anchor in ["#title", "#minutes", "#closes", "#blueprint"] {
                #expect(page.contains("href=\"\(anchor)\""), "\(anchor)")
            }
            #expect(page.contains("value=\"三十\"") && page.contains("value=\"115/11/20 17:30\""))
            #expect(page.contains("value=\"x\"") && page.contains("A01 𡘙") && page.contains("&#39;&gt;&lt;b&gt;"))
            let unknown = try await browser.post(
                "/manage/exams", Self.fields(["employees": "A01 Z99", "units": "臺北市"]))
            #expect(unknown.status == 422)
            #expect(unknown.text.contains("沒有員工編號或姓名是「Z99」的同仁") && unknown.text.contains("單位「臺北市」不在主辦單位之內"))
        }
        #expect(try Self.exams(office).isEmpty)
    }

    @Test func `checking the bank shows what is short and saves nothing`() async throws {
        let office = try await Self.office()
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            let good = try await browser.post("/manage/exams", Self.fields(["intent": "check"]))
            #expect(good.status == 200 && good.text.contains("題庫足夠。"))
            let short = try await browser.post(
                "/manage/exams",
                Self.fields(["intent": "check", "cell-0-apply": "9", "codes": "birth-001, none", "title": ""]))
            #expect(short.text.contains("出生登記　應用：要 9 題，題庫可用 4 題，不足 5 題"))
            #expect(short.text.contains("指定的試題不在題庫或已停用：none"))
            #expect(short.text.contains("data-short>不足 5<") && short.text.contains("value=\"9\""))
        }
        #expect(try Self.exams(office).isEmpty)
    }

    @Test func `a bank too small refuses publication and names the cells`() async throws {
        let office = try await Self.office()
        _ = try Self.insert(
            office, publish: false, SampleExams.plan { $0.blueprint = [.cell(topic: "出生登記", level: .apply, count: 9)] })
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            let asked = try await browser.get("/manage/exams/1/publication").text
            #expect(asked.contains("出生登記　應用：要 9 題") && !asked.contains("action=\"/manage/exams/1/publication\""))
            let done = try await browser.post("/manage/exams/1/publication")
            #expect(done.status == 409 && done.text.contains("出生登記　應用：要 9 題，題庫可用 4 題，不足 5 題"))
        }
        #expect(try Self.exams(office).first?.state == .draft)
    }

    static let hostile = [
        "<script>alert(1)</script>", "'; DROP TABLE exam; --", "𠮷㐂𡘙", "\u{202E}abc", "%00", "-1", "0",
        "9223372036854775807", "99999999999999999999", "1e9", "１２", "null", "全所/..",
        String(repeating: "長", count: 5000),
    ]

    @Test(arguments: hostile) func `hostile text in any field is answered, never a fault`(text: String) async throws {
        let office = try await Self.office()
        _ = try Self.insert(office)
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            for name in Set(Self.fields().map(\.0)) {
                let answer = try await browser.post("/manage/exams", Self.fields([name: text]))
                #expect([200, 303, 403, 404, 422].contains(answer.status), "\(name) \(answer.status)")
                #expect(!answer.text.contains("<script>alert"))
            }
            for (path, field) in [
                ("extension", "closes"), ("examinees/1", "extraMinutes"), ("examinees/1", "opens"),
            ] {
                let answer = try await browser.post("/manage/exams/1/\(path)", [(field, text)])
                #expect(answer.status < 500, "\(path) \(answer.status)")
            }
            let encoded = Address.encoded(text)
            for page in [
                "/manage/exams?year=\(encoded)", "/manage/exams/1/paper?seed=\(encoded)",
                "/manage/exams/1/results?q=\(encoded)&sort=\(encoded)&page=\(encoded)&state=\(encoded)",
                "/manage/exams/1/examinees?q=\(encoded)&unit=\(encoded)&page=\(encoded)", "/manage/exams/\(encoded)",
                "/manage/programme?year=\(encoded)&unit=\(encoded)",
            ] {
                let answer = try await browser.get(page)
                #expect(answer.status < 500, "\(page) \(answer.status)")
                #expect(!answer.text.contains("<script>alert"))
            }
        }
    }

    @Test func `a check of the bank says what of the blueprint cannot be read`() async throws {
        let office = try await Self.office()
        let many = (1...5000).map { "q\($0)" }.joined(separator: " ")
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            for (field, value, words) in [
                ("cell-0-recall", "abc", "細目表每一格請填"), ("cell-0-recall", "-1", "細目表每一格請填"),
                ("cell-0-recall", "9999999999999999999", "細目表每一格請填"), ("codes", many, "一份試卷最多 200 題"),
            ] {
                let answer = try await browser.post("/manage/exams", Self.fields([field: value, "intent": "check"]))
                #expect(answer.status == 422 && answer.text.contains(words), "\(field)")
                #expect(!answer.text.contains("題庫足夠"))
                #expect(answer.text.contains(value.prefix(100)))
            }
            // What is not of the blueprint can wait.
            let untitled = try await browser.post("/manage/exams", Self.fields(["title": "", "intent": "check"]))
            #expect(untitled.status == 200 && untitled.text.contains("題庫足夠"))
        }
        #expect(try Self.exams(office) == [])
    }

    @Test func `numbers and years beyond all bounds are answered`() async throws {
        let office = try await Self.office()
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            for value in ["9999999999999999999", "9223372036854775807", "-9223372036854775808", "1e9", "٣٠", ""] {
                for field in ["minutes", "passMark", "attempts", "cell-1-any"]
                where field != "cell-1-any" || value != "" {
                    let answer = try await browser.post("/manage/exams", Self.fields([field: value]))
                    #expect(answer.status == 422, "\(field) \(value)")
                }
            }
            let far = Self.fields(["opens": "8088/12/31 08:00", "closes": "8088/12/31 23:59", "minutes": "600"])
            #expect(try await browser.post("/manage/exams", far).status == 303)
            #expect(try await browser.post("/manage/exams/1/publication").status == 303)
            for page in Self.pages + ["/manage/exams?year=8088", "/manage/programme?year=8088", "/exams", "/exams/1"] {
                #expect(try await browser.get(page).status < 500, "\(page)")
            }
            let visitor = try #require(try office.visitor("yachu"))
            for value in ["9999999999999999999", "9223372036854775807", "-1", "601"] {
                let answer = try await browser.post(
                    "/manage/exams/1/examinees/\(visitor.employee)", [("extraMinutes", value)])
                #expect(answer.status == 422, "\(value)")
            }
            let most = [
                ("extraMinutes", "600"), ("makeUp", "1"), ("opens", "8088/12/31 08:00"), ("closes", "8088/12/31 23:59"),
            ]
            #expect(try await browser.post("/manage/exams/1/examinees/\(visitor.employee)", most).status == 303)
            #expect(try await browser.post("/manage/exams/1/closure").status == 303)
            for page in Self.pages { #expect(try await browser.get(page).status < 500, "\(page)") }
        }
    }

    @Test func `who looks at the examinees is recorded, and every deed by its own name`() async throws {
        let office = try await Self.office()
        _ = try Self.insert(office)
        let draft = try Self.insert(office, publish: false, SampleExams.plan { $0.title = "草稿" })
        let visitor = try #require(try office.visitor("yachu"))
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            _ = try await browser.get("/manage/exams/1/examinees")
            _ = try await browser.get("/manage/exams/1/examinees/\(visitor.employee)")
            #expect(
                try await browser.post("/manage/exams/1/extension", [("closes", "115/11/25 17:30")]).status == 303)
            #expect(try await browser.post("/manage/exams/\(draft.id)/deletion").status == 303)
        }
        #expect(
            try Self.auditActions(office, subject: "exam/1") == [
                "exam.results.view", "exam.results.view", "exam.extension",
            ])
        #expect(try Self.auditActions(office, subject: "exam/\(draft.id)") == ["exam.deletion"])
    }

    // MARK: Conducting

    @Test func `closing hands in what is open and keeps the roster`() async throws {
        let office = try await Self.office()
        let exam = try Self.insert(office)
        let visitor = try #require(try office.visitor("yachu"))
        let now = office.clock.now()
        let attempt = try await office.database.write { db in
            try AttemptActions.begin(
                exam: exam.id, address: "0123456789012345678901",
                by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: db)
        }
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            let page = try await browser.get("/manage/exams/1/closure").text
            #expect(page.contains("1 位正在作答") && page.contains("6 位尚未開始"))
            #expect(try await browser.post("/manage/exams/1/closure").location == "/manage/exams/1?done=closed")
            #expect(try await browser.post("/manage/exams/1/closure").status == 409)
            #expect(try await browser.get("/manage/exams/1/closure").status == 409)
        }
        let ended = try office.database.readAndWait {
            try AttemptStore.find(address: attempt.address, employee: visitor.employee, in: $0)
        }
        #expect(ended?.submittedBy == .closure)
        #expect(try Self.exams(office).first?.state == .closed)
    }

    @Test func `the end is moved later, never earlier`() async throws {
        let office = try await Self.office()
        _ = try Self.insert(office)
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            #expect(try await browser.get("/manage/exams/1/extension").text.contains("value=\"115/11/21 17:30\""))
            for text in ["", "明天", "115/11/21 17:00", "115/11/21 17:30"] {
                let answer = try await browser.post("/manage/exams/1/extension", [("closes", text)])
                #expect(answer.status == 422, "\(text)")
                #expect(answer.text.contains("value=\"\(text)\""))
            }
            #expect(
                try await browser.post("/manage/exams/1/extension", [("closes", "115/11/25 17:30")]).status == 303)
        }
        #expect(try Self.exams(office).first?.plan.closes == moment("2026-11-25T17:30"))
    }

    @Test func `results are announced once, after the end`() async throws {
        let office = try await Self.office()
        let exam = try Self.insert(office, SampleExams.plan { $0.results = .whenAnnounced })
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            #expect(try await browser.get("/manage/exams/1/release").status == 409)
            #expect(try await browser.post("/manage/exams/1/release").status == 409)
            #expect(try await browser.post("/manage/exams/1/closure").status == 303)
            #expect(try await browser.get("/manage/exams/1").text.contains("成績還沒有公布"))
            #expect(try await browser.post("/manage/exams/1/release").status == 303)
            #expect(try await browser.post("/manage/exams/1/release").status == 409)
        }
        let announced = try office.database.readAndWait { try ExamStore.require(exam.id, in: $0).releasedAt }
        #expect(announced == office.clock.now())
    }

    @Test func `a person gets extra time, an excuse or a make-up window, and no reason is asked`() async throws {
        let office = try await Self.office()
        let exam = try Self.insert(office)
        let visitor = try #require(try office.visitor("yachu"))
        let address = "/manage/exams/1/examinees/\(visitor.employee)"
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            let form = try await browser.get(address).text
            #expect(form.contains("林雅筑") && !form.contains("name=\"reason\""))
            let done = try await browser.post(
                address,
                [
                    ("extraMinutes", "15"), ("isExcused", "1"), ("makeUp", "1"), ("opens", "115/11/25 09:00"),
                    ("closes", "115/11/25 12:00"),
                ])
            #expect(done.location == "/manage/exams/1/examinees?done=accommodated&person=\(visitor.employee)")
            let list = try await browser.get(done.location).text
            #expect(list.contains(Self.status("已儲存林雅筑的請假、補考、延長時間：請假，延長 15 分鐘，補考 11/25")))
            #expect(list.contains("請假，延長 15 分鐘，補考 11/25"))
            let wrong = try await browser.post(
                address, [("makeUp", "1"), ("opens", "115/11/25 09:00"), ("closes", "")])
            #expect(wrong.status == 422 && wrong.text.contains("value=\"115/11/25 09:00\""))
            #expect(try await browser.post("/manage/exams/1/examinees/999", [("extraMinutes", "5")]).status == 404)
        }
        #expect(
            try office.database.readAndWait { try AccommodationStore.all(of: exam.id, in: $0) } == [
                Accommodation(
                    examID: exam.id, employeeID: visitor.employee, extraMinutes: 15, isExcused: true,
                    opens: moment("2026-11-25T09:00"), closes: moment("2026-11-25T12:00"))
            ])
    }

    @Test func `a sample paper can be seen again by its number`() async throws {
        let office = try await Self.office()
        _ = try Self.insert(office, publish: false)
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            func stems(_ page: String) -> [String] {
                page.split(separator: "<span class=\"stem\">").dropFirst().map { String($0.prefix(8)) }
            }
            let first = try await browser.get("/manage/exams/1/paper?seed=7").text
            #expect(stems(first).count == 5)
            #expect(stems(first) == stems(try await browser.get("/manage/exams/1/paper?seed=7").text))
            #expect(stems(first) != stems(try await browser.get("/manage/exams/1/paper?seed=8").text))
            #expect(first.contains("正確答案"))
        }
    }

    @Test func `whoever opens the preview is told first that they are named`() async throws {
        let office = try await Self.office()
        _ = try Self.insert(office)
        let viewer = try #require(try office.visitor("shufen")).employee
        @Sendable func disclosures() throws -> Int {
            try office.database.readAndWait { try KeyDisclosureStore.all(of: [viewer], in: $0).count }
        }
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            let question = try await browser.get("/manage/exams/1/paper").text
            #expect(question.contains("看過的人會記名") && question.contains("/manage/exams/1/paper?seed=1"))
            #expect(!question.contains("選項") && !question.contains("class=\"stem\""))
            #expect(try disclosures() == 0)
            #expect(try await browser.get("/manage/exams/1/paper?seed=1").text.contains("正確答案"))
            #expect(try disclosures() > 0)
        }
    }

    @Test func `a printed paper says the points and how multiple choice is scored`() async throws {
        let office = try await Self.office()
        _ = try Self.insert(office)
        try await office.test { browser in
            let paper = try await browser.signedIn("shufen").get("/manage/exams/1/paper?seed=1").text
            #expect(paper.contains("<span class=\"paper-only\">（單選，20 分）</span>"))
            #expect(paper.contains("共 5 題，每題 20 分，滿分 100 分"))
            // The sample bank has no multiple-choice question.
            #expect(!paper.contains("複選題"))
        }
    }

    @Test func `a manager with an open attempt sees no key`() async throws {
        let office = try await Self.office()
        let exam = try Self.insert(office)
        let visitor = try #require(try office.visitor("shufen"))
        let now = office.clock.now()
        _ = try await office.database.write { db in
            try AttemptActions.begin(
                exam: exam.id, address: "0123456789012345678901",
                by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: db)
        }
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            let answer = try await browser.get("/manage/exams/1/paper")
            #expect(answer.status == 409 && !answer.text.contains("選項"))
        }
    }

    // MARK: What was done

    /// How a page begins to tell it.
    static func status(_ sentence: String) -> String { "<p><strong>\(sentence)" }

    @Test func `the page after each deed says what was done`() async throws {
        let office = try await Self.office()
        _ = try Self.insert(office, publish: false, SampleExams.plan { $0.results = .whenAnnounced })
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            for (path, fields, words) in [
                ("publication", [], "已發布「115年第4季法令測驗」，7 人應試。"),
                ("extension", [("closes", "115/11/25 17:30")], "已延長應試期間，到 115/11/25（三）17:30 截止。"),
                ("closure", [], "已結束「115年第4季法令測驗」，0 人交卷，7 人未應試。"),
                ("release", [], "已公布成績，交卷的 0 人現在看得到自己的分數與答案。"),
            ] {
                let answer = try await browser.post("/manage/exams/1/\(path)", fields)
                let page = try await browser.get(answer.location).text
                #expect(page.contains("role=\"status\"") && page.contains(Self.status(words)), "\(path)")
            }
        }
    }

    @Test func `an address tells no deed that the exam does not show`() async throws {
        let office = try await Self.office()
        _ = try Self.insert(office)
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            let plain = try await browser.get("/manage/exams/1").text
            for deed in ["created", "changed", "closed", "announced", "deleted", "accommodated", "<b>已刪除</b>", ""] {
                let told = try await browser.get("/manage/exams/1?done=\(Address.encoded(deed))").text
                #expect(!told.contains("role=\"status\"") && !told.contains("已刪除"), "\(deed)")
                #expect(told.count == plain.count, "\(deed)")
            }
            let list = try await browser.get("/manage/exams/1/examinees?done=accommodated&person=999").text
            #expect(!list.contains("role=\"status\""))
        }
    }

    @Test func `an exam closed early shows its real end beside the planned one`() async throws {
        let office = try await Self.office()
        let exam = try Self.insert(office)
        office.advance(minutes: 12)
        let now = office.clock.now()
        try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            let end = "11/21（六）10:12 提前結束（原定 11/21（六）17:30）"
            for page in [
                "/manage/exams", "/manage/exams/1", "/manage/exams/1/results", "/manage/exams/1/examinees",
                "/manage/results", "/manage/results/1",
            ] {
                #expect(try await manager.get(page).text.contains(end), "\(page)")
            }
            let own = try await browser.signedIn("yachu").get("/exams/1").text
            #expect(own.contains("115/11/21（六）10:12 提前結束（原定 115/11/21（六）17:30）"))
            #expect(own.contains("這次測驗已經提前結束。") && !own.contains("開始測驗</button>"))
        }
    }

    @Test func `an exam that ran to its end shows that end alone`() async throws {
        let office = try await Self.office()
        let exam = try Self.insert(office)
        let late = exam.plan.closes.adding(minutes: 5)
        try await office.database.write { try ExamStateActions.close(exam.id, now: late, in: $0) }
        try await office.test { browser in
            let page = try await browser.signedIn("shufen").get("/manage/exams/1").text
            #expect(page.contains("至 11/21（六）17:30") && !page.contains("提前結束（"))
        }
    }

    @Test func `who did not take it has not begun before the end, and missed it afterwards`() async throws {
        let office = try await Self.office()
        let exam = try Self.insert(office)
        let pages = [
            "/manage/exams/1", "/manage/exams/1/examinees", "/manage/exams/1/results", "/manage/results/1",
            "/manage/exams/1/results/export", "/manage/results/1/export",
        ]
        let now = office.clock.now()
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            for page in pages {
                let text = try await manager.get(page).text
                #expect(text.contains("未開始") && !text.contains("未應試"), "\(page)")
            }
            try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
            for page in pages {
                let text = try await manager.get(page).text
                #expect(text.contains("未應試") && !text.contains("未開始") && !text.contains("尚未開始"), "\(page)")
            }
            #expect(try await browser.signedIn("yachu").get("/exams").text.contains("未應試</span>"))
        }
    }

    @Test func `an unknown exam on a page advises a page`() async throws {
        let office = try await Self.office()
        try await office.test { browser in
            let answer = try await browser.signedIn("shufen").get("/manage/exams/999")
            #expect(answer.status == 404 && answer.text.contains("年度測驗重新進入") && !answer.text.contains("huxue exam"))
        }
        #expect(ExamRefusal.unknownExam.commandSentence.contains("huxue exam list"))
        #expect(ExamRefusal.notDraft.commandSentence == ExamRefusal.notDraft.sentence)
    }

    @Test func `the form has every sum and what the script needs to count on`() async throws {
        let office = try await Self.office()
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            let page = try await browser.post(
                "/manage/exams",
                Self.fields(["intent": "check", "cell-0-apply": "1", "codes": "birth-001 move-001", "title": ""])
            ).text
            #expect(page.contains("每份試卷 8 題。"))
            #expect(page.contains("data-column=\"recall\" data-free=\"3\"") && page.contains("可用 4</span>"))
            #expect(page.contains("data-column=\"any\" data-free=\"5\"") && page.contains("可用 6</span>"))
            for sum in ["<b data-sum=\"row\">3</b>", "<b data-sum=\"recall\">2</b>", "<b data-sum=\"all\">6</b>"] {
                #expect(page.contains(sum), "\(sum)")
            }
        }
    }

    // MARK: Every page

    @Test(arguments: ExamState.allCases) func `no page shows markup as text, whatever the state`(
        state: ExamState
    ) async throws {
        let office = try await Self.office()
        let exam = try Self.insert(office, publish: state != .draft, SampleExams.plan { $0.results = .whenAnnounced })
        let visitor = try #require(try office.visitor("yachu"))
        let now = office.clock.now()
        if state == .closed {
            try await office.database.write { db in
                _ = try AttemptActions.begin(
                    exam: exam.id, address: "0123456789012345678901",
                    by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: db
                )
                _ = try SubmissionActions.submitOpen(exam: exam.id, now: now.adding(minutes: 1), in: db)
                try ExamStateActions.close(exam.id, now: now.adding(minutes: 1), in: db)
            }
        }
        try await office.test { browser in
            let browser = try await browser.signedIn("shufen")
            var shown = 0
            for page in Self.pages where !page.hasSuffix("export") {
                let answer = try await browser.get(page)
                #expect([200, 404, 409].contains(answer.status), "\(page) \(answer.status)")
                #expect(!answer.text.contains("&lt;") && !answer.text.contains("Address("), "\(page)")
                shown += answer.status == 200 ? 1 : 0
            }
            #expect(shown >= 9)
        }
    }
}
