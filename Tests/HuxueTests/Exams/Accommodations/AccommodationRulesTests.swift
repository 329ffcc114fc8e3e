import Testing

@testable import Huxue

@Suite struct AccommodationRulesTests {
    static let now = moment("2026-11-20T08:00")
    static let good = moment("2026-12-07T09:00")
    static let cases: [(minutes: Int, opens: Moment?, closes: Moment?, problem: AccommodationProblem?)] = [
        (0, nil, nil, nil), (600, nil, nil, nil), (601, nil, nil, .extraMinutesNotInRange),
        (-1, nil, nil, .extraMinutesNotInRange), (Int.max, nil, nil, .extraMinutesNotInRange),
        (10, good, good.adding(minutes: 1), nil), (10, good, good, .closesTooEarly),
        (10, good, nil, .halfAWindow), (10, nil, good, .halfAWindow),
        (10, now.adding(minutes: -60), now, .windowIsOver), (10, now.adding(minutes: -60), now.adding(minutes: 1), nil),
    ]

    @Test(arguments: cases) func `an accommodation has bounds`(
        minutes: Int, opens: Moment?, closes: Moment?, problem: AccommodationProblem?
    ) {
        let accommodation = Accommodation(
            examID: ID(rawValue: 1), employeeID: ID(rawValue: 1), extraMinutes: minutes, opens: opens, closes: closes)
        let expected = problem.map { ExamRefusal.accommodationInvalid($0) }
        #expect(refusal(of: accommodation, exam: sampleExam(.published)) == expected)
        #expect(refusal(of: accommodation, exam: sampleExam(.draft)) == expected)
        let makeUpOnly = ExamRefusal.accommodationInvalid(.makeUpOnly)
        #expect(
            refusal(of: accommodation, exam: sampleExam(.closed))
                == (problem == nil && opens == nil ? makeUpOnly : expected))
    }

    @Test func `a make-up window that is over may stay as it is`() throws {
        let old = Accommodation(
            examID: ID(rawValue: 1), employeeID: ID(rawValue: 1), opens: Self.now.adding(minutes: -90),
            closes: Self.now.adding(minutes: -30))
        var new = old
        new.extraMinutes = 20
        try AccommodationRules.check(new, before: old, exam: sampleExam(.published), now: Self.now)
    }

    private func refusal(of accommodation: Accommodation, exam: Exam) -> ExamRefusal? {
        do {
            try AccommodationRules.check(accommodation, before: nil, exam: exam, now: Self.now)
            return nil
        } catch {
            return error
        }
    }
}
