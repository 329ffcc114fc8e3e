import Testing

@testable import Huxue

/// Answers as rows of a table, one paper each, for the rules and for an office.
enum SampleAnswers {
    static let single = QuestionKey(type: .single, choices: ChoiceSet([0]), choiceCount: 4)
    static let multiple = QuestionKey(type: .multiple, choices: ChoiceSet([0, 2]), choiceCount: 5)

    static func id(_ question: Int) -> ID<QuestionRevision> { ID(rawValue: Int64(question)) }

    /// `papers`: the questions of each paper in their order, with the bits of what was chosen.
    static func analysis(
        _ papers: [[(question: Int, chosen: UInt32)]], keys: [Int: QuestionKey]
    ) -> ExamAnalysis {
        var answers = ExamAnswers()
        for (place, paper) in papers.enumerated() {
            let attempt = ID<Attempt>(rawValue: Int64(place))
            let shares = paper.compactMap { line in
                keys[line.question].map { key in
                    ScoreRules.share(
                        chosen: ChoiceSet(bits: line.chosen), key: key.choices, choiceCount: key.choiceCount,
                        type: key.type)
                }
            }
            answers.addPaper(attempt, score: ScoreRules.score(shares: shares))
            for (position, line) in paper.enumerated() {
                if line.chosen != 0 {
                    answers.choose(ChoiceSet(bits: line.chosen), number: position + 1, on: attempt)
                }
                answers.add(id(line.question), number: position + 1, on: attempt)
            }
        }
        return ItemAnalysisRules.analysis(
            of: answers, keys: Dictionary(uniqueKeysWithValues: keys.map { (id($0.key), $0.value) }))
    }

    /// Papers that all have the questions 1, 2, 3 and so on.
    static func shared(_ rows: [[UInt32]]) -> [[(question: Int, chosen: UInt32)]] {
        rows.map { row in row.enumerated().map { (question: $0.offset + 1, chosen: $0.element) } }
    }

    static func figures(_ question: Int, of analysis: ExamAnalysis) throws -> ItemFigures {
        let tally = try #require(analysis.items.first { $0.revision == id(question) })
        return try #require(ItemFigureRules.figures(of: tally))
    }

    // MARK: An office

    /// Six questions of one choice each: four of rising difficulty, one that the better half misses, one that all get
    /// right; a wrong answer is always the second choice, and some leave the first question out.
    static func row(_ paper: Int) -> [UInt32] {
        let able = paper % 5
        let rising = (0..<4).map { question -> UInt32 in
            question < able ? 1 : question == 0 && paper % 7 == 0 ? 0 : 2
        }
        return rising + [able < 2 ? 1 : 2, 1]
    }

    static let questions = (1...6).map { "move-00\($0)" }

    /// An office with an exam of `questions`, the same for all, that so many people have taken.
    static func office(
        papers: Int, closed: Bool = true, row: (Int) -> [UInt32] = SampleAnswers.row
    ) async throws -> (office: SampleOffice, exam: Exam) {
        let office = try await ExamRoutesTests.office()
        let exam = try ExamRoutesTests.insert(
            office,
            SampleExams.plan { plan in
                plan.draw = .shared
                plan.blueprint = [.topic(topic: "遷徙登記", count: 6)]
            })
        let now = office.clock.now()
        let rows = (0..<papers).map(row)
        try await office.database.write { db in
            let root = try #require(try UnitStore.root(in: db))
            let pool = try ExamPoolStore.pool(of: exam.id, in: db)
            #expect(pool.map(\.code) == questions)
            for (place, row) in rows.enumerated() {
                let employee = try EmployeeStore.insert(
                    staffNumber: "Z\(place)", name: "應試\(place)", unit: root.id, position: "課員", servesCounter: false,
                    startsOn: nil, endsOn: nil, in: db)
                let lines = zip(1..., pool).map { number, question in
                    PaperLine(number: number, revision: question.revision, order: [0, 1, 2, 3])
                }
                let attempt = try AttemptStore.insert(
                    exam: exam.id, employee: employee, ordinal: 1, address: padded(place, to: 22), startedAt: now,
                    deadline: now.adding(minutes: 30), lines: lines, in: db)
                for (number, chosen) in zip(1..., row) where chosen != 0 {
                    let response = Response(
                        number: number, sequence: 1, chosen: ChoiceSet(bits: chosen), isFlagged: false, window: "",
                        savedAt: now)
                    _ = try ResponseStore.upsert(response, of: attempt, in: db)
                }
                let score = ScoreRules.score(shares: row.map { $0 == 1 ? .one : .zero })
                try SubmissionStore.submit(
                    attempt, at: now, cause: .examinee, score: score, passed: score >= Points(whole: 70), in: db)
            }
            if closed { try ExamStateActions.close(exam.id, now: now, in: db) }
        }
        return (office, try await office.database.read { try ExamStore.require(exam.id, in: $0) })
    }
}
