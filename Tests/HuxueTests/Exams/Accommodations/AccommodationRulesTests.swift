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

    static let usedUp: [(state: ExamState, release: ResultsRelease, passed: Bool, problem: AccommodationProblem?)] = [
        (.closed, .afterClose, false, nil), (.closed, .afterClose, true, .hasPassed),
        (.closed, .whenAnnounced, false, nil), (.closed, .whenAnnounced, true, .hasPassed),
        (.published, .atOnce, false, nil), (.published, .atOnce, true, .hasPassed),
        (.published, .afterClose, false, .noAttemptsLeft), (.published, .afterClose, true, .noAttemptsLeft),
        (.published, .whenAnnounced, false, .noAttemptsLeft), (.published, .whenAnnounced, true, .noAttemptsLeft),
    ]

    @Test(arguments: usedUp) func `whoever failed and has no attempt left may get a make-up once scores are known`(
        state: ExamState, release: ResultsRelease, passed: Bool, problem: AccommodationProblem?
    ) {
        let makeUp = Accommodation(
            examID: ID(rawValue: 1), employeeID: ID(rawValue: 1), opens: Self.good,
            closes: Self.good.adding(minutes: 60))
        #expect(
            refusal(
                of: makeUp, exam: sampleExam(state) { $0.results = release }, attemptsUsed: 1, hasPassed: passed)
                == problem.map { .accommodationInvalid($0) })
    }

    @Test func `a new window brings one attempt where none is left, and an old one brings none`() {
        let makeUp = Accommodation(
            examID: ID(rawValue: 1), employeeID: ID(rawValue: 1), opens: Self.good,
            closes: Self.good.adding(minutes: 60))
        var kept = makeUp
        kept.extraAttempts = 1
        var moved = makeUp
        moved.closes = Self.good.adding(minutes: 90)
        let extraTime = Accommodation(examID: ID(rawValue: 1), employeeID: ID(rawValue: 1), extraMinutes: 10)
        func extra(_ new: Accommodation, _ before: Accommodation?, used: Int, of attempts: Int = 1) -> Int {
            AccommodationRules.extraAttempts(
                for: new, before: before, plan: samplePlan { $0.attempts = attempts }, attemptsUsed: used)
        }
        #expect(extra(makeUp, nil, used: 0) == 0)
        #expect(extra(makeUp, nil, used: 1) == 1)
        #expect(extra(makeUp, nil, used: 1, of: 3) == 0)
        #expect(extra(makeUp, nil, used: 3, of: 3) == 1)
        #expect(extra(makeUp, kept, used: 2) == 1)
        #expect(extra(moved, kept, used: 1) == 1)
        #expect(extra(moved, kept, used: 2) == 2)
        #expect(extra(extraTime, kept, used: 1) == 0)
    }

    private func refusal(
        of accommodation: Accommodation, exam: Exam, attemptsUsed: Int = 0, hasPassed: Bool = false
    ) -> ExamRefusal? {
        do {
            try AccommodationRules.check(
                accommodation, before: nil, exam: exam, attemptsUsed: attemptsUsed, hasPassed: hasPassed, now: Self.now)
            return nil
        } catch {
            return error
        }
    }
}
