import Testing

@testable import Huxue

@Suite struct ResultListQueryTests {
    static let exams: [(state: ExamState, release: ResultsRelease, filters: [ResultFilter])] = [
        (.published, .afterClose, [.all, .submitted, .open, .notStarted, .excused]),
        (.published, .whenAnnounced, [.all, .submitted, .open, .notStarted, .excused]),
        (.published, .atOnce, [.all, .passed, .failed, .open, .notStarted, .excused]),
        (.closed, .afterClose, [.all, .passed, .failed, .open, .notStarted, .excused]),
        (.closed, .whenAnnounced, [.all, .passed, .failed, .open, .notStarted, .excused]),
    ]

    @Test(arguments: exams) func `the chips add up to everybody`(
        state: ExamState, release: ResultsRelease, filters: [ResultFilter]
    ) {
        let exam = sampleExam(state) { $0.results = release }
        #expect(ResultListQuery.filters(of: exam) == filters)
        let standing = ExamStanding(roster: 20, submitted: 9, open: 3, excused: 2)
        let scores =
            ExamRules.showsScores(exam)
            ? [ScoreCount(score: Points(whole: 40), count: 4), ScoreCount(score: Points(whole: 80), count: 5)] : []
        let counts = filters.map {
            ResultRules.count($0, standing: standing, scores: scores, passMark: exam.plan.passMark)
        }
        #expect(counts[0] == 20 && counts.dropFirst().reduce(0, +) == 20)
    }

    @Test func `an address may ask for every filter that some page offers`() throws {
        for (text, filter) in [
            ("submitted", ResultFilter.submitted), ("passed", .passed), ("waiting", .all), ("x", .all),
        ] {
            #expect(try ResultListQuery(Form(decoding: "state=\(text)")).query.filter == filter)
        }
    }
}
