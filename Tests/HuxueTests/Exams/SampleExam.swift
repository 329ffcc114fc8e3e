import Testing

@testable import Huxue

/// A bank of 20 questions and an exam of 10 of them, in the sample office.
enum SampleExam {
    /// Ten single-choice, five multiple-choice of five choices, five true-false; all of one topic, the key known.
    static let bank: String = {
        var text = "topic: 出生登記\nlawAsOf: 2024-10-11\nquestions:\n"
        for number in 1...20 {
            let level = ["recall", "understand", "apply"][number % 3]
            text += "  - id: birth-\(padded(number, to: 3))\n"
            text += "    type: \(number <= 10 ? "single" : number <= 15 ? "multiple" : "trueFalse")\n"
            text += "    level: \(level)\n    stem: 第\(number)題𠮷\n"
            if number <= 15 {
                text += "    choices:\n"
                for choice in 1...(number <= 10 ? 4 : 5) { text += "      - 選項\(choice)之\(number)\n" }
            }
            switch number {
            case ...10: text += "    answer: 選項2之\(number)\n"
            case ...15: text += "    answer:\n      - 選項1之\(number)\n      - 選項3之\(number)\n"
            default: text += "    answer: true\n"
            }
            text += "    explanation: 秘密詳解\(number)「明文」。\n    citations:\n      - 戶籍法第48條第1項\n"
        }
        return text
    }()

    static var plan: ExamPlan {
        ExamPlan(
            title: "115年第4季法令小考", kind: .quarterlyQuiz, opens: SampleOffice.morning.adding(minutes: -60),
            closes: SampleOffice.morning.adding(minutes: 600), minutes: 30, passMark: 70, attempts: 1,
            draw: .perExaminee, shufflesQuestions: true, shufflesChoices: true, layout: .onePage,
            results: .afterClose, mayOverrun: false, blueprint: [.topic(topic: "出生登記", count: 10)],
            examinees: .everybody)
    }

    /// Fills the bank and publishes an exam with this plan; its opening may lie in the past.
    static func publish(_ plan: ExamPlan = plan, in office: SampleOffice) async throws -> ID<Exam> {
        let file = QuestionFile(reading: Array(bank.utf8), path: "questions/birth.yaml")
        #expect(file.problems == [])
        _ = try await QuestionImportActions([#require(file.topic)], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        let now = office.clock.now()
        return try await office.database.write { db in
            let root = try #require(try UnitStore.root(in: db))
            let id = try ExamPlanActions.insert(
                plan, unit: root.id, seed: String(repeating: "5a", count: 32), now: now, in: db)
            try ExamStateActions.publish(id, now: now, in: db)
            return id
        }
    }

    /// Begins an attempt of `login` now.
    static func begin(_ exam: ID<Exam>, by login: String, in office: SampleOffice) async throws -> Attempt {
        let visitor = try #require(try office.visitor(login))
        let now = office.clock.now()
        var generator = SystemRandomNumberGenerator()
        let address = AttemptAddress.random(using: &generator)
        return try await office.database.write {
            try AttemptActions.begin(
                exam: exam, address: address, by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: $0)
        }
    }

    /// Saves the right answer, or none of it, to question `number` now.
    static func answer(
        _ number: Int, rightly: Bool = true, of attempt: Attempt, in office: SampleOffice
    ) async throws {
        let now = office.clock.now()
        try await office.database.write { db in
            let line = try #require(try AttemptStore.lines(of: attempt.id, in: db).first { $0.number == number })
            let revision = try #require(try QuestionStore.revisions(ids: [line.revision], in: db)[line.revision])
            let right = line.order.enumerated().filter { revision.key.contains($0.element) }.map { $0.offset + 1 }
            let wrong = line.order.enumerated().filter { !revision.key.contains($0.element) }.map { $0.offset + 1 }
            let keys = rightly ? right : Array(wrong.prefix(1))
            _ = try ResponseActions.save(
                ResponseActions.Arrival(
                    number: number, keys: keys, isFlagged: false, sequence: now.milliseconds, window: "w"),
                address: attempt.address, employee: attempt.employeeID, now: now, in: db)
        }
    }
}
