import GRDB
import HTTPTypes
import Testing

@testable import Huxue

@Suite struct AttemptRoutesTests {
    private func save(
        _ browser: SampleBrowser, _ attempt: Attempt, _ number: String, body: [(String, String)], sequence: String = "5"
    ) async throws -> SampleAnswer {
        try await browser.post(
            "/attempts/\(attempt.address)/responses/\(number)", body,
            headers: [.huxueSequence: sequence, .huxueWindow: "w1"])
    }

    @Test func `an employee finds the test on the home page, takes it and hands it in`() async throws {
        let office = try SampleOffice()
        _ = try await SampleExam.publish(in: office)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let home = try await yachu.get("/")
            #expect(home.text.contains("115年第4季法令小考"))
            #expect(home.text.contains("今天"))
            let introduction = try await yachu.get("/exams/1")
            #expect(introduction.text.contains("五選項：錯 1 個得 3/5，錯 2 個得 1/5，錯 3 個以上 0 分"))
            let start = try await yachu.post("/exams/1/attempts")
            #expect(start.status == 303)
            #expect(start.location.hasPrefix("/attempts/"))
            let page = try await yachu.get(start.location)
            #expect(page.text.contains("已答 <b data-done>0</b>／10"))
            #expect(page.text.contains("data-unsaved>還沒有儲存</span>") && !page.text.contains("作答後自動儲存"))
            // Without script no key works, and the words for it stay hidden.
            #expect(page.text.contains("keyboard-hint\" data-with-script hidden>"))
            let saved = try await yachu.post(
                "\(start.location)/responses/3", [("q3", "1"), ("flag3", "1")], headers: [.huxueSequence: "5"])
            #expect(saved.status == 204)
            #expect(saved.headers[.huxueSaved] == "10:00:00")
            let review = try await yachu.get("\(start.location)/submission")
            #expect(review.text.contains("還有 9 題沒有作答"))
            #expect(review.text.contains("標記了 1 題"))
            #expect(review.text.contains("data-remaining=\"1800\" data-state=\"\(start.location)/responses\""))
            #expect(review.text.contains("<b>30:00</b>") && !review.text.contains("另一個視窗"))
            let told = try await yachu.get("\(start.location)/submission?other=1")
            #expect(told.text.contains("這份試卷也在另一個視窗作答。"))
            let submission = try await yachu.post("\(start.location)/submission")
            #expect(submission.location == start.location)
            let receipt = try await yachu.get(start.location)
            #expect(receipt.text.contains("已交卷"))
            #expect(!receipt.text.contains("秘密詳解"))
        }
    }

    @Test func `nobody reaches another's attempt by its address`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        try await SampleExam.answer(1, of: attempt, in: office)
        try await office.test { browser in
            for login in ["jian", "shufen", "zonghan", "meiling"] {
                let other = try await browser.signedIn(login)
                for address in [attempt.address, String(repeating: "x", count: 22)] {
                    let base = "/attempts/\(address)"
                    let answers = [
                        try await other.get(base), try await other.get("\(base)/submission"),
                        try await other.get("\(base)/responses"), try await other.post("\(base)/submission"),
                        try await other.post("\(base)/responses", [("then", "save"), ("shown", "1:0"), ("on", "1")]),
                        try await other.post(
                            "\(base)/responses/1", [("q1", "2")], headers: [.huxueSequence: "99999999999999"]),
                    ]
                    for answer in answers {
                        #expect(answer.status == 404)
                        #expect(answer.text == answers[0].text)
                    }
                }
            }
        }
        let saved = try office.database.readAndWait { try AttemptStore.responses(of: attempt.id, in: $0) }
        #expect(saved.count == 1)
        #expect(saved[1]?.window == "w")
    }

    /// Two offices that differ only in the keys and explanations: every byte an examinee gets is the same.
    @Test func `no key and no explanation reaches an examinee before results may show`() async throws {
        func walk(_ bank: @escaping @Sendable (String) -> String) async throws -> [String] {
            let office = try SampleOffice()
            let exam = try await SampleExam.publish(in: office)
            let file = QuestionFile(reading: Array(bank(SampleExam.bank).utf8), path: "questions/birth.yaml")
            #expect(file.problems == [])
            try await office.database.write { db in
                for question in try #require(file.topic).questions {
                    try db.execute(sql: "DROP TRIGGER IF EXISTS questionRevisionStays")
                    try db.execute(
                        sql: """
                            UPDATE questionRevision SET key = ?, explanation = ?
                            WHERE questionID = (SELECT id FROM question WHERE code = ?)
                            """, arguments: [question.key.bits, question.explanation, question.code])
                }
            }
            let attempt = try await SampleExam.begin(exam, by: "guanting", in: office)
            return try await office.test { browser in
                let examinee = try await browser.signedIn("guanting")
                var texts: [String] = []
                for path in ["", "/submission", "/responses"] {
                    texts.append(try await examinee.get("/attempts/\(attempt.address)\(path)").text)
                }
                for number in 1...10 {
                    let answer = try await examinee.post(
                        "/attempts/\(attempt.address)/responses/\(number)", [("q\(number)", "1")],
                        headers: [.huxueSequence: "7"])
                    texts.append("\(answer.status) \(answer.headers)")
                }
                texts.append(try await examinee.get("/").text)
                texts.append(try await examinee.get("/exams").text)
                let handedIn = try await examinee.post("/attempts/\(attempt.address)/submission")
                texts.append("\(handedIn.status)")
                texts.append(try await examinee.get("/attempts/\(attempt.address)").text)
                texts.append(try await examinee.get("/exams").text)
                return texts.map { masked($0, attempt.address) }
            }
        }
        let plain = try await walk { $0 }
        let permuted = try await walk {
            $0.replacing("answer: 選項2", with: "answer: 選項4").replacing("- 選項3之", with: "- 選項5之", maxReplacements: 0)
                .replacing("answer: true", with: "answer: false").replacing("秘密", with: "別的")
        }
        #expect(plain == permuted)
        #expect(!plain.joined().contains("秘密"))
    }

    private func masked(_ text: String, _ address: String) -> String {
        text.replacing(address, with: "ADDRESS").replacing(/[A-Za-z0-9_-]{43}/, with: "TOKEN")
    }

    @Test func `after the exam closed the examinee sees keys, reasons and the law`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        try await SampleExam.answer(1, of: attempt, in: office)
        office.advance(minutes: 700)
        let now = office.clock.now()
        try await office.database.write { db in
            try SubmissionActions.submitOverdue(now: now, in: db)
            _ = try ExamStateActions.closeOver(now: now, in: db)
        }
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let page = try await yachu.get("/attempts/\(attempt.address)?show=all")
            #expect(page.status == 200)
            #expect(page.text.contains("<span class=\"value\">10<small> 分</small>"))
            #expect(page.text.contains("不及格"))
            #expect(page.text.contains("秘密詳解"))
            #expect(page.text.contains("<mark>明文</mark>"))
            #expect(page.text.contains("pcode=D0030006&amp;flno=48"))
            // The first question is open, and on paper there is the result alone, unless all were opened.
            #expect(page.text.split(separator: " open><summary>").count == 2)
            #expect(page.text.contains("stack no-print\" aria-labelledby=\"review\"") && page.text.contains("全部展開"))
            let open = try await yachu.get("/attempts/\(attempt.address)?show=all&open=1").text
            #expect(open.split(separator: " open><summary>").count == 11 && open.contains("全部收合"))
            #expect(!open.contains("stack no-print\" aria-labelledby=\"review\""))
        }
    }

    @Test func `a save after the deadline is refused in words, and the page hands in`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        office.advance(minutes: 30)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let late = try await save(yachu, attempt, "1", body: [("q1", "1")])
            #expect(late.status == 409)
            #expect(late.text.contains("10:30:00 截止"))
            let page = try await yachu.get("/attempts/\(attempt.address)")
            #expect(page.text.contains("時間到由系統交卷"))
        }
    }

    @Test(arguments: ["0", "11", "-1", "99999999999999999999", "x", "1%20"])
    func `an unknown question is refused`(number: String) async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        try await office.test { browser in
            let answer = try await save(browser.signedIn("yachu"), attempt, number, body: [("q1", "1")])
            #expect(answer.status == 422)
        }
    }

    @Test(arguments: ["0", "6", "-1", "x", "", "99999999999999999999"])
    func `an unknown choice is refused and nothing is lost`(key: String) async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        try await SampleExam.answer(1, of: attempt, in: office)
        let before = try office.database.readAndWait { try AttemptStore.responses(of: attempt.id, in: $0) }
        try await office.test { browser in
            let answer = try await save(
                browser.signedIn("yachu"), attempt, "1", body: [("q1", key)], sequence: "99999999999999")
            #expect(answer.status == 422)
        }
        #expect(try office.database.readAndWait { try AttemptStore.responses(of: attempt.id, in: $0) } == before)
    }

    @Test(arguments: ["", "0", "-5", "x", "1.5"])
    func `a save without a sequence is refused`(sequence: String) async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        try await office.test { browser in
            let answer = try await save(
                browser.signedIn("yachu"), attempt, "1", body: [("q1", "1")], sequence: sequence)
            #expect(answer.status == 422)
        }
    }

    @Test func `an old answer arriving late is told so`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(
                try await save(yachu, attempt, "1", body: [("q1", "1")], sequence: "20").headers[.huxueSuperseded]
                    == nil)
            let late = try await save(yachu, attempt, "1", body: [("q1", "2")], sequence: "19")
            #expect(late.status == 204)
            #expect(late.headers[.huxueSuperseded] == "1")
            #expect(late.headers[.huxueSequence] == "20")
            let retry = try await save(yachu, attempt, "1", body: [("q1", "1")], sequence: "20")
            #expect(retry.headers[.huxueSuperseded] == nil)
        }
    }

    @Test func `an exam that does not concern one is missing`() async throws {
        let office = try SampleOffice()
        var plan = SampleExam.plan
        plan.examinees = Audience(units: ["南華區戶政事務所/登記一課"])
        _ = try await SampleExam.publish(plan, in: office)
        try await office.test { browser in
            let jian = try await browser.signedIn("jian")
            #expect(try await jian.get("/exams/1").status == 404)
            #expect(try await jian.post("/exams/1/attempts").status == 404)
            #expect(try await !jian.get("/").text.contains("115年第4季法令小考"))
            #expect(try await browser.signedIn("yachu").get("/exams/1").status == 200)
        }
        #expect(try office.database.readAndWait { try Int.fetchOne($0, sql: "SELECT count(*) FROM attempt") } == 0)
    }

    @Test func `without script a page of answers is saved and leads to the review`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let answer = try await yachu.post(
                "/attempts/\(attempt.address)/responses",
                [
                    ("shown", "1:0 2:0 3:0"), ("on", "1 2 3"), ("q1", "1"), ("q3", "2"), ("flag2", "1"),
                    ("then", "review"),
                ])
            #expect(answer.location == "/attempts/\(attempt.address)/submission")
            let review = try await yachu.get(answer.location)
            #expect(review.text.contains("還有 8 題沒有作答"))
            #expect(review.text.contains("標記了 1 題"))
        }
    }
}
