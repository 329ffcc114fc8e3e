import Testing

@testable import Huxue

@Suite struct AttemptRulesTests {
    private let noon = SampleOffice.morning.adding(minutes: 120)

    private func exam(
        _ state: ExamState, attempts: Int = 1, closedAt: Moment? = nil
    ) -> Exam {
        var plan = SampleExam.plan
        plan.attempts = attempts
        return Exam(
            id: ID(rawValue: 1), unitID: ID(rawValue: 1), state: state, plan: plan, seed: "", publishedAt: noon,
            closedAt: closedAt, releasedAt: nil)
    }

    private func refusal(_ exam: Exam, used: Int = 0, now: Moment) -> String {
        do {
            try AttemptRules.mayStart(
                exam, window: (noon, noon.adding(minutes: 60)), used: used, now: now)
            return "may"
        } catch {
            return "\(error)".prefix { $0 != "(" }.description
        }
    }

    @Test func `an attempt begins from the opening instant to the last before the closing`() {
        let published = exam(.published)
        #expect(refusal(published, now: noon.adding(seconds: -1)) == "notOpenYet")
        #expect(refusal(published, now: noon) == "may")
        #expect(refusal(published, now: Moment(milliseconds: noon.adding(minutes: 60).milliseconds - 1)) == "may")
        #expect(refusal(published, now: noon.adding(minutes: 60)) == "over")
    }

    @Test func `a draft is unknown, a closed exam over, a used-up one refused`() {
        #expect(refusal(exam(.draft), now: noon) == "missing")
        #expect(refusal(exam(.closed, closedAt: noon), now: noon) == "over")
        #expect(refusal(exam(.published), used: 1, now: noon) == "noAttemptsLeft")
        #expect(refusal(exam(.published, attempts: 2), used: 1, now: noon) == "may")
    }

    @Test(arguments: [
        (0, false, 30), (15, false, 45), (15, true, 45), (0, true, 30), (120, false, 60), (120, true, 150),
    ])
    func `the deadline is start, limit and extra time, within the window unless allowed`(
        extra: Int, mayOverrun: Bool, expected: Int
    ) {
        var plan = SampleExam.plan
        plan.mayOverrun = mayOverrun
        let deadline = AttemptRules.deadline(
            for: plan, extraMinutes: extra, closes: noon.adding(minutes: 60), startedAt: noon)
        #expect(deadline == noon.adding(minutes: expected))
    }

    @Test func `an answer counts until one millisecond before the deadline`() throws {
        let last = Moment(milliseconds: noon.milliseconds - 1)
        try AttemptRules.acceptResponse(deadline: noon, submittedAt: nil, now: last)
        #expect(throws: AttemptRefusal.self) {
            try AttemptRules.acceptResponse(deadline: noon, submittedAt: nil, now: noon)
        }
        #expect(throws: AttemptRefusal.self) {
            try AttemptRules.acceptResponse(deadline: noon, submittedAt: last, now: last)
        }
    }

    @Test func `a browser's clock cannot lock an answer against later ones`() throws {
        let now = noon
        #expect(try AttemptRules.sequence(claimed: .max, now: now) == now.milliseconds + 2000)
        #expect(try AttemptRules.sequence(claimed: 17, now: now) == 17)
        #expect(throws: AttemptRefusal.self) { try AttemptRules.sequence(claimed: 0, now: now) }
        #expect(throws: AttemptRefusal.self) { try AttemptRules.sequence(claimed: .min, now: now) }
    }

    @Test func `displayed keys stand for places in the revision`() throws {
        let order = [2, 0, 3, 1]
        #expect(try AttemptRules.chosen(keys: [1], order: order, type: .single, number: 1) == ChoiceSet([2]))
        #expect(try AttemptRules.chosen(keys: [2, 4], order: order, type: .multiple, number: 1) == ChoiceSet([0, 1]))
        #expect(try AttemptRules.chosen(keys: [], order: order, type: .single, number: 1) == .none)
        #expect(try AttemptRules.chosen(keys: [], order: [], type: .single, number: 1) == .none)
        for keys in [[0], [5], [-1], [.max], [.min], [1, 2]] {
            #expect(throws: AttemptRefusal.self) {
                try AttemptRules.chosen(keys: keys, order: order, type: .single, number: 1)
            }
        }
        #expect(throws: AttemptRefusal.self) {
            try AttemptRules.chosen(keys: [1], order: [], type: .single, number: 1)
        }
    }
}
