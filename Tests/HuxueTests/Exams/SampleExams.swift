import Testing

@testable import Huxue

/// A bank and plans for exams: 12 questions of 出生登記 (four of each level) and 6 of 遷徙登記 (all recall); the right choice is
/// always the first.
enum SampleExams {
    static func fill(_ office: SampleOffice, births: Int = 12, moves: Int = 6) async throws {
        let day = ROCDate.day(of: office.clock.now())
        let citation = Citation(Statute("D0030006", "戶籍法"), try #require(ArticleNumber(48)), paragraph: 1)
        func draft(_ code: String, _ place: Int, level: QuestionLevel, type: QuestionType = .single) -> QuestionDraft {
            QuestionDraft(
                code: code, state: .active, lawAsOf: day, type: type, level: level, stem: "\(code) 的題幹（𠮷）？",
                choices: (1...4).map { "\(code) 選項 \($0)" }, key: ChoiceSet([0]), explanation: "\(code) 的詳解",
                citations: [citation])
        }
        let topics = [
            QuestionTopic(
                fileName: "birth.yaml", name: "出生登記", lawAsOf: day,
                questions: (0..<births).map {
                    draft("birth-\(padded($0 + 1, to: 3))", $0, level: QuestionLevel.allCases[$0 % 3])
                }),
            QuestionTopic(
                fileName: "move.yaml", name: "遷徙登記", lawAsOf: day,
                questions: (0..<moves).map { draft("move-\(padded($0 + 1, to: 3))", $0, level: .recall) }),
        ].filter { !$0.questions.isEmpty }
        _ = try await QuestionImportActions(topics, source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    /// Open today from 08:00 to 17:30, 5 questions, all staff.
    static func plan(_ change: (inout ExamPlan) -> Void = { _ in }) -> ExamPlan {
        samplePlan { plan in
            plan.opens = moment("2026-11-21T08:00")
            plan.closes = moment("2026-11-21T17:30")
            plan.blueprint = [
                .cell(topic: "出生登記", level: .recall, count: 2), .topic(topic: "遷徙登記", count: 3),
            ]
            change(&plan)
        }
    }
}
