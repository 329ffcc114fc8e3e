import Testing

@testable import Huxue

/// The key of a question in review stays closed on the pages of exams to those who may be the one to review it.
@Suite struct KeyInReviewTests {
    /// Hands `move-001` in as guanting, its author.
    private func handIn(_ office: SampleOffice) throws {
        let acting = try acting("guanting", office)
        try office.database.writeAndWait { db in
            let question = try #require(try QuestionStore.question(code: "move-001", in: db))
            try QuestionReviewActions.open(question, by: acting, in: db)
        }
    }

    private func acting(_ login: String, _ office: SampleOffice) throws -> ActionContext {
        ActionContext(
            actor: try #require(try office.visitor(login)).actor, origin: "test", now: office.clock.now())
    }

    private func codesShown(to login: String, _ office: SampleOffice) throws -> Set<String> {
        let person = try #require(try office.visitor(login)).employee
        return try office.database.readAndWait { db in
            Set(try KeyDisclosureStore.all(of: [person], in: db).flatMap { $0.codes ?? ["*"] })
        }
    }

    @Test(arguments: [("shufen", false), ("meiling", false), ("guanting", true)])
    func `the analysis of a closed exam shows it to its author alone`(login: String, isShown: Bool) async throws {
        let (office, exam) = try await SampleAnswers.office(papers: 30)
        try handIn(office)
        try await office.test { browser in
            let reader = try await browser.signedIn(login)
            let page = try await reader.get("/manage/exams/1/analysis/move-001")
            #expect(page.status == 200 && page.text.contains("move-001 的題幹"))
            #expect(page.text.contains("正確</span>") == isShown && page.text.contains("選項 1") == isShown)
            #expect(page.text.contains("正在等人審題") == !isShown)
            #expect(try codesShown(to: login, office) == (isShown ? ["move-001"] : []))
            #expect(try await reader.get("/manage/exams/1/analysis/move-002").text.contains("正確</span>"))
            #expect(try await reader.get("/manage/exams/1/analysis").status == 200)
        }
        // Handed in between the look and its line in the log.
        let acting = try acting(login, office)
        func record() throws {
            try office.database.writeAndWait {
                try ItemAnalysisActions.record("move-001", of: exam.id, by: acting, in: $0)
            }
        }
        if isShown { try record() } else { #expect(throws: ExamRefusal.keyInReview) { try record() } }
    }

    @Test func `the statistics of the bank say why, and show it again once the reviewer has answered`() async throws {
        let (office, _) = try await SampleAnswers.office(papers: 30)
        try handIn(office)
        let acting = try acting("shufen", office)
        func refusal() throws -> ExamRefusal? {
            try office.database.readAndWait { db in
                try QuestionStatisticsActions.statistics(
                    of: "move-001", cache: ItemAnalysisActions.makeCache(), for: acting.actor, in: db
                )?.refusal
            }
        }
        #expect(try refusal() == .keyInReview)
        try office.database.writeAndWait { db in
            let question = try #require(try QuestionStore.question(code: "move-001", in: db))
            #expect(throws: ExamRefusal.keyInReview) {
                try QuestionStatisticsActions.record(question, by: acting, in: db)
            }
            let review = try #require(try QuestionReviewStore.open(question.id, in: db))
            try QuestionReviewStore.answer(
                review.id, ChoiceSet([0]), by: acting.visitor.employee, now: acting.now, in: db)
        }
        #expect(try refusal() == nil)
        try await office.test { browser in
            let page = try await browser.signedIn("shufen").get("/manage/exams/1/analysis/move-001").text
            #expect(page.contains("正確</span>"))
        }
    }

    @Test func `a sample paper is drawn from the other questions, or refused when they are too few`() async throws {
        let office = try await ExamRoutesTests.office()
        let wide = try ExamRoutesTests.insert(office)
        let narrow = try ExamRoutesTests.insert(
            office,
            SampleExams.plan {
                $0.title += "全部"
                $0.blueprint = [.topic(topic: "遷徙登記", count: 6)]
            })
        try handIn(office)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            for seed in 1...12 {
                let page = try await manager.get("/manage/exams/\(wide.id)/paper?seed=\(seed)")
                #expect(page.status == 200 && page.text.contains("正確答案"))
                #expect(!page.text.contains("move-001"), "\(seed)")
            }
            let refused = try await manager.get("/manage/exams/\(narrow.id)/paper?seed=1")
            #expect(refused.status == 409 && refused.text.contains("正在等人審題"))
        }
        #expect(try !codesShown(to: "shufen", office).contains("move-001"))
    }
}
