import Testing

@testable import Huxue

/// The form of an exam tells everything that is wrong with it at once.
@Suite struct ExamFormRoutesTests {
    /// Four mistakes that the form finds by itself.
    private static let mistakes = ["title": "", "minutes": "0", "passMark": "101", "closes": "昨天"]

    static let strangers: [(field: String, value: String, words: String)] = [
        ("employees", "查無此人", "主辦單位沒有員工編號或姓名是「查無此人」的同仁"),
        ("except", "A99", "主辦單位沒有員工編號或姓名是「A99」的同仁"),
    ]

    @Test(arguments: strangers) func `an unknown person is told together with four other mistakes`(
        field: String, value: String, words: String
    ) async throws {
        let office = try await ExamRoutesTests.office()
        _ = try ExamRoutesTests.insert(office, publish: false)
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            for path in ["/manage/exams", "/manage/exams/1"] {
                let sent = ExamRoutesTests.fields(Self.mistakes.merging([field: value]) { $1 })
                let answer = try await manager.post(path, sent)
                #expect(answer.status == 422, "\(path)")
                #expect(answer.text.contains("有 5 處需要修正") && answer.text.contains(words), "\(path)")
            }
            // Whoever has not chosen the unit rightly is told as well.
            let unit = ExamRoutesTests.fields(["unit": "沒有這一課", field: value])
            let answer = try await manager.post("/manage/exams", unit)
            #expect(answer.status == 422 && answer.text.contains(words))
            // Only asked whether the bank suffices, the page speaks of nothing else.
            let check = ExamRoutesTests.fields([field: value, "intent": "check"])
            #expect(try await !manager.post("/manage/exams", check).text.contains(words))
        }
        #expect(try ExamRoutesTests.exams(office).count == 1)
    }

    @Test func `a plan from a file is refused for both kinds at once`() async throws {
        let office = try await ExamRoutesTests.office()
        let now = office.clock.now()
        var plan = SampleExams.plan { $0.minutes = 0 }
        plan.examinees.employees = ["查無此人"]
        let wanted = ExamRefusal.planInvalid(
            ExamRules.problems(in: plan) + [ExamProblem(.employees, .personNotHere("查無此人"))])
        await #expect(throws: wanted) {
            try await office.database.write { [plan] db in
                let root = try #require(try UnitStore.root(in: db))
                _ = try ExamPlanActions.insert(plan, unit: root.id, seed: ExamStoreTests.seed, now: now, in: db)
            }
        }
    }
}
