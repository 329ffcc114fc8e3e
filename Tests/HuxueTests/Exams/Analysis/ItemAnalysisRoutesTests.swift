import GRDB
import Testing

@testable import Huxue

@Suite struct ItemAnalysisRoutesTests {
    static let pages = [
        "/manage/analysis", "/manage/analysis?finding=inverted", "/manage/exams/1/analysis",
        "/manage/exams/1/analysis?sort=index&order=desc", "/manage/exams/1/analysis/move-001",
        "/questions/move-001/statistics",
    ]

    // MARK: Who

    @Test func `nobody signed in sees an analysis`() async throws {
        let (office, _) = try await SampleAnswers.office(papers: 12)
        try await office.test { browser in
            for page in Self.pages {
                let answer = try await browser.get(page)
                #expect(answer.status == 303 && answer.location.hasPrefix("/login?next="), "\(page)")
            }
        }
    }

    @Test(arguments: ["yachu", "shuhui", "zonghan"]) func `without the role there is no analysis`(
        login: String
    ) async throws {
        let (office, exam) = try await SampleAnswers.office(papers: 12)
        try await office.test { browser in
            let browser = try await browser.signedIn(login)
            for page in Self.pages {
                let answer = try await browser.get(page)
                #expect(answer.status == 403, "\(page) \(answer.status)")
                #expect(!answer.text.contains(exam.plan.title) && !answer.text.contains("的題幹"), "\(page)")
            }
        }
    }

    @Test func `editor, manager and HR read an exam; the bank is for those who may read it`() async throws {
        let (office, _) = try await SampleAnswers.office(papers: 12)
        try await office.test { browser in
            for (login, mayBrowse) in [("guanting", true), ("shufen", true), ("meiling", false)] {
                let browser = try await browser.signedIn(login)
                for page in Self.pages {
                    let isOfBank = page.hasPrefix("/manage/analysis") || page.hasPrefix("/questions")
                    #expect(
                        try await browser.get(page).status == (mayBrowse || !isOfBank ? 200 : 403), "\(login) \(page)")
                }
            }
        }
    }

    @Test func `a right at another unit reaches no exam of this one`() async throws {
        let (office, exam) = try await SampleAnswers.office(papers: 12)
        let now = office.clock.now()
        try await office.database.write { db in
            let person = try #require(try EmployeeStore.member(login: "jian", in: db))
            for role in [Role.examManager, .questionEditor, .hr] {
                _ = try GrantStore.insert(
                    role, at: person.employee.unitID, for: person.employee.id, now: now, in: db)
            }
        }
        try await office.test { browser in
            let browser = try await browser.signedIn("jian")
            #expect(try await browser.get("/manage/exams/1/analysis").status == 404)
            #expect(try await browser.get("/manage/exams/1/analysis/move-001").status == 404)
            for page in ["/manage/analysis", "/questions/move-001/statistics"] {
                let answer = try await browser.get(page)
                #expect(answer.status == 200 && !answer.text.contains(exam.plan.title), "\(page)")
                #expect(!answer.text.contains("75.00%"))
            }
        }
    }

    // MARK: When

    @Test func `before the exam has closed there is nothing, nor while it is reopened`() async throws {
        let (office, exam) = try await SampleAnswers.office(papers: 30, closed: false)
        let missing = ["move-001", "75.00%", "80.00%", "內部一致性"]
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            func expectNothing(_ sentence: String) async throws {
                let page = try await manager.get("/manage/exams/1/analysis").text
                #expect(page.contains(sentence) && missing.allSatisfy { !page.contains($0) })
                #expect(try await manager.get("/manage/exams/1/analysis/move-001").status == 404)
                let question = try await manager.get("/questions/move-001/statistics").text
                #expect(question.contains("還沒有作答統計") && !question.contains(exam.plan.title))
                #expect(try await manager.get("/manage/analysis").text.contains("沒有要檢討的試題"))
            }
            try await expectNothing("測驗還沒有結束。")
            let now = office.clock.now()
            try await office.database.write { try ExamStateActions.close(exam.id, now: now, in: $0) }
            #expect(try await manager.get("/manage/exams/1/analysis").text.contains("80.00%"))
            try await office.database.write { try ExamStore.setReopened(exam.id, in: $0) }
            try await expectNothing("補考還沒有結束。")
        }
    }

    @Test(arguments: [9, 10, 12, 30]) func `few papers show nothing, more show figures behind a warning`(
        papers: Int
    ) async throws {
        let (office, _) = try await SampleAnswers.office(papers: papers)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            for page in [
                "/manage/exams/1/analysis", "/manage/exams/1/analysis/move-001", "/questions/move-001/statistics",
            ] {
                let text = try await manager.get(page).text
                #expect(text.contains("什麼時候要處理") == (papers >= 10), "\(page)")
                #expect(text.contains("數字僅供參考。") == (10..<30).contains(papers), "\(page)")
                #expect(text.contains("沒有統計。") == (papers < 10), "\(page)")
                #expect(text.contains("正確</span>") == (papers >= 10 && !page.hasSuffix("analysis")), "\(page)")
            }
        }
    }

    // MARK: What

    @Test func `the page of an exam has its figures, picture and table`() async throws {
        let (office, _) = try await SampleAnswers.office(papers: 12)
        try await office.test { browser in
            let page = try await browser.signedIn("shufen").get("/manage/exams/1/analysis").text
            for (name, value) in [
                ("平均", "54.17"), ("中位數", "50.00"), ("標準差", "17.59"), ("偏態", "0.52"), ("峰度", "-0.64"),
                ("內部一致性（Cronbach’s α）", "-3.27%"), ("誤差比", "101.62%"), ("測量標準誤", "17.87"),
            ] {
                #expect(
                    page.contains("<th scope=\"row\">\(name)</th><td class=\"num\" data-label=\"數值\">\(value)</td>"),
                    "\(name)")
            }
            #expect(page.contains("aria-label=\"move-005：難易度 50.00%，鑑別度 -1.00\""))
            #expect(page.contains("6 題：鑑別度 0.20 以上 4 題，0 到 0.19 1 題，負數 1 題。"))
            for value in ["37.80%", "100.00%", "23.72%", "1.00"] {
                #expect(page.contains(">\(value)</td>"), "\(value)")
            }
            #expect(page.contains("程度好的反而答錯") && page.contains("人人答對"))
            let table = try #require(page.firstRange(of: "id=\"items\"")).upperBound
            let codes = page[table...].matches(of: /analysis\/(move-[0-9]+)">/).map { String($0.output.1) }
            #expect(codes == ["move-005", "move-006", "move-001", "move-002", "move-003", "move-004"])
            #expect(page.contains("table-figures") && page.contains("aria-sort=\"ascending\""))
            #expect(!page.contains("各人的題目不同") && !page.contains("選項 1") && !page.contains("正確</span>"))
        }
    }

    @Test func `a question's page tells who chose what, and each look is recorded`() async throws {
        let (office, _) = try await SampleAnswers.office(papers: 30)
        try await office.test { browser in
            let hr = try await browser.signedIn("meiling")
            let page = try await hr.get("/manage/exams/1/analysis/move-001").text
            #expect(page.contains("move-001 選項 1") && page.contains("正確</span>"))
            #expect(page.contains("data-label=\"合計\">24</td>"))
            #expect(page.contains("有選項沒有人選。"))
            #expect(!page.contains("/questions/move-001/statistics"))
            #expect(try await hr.get("/manage/exams/1/analysis/birth-001").status == 404)
            #expect(try await hr.get("/manage/exams/9/analysis/move-001").status == 404)
            _ = try await browser.signedIn("guanting").get("/questions/move-002/statistics")
            _ = try await browser.signedIn("guanting").get("/questions/birth-001/statistics")
            _ = try await browser.signedIn("guanting").get("/manage/analysis")
        }
        let views = try await office.database.read { db in
            try KeyDisclosureStore.all(of: Array(try KeyDisclosureStore.employees(in: db)), in: db)
        }
        // A page without choices shows no key.
        #expect(Set(views.compactMap(\.codes)) == [["move-001"], ["move-002"]])
        #expect(views.count == 2)
    }

    @Test func `the usage log has every closed exam, drawn or not`() async throws {
        let (office, exam) = try await SampleAnswers.office(papers: 30)
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let page = try await editor.get("/questions/move-005/statistics").text
            #expect(page.contains("使用紀錄") && page.contains("\(exam.plan.title)</a>") && page.contains("30／30"))
            #expect(page.contains("data-label=\"鑑別度 D\">-0.67</td>"))
            #expect(page.contains("第 1 版") && page.contains("出現在 30 份試卷"))
            #expect(try await editor.get("/questions/none/statistics").status == 404)
            let bank = try await editor.get("/questions/move-005").text
            #expect(bank.contains("/questions/move-005/statistics\">作答統計</a>"))
        }
    }

    @Test func `the list for the editor names what to mend`() async throws {
        let (office, _) = try await SampleAnswers.office(papers: 30)
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let page = try await editor.get("/manage/analysis").text
            // Wrong answers are all of one kind, so that every question has choices that nobody takes.
            #expect(page.contains("全部 6</a>") && page.contains("有選項沒有人選 6</a>"))
            #expect(page.contains("程度好的反而答錯 1</a>") && page.contains("沒有人答對 0</a>"))
            #expect(page.contains(ItemFinding.inverted.advice))
            let inverted = try await editor.get("/manage/analysis?finding=inverted").text
            #expect(inverted.contains("move-005") && !inverted.contains("move-006"))
            #expect(!page.contains("選項 1") && !page.contains("正確</span>"))
        }
    }

    // MARK: Nothing for somebody taking a test

    @Test func `whatever was answered, somebody taking one of the questions reads the same`() async throws {
        func pages(_ row: (Int) -> [UInt32]) async throws -> [String] {
            let (office, _) = try await SampleAnswers.office(papers: 30, row: row)
            let other = try ExamRoutesTests.insert(
                office, SampleExams.plan { $0.blueprint = [.topic(topic: "遷徙登記", count: 3)] })
            let now = office.clock.now()
            for (place, login) in ["guanting", "shufen", "meiling"].enumerated() {
                let visitor = try #require(try office.visitor(login))
                _ = try await office.database.write { db in
                    try AttemptActions.begin(
                        exam: other.id, address: "012345678901234567890\(place)",
                        by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: db)
                }
            }
            return try await office.test { browser in
                var texts: [String] = []
                for login in ["guanting", "shufen", "meiling"] {
                    let browser = try await browser.signedIn(login)
                    for page in Self.pages + (2...6).map({ "/questions/move-00\($0)/statistics" }) {
                        let answer = try await browser.get(page)
                        #expect(
                            !page.hasPrefix("/manage/exams") || answer.status == 409,
                            "\(login) \(page) \(answer.status)")
                        #expect(!answer.text.contains("正確</span>") && !answer.text.contains("%</td>"), "\(page)")
                        let lines = answer.text.split(separator: "\n").filter { !$0.contains("name=\"token\"") }
                        texts.append(lines.joined(separator: "\n"))
                    }
                }
                return texts
            }
        }
        let first = try await pages(SampleAnswers.row)
        let second = try await pages { paper in SampleAnswers.row(paper + 1).map { $0 == 1 ? 4 : 1 } }
        #expect(first == second)
    }

    @Test func `once handed in, the pages are open again`() async throws {
        let (office, _) = try await SampleAnswers.office(papers: 30)
        let other = try ExamRoutesTests.insert(
            office, SampleExams.plan { $0.blueprint = [.topic(topic: "遷徙登記", count: 3)] })
        let now = office.clock.now()
        let visitor = try #require(try office.visitor("guanting"))
        let attempt = try await office.database.write { db in
            try AttemptActions.begin(
                exam: other.id, address: "0123456789012345678901",
                by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: db)
        }
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            #expect(try await editor.get("/manage/exams/1/analysis").status == 409)
            #expect(try await browser.signedIn("meiling").get("/manage/exams/1/analysis").status == 200)
            #expect(try await editor.post("/attempts/\(attempt.address)/submission").status == 303)
            #expect(try await editor.get("/manage/exams/1/analysis").status == 200)
        }
    }

    // MARK: How often it is counted

    @Test func `a closed exam is counted once, and again after it was reopened and closed`() async throws {
        let (office, exam) = try await SampleAnswers.office(papers: 12)
        let cache = ItemAnalysisActions.makeCache()
        func papers(_ exam: Exam) async throws -> Int? {
            try await office.database.read {
                try ItemAnalysisActions.analysis(of: exam, cache: cache, in: $0)?.papers
            }
        }
        #expect(try await papers(exam) == 12)
        let marked = Exam(
            id: ID(rawValue: 99), unitID: exam.unitID, state: .closed, plan: exam.plan, seed: exam.seed,
            publishedAt: exam.publishedAt, closedAt: exam.closedAt, releasedAt: nil)
        #expect(try await papers(marked) == 0)
        // The cache answers for the same closing although the rows would say otherwise.
        let key = ItemAnalysisActions.Closure(exam: exam.id, at: try #require(exam.closedAt))
        let kept = try await office.database.read { db in
            try cache.value(for: key, in: db) { nil }
        }
        #expect(kept?.papers == 12)
    }

    @Test func `of several attempts the one that counts is analysed`() async throws {
        let (office, exam) = try await SampleAnswers.office(papers: 12, closed: false)
        let now = office.clock.now()
        try await office.database.write { db in
            let pool = try ExamPoolStore.pool(of: exam.id, in: db)
            let person = try #require(try EmployeeStore.member(login: "yachu", in: db)).employee.id
            for (ordinal, score) in [(1, 6667), (2, 3333), (3, 6667)] {
                let attempt = try AttemptStore.insert(
                    exam: exam.id, employee: person, ordinal: ordinal, address: padded(100 + ordinal, to: 22),
                    startedAt: now.adding(minutes: ordinal), deadline: now.adding(minutes: 90),
                    lines: [PaperLine(number: 1, revision: pool[ordinal].revision, order: [0, 1, 2, 3])], in: db)
                try SubmissionStore.submit(
                    attempt, at: now.adding(minutes: 10), cause: .examinee, score: Points(hundredths: score),
                    passed: false, in: db)
            }
        }
        let answers = try await office.database.read { try ItemAnalysisStore.answers(of: exam.id, in: $0) }
        #expect(answers.scores.count == 13 && answers.answers.count == 12 * 6 + 1)
        // Of two that are equally good, the earlier: its question is the second of the pool.
        let revisions = answers.answers.map { answers.revisions[$0.item] }
        let pool = try await office.database.read { try ExamPoolStore.pool(of: exam.id, in: $0) }
        #expect(pool.map { question in revisions.count { $0 == question.revision } } == [12, 13, 12, 12, 12, 12])
    }
}
