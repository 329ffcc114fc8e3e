import Testing

@testable import Huxue

/// How far a make-up is, which window a form offers for one, and which attempt counts.
@Suite struct MakeUpRulesTests {
    static let opens = moment("2026-11-25T09:00")
    static let closes = moment("2026-11-25T12:00")
    static let last = closes.adding(seconds: -1)
    static let states: [(begun: Bool, handedIn: Bool, exam: ExamState, now: Moment, state: MakeUpState)] = [
        (false, false, .published, opens.adding(minutes: -60), .awaited), (false, false, .published, last, .awaited),
        (false, false, .published, closes, .missed), (false, false, .closed, last, .missed),
        (true, false, .published, last, .open), (true, false, .published, closes, .open),
        (true, true, .published, last, .submitted), (true, true, .closed, closes, .submitted),
    ]

    @Test(arguments: states) func `a make-up is awaited, open, handed in or missed`(
        begun: Bool, handedIn: Bool, exam: ExamState, now: Moment, state: MakeUpState
    ) {
        let makeUp = MakeUp(
            opens: Self.opens, closes: Self.closes, startedAt: begun ? Self.opens : nil,
            submittedAt: handedIn ? Self.last : nil)
        #expect(makeUp.state(in: sampleExam(exam), now: now) == state)
    }

    /// 2026-11-20 is a Friday.
    static let windows: [(exam: ExamState, now: String, ends: String, opens: String, closes: String)] = [
        (.closed, "2026-11-20T08:00", "2026-11-19T17:30", "2026-11-23T08:00", "2026-11-27T17:30"),
        (.closed, "2026-11-21T18:00", "2026-11-19T17:30", "2026-11-23T08:00", "2026-11-27T17:30"),
        (.closed, "2026-11-22T18:00", "2026-11-19T17:30", "2026-11-23T08:00", "2026-11-27T17:30"),
        (.closed, "2026-11-25T18:00", "2026-11-19T17:30", "2026-11-26T08:00", "2026-12-02T17:30"),
        (.published, "2026-11-25T18:00", "2026-12-10T17:30", "2026-12-11T08:00", "2026-12-17T17:30"),
        (.published, "2026-11-25T18:00", "2026-11-25T17:30", "2026-11-26T08:00", "2026-12-02T17:30"),
    ]

    @Test(arguments: windows) func `a window begins on the next working day and has five of them`(
        state: ExamState, now: String, ends: String, opens: String, closes: String
    ) {
        let exam = sampleExam(state) { $0.closes = moment(ends) }
        let window = AccommodationRules.windowToFill(in: exam, own: nil, latest: nil, now: moment(now))
        #expect(window.opens == moment(opens) && window.closes == moment(closes))
    }

    @Test func `a window given already is filled in again while it can be taken`() {
        func given(_ day: String) -> Accommodation {
            Accommodation(
                examID: ID(rawValue: 1), employeeID: ID(rawValue: 1), opens: moment("\(day)T09:00"),
                closes: moment("\(day)T12:00"))
        }
        func day(_ state: ExamState, own: String?, latest: String?) -> Day {
            let exam = sampleExam(state) { $0.closes = moment("2026-11-19T17:30") }
            return ROCDate.day(
                of: AccommodationRules.windowToFill(
                    in: exam, own: own.map(given), latest: latest.map(given), now: moment("2026-11-20T13:00")
                ).opens)
        }
        #expect(day(.closed, own: nil, latest: "2026-11-25") == Day("2026-11-25"))
        #expect(day(.closed, own: "2026-11-24", latest: "2026-11-25") == Day("2026-11-24"))
        #expect(day(.closed, own: "2026-11-20", latest: "2026-11-25") == Day("2026-11-25"))
        #expect(day(.closed, own: "2026-11-20", latest: "2026-11-20") == Day("2026-11-23"))
        #expect(day(.published, own: "2026-11-20", latest: "2026-11-25") == Day("2026-11-20"))
    }

    static let scores: [(scores: [Int?], counted: Int?)] = [
        ([], nil), ([nil], nil), ([20], 1), ([20, 100], 2), ([100, 20], 1), ([60, 60], 1), ([20, nil], 1),
    ]

    @Test(arguments: scores) func `the best attempt counts, of equal ones the first`(scores: [Int?], counted: Int?) {
        let attempts = scores.enumerated().map { place, score in
            let startedAt = Self.opens.adding(minutes: place * 60)
            return Attempt(
                id: ID(rawValue: Int64(place + 1)), address: padded(place, to: 22), examID: ID(rawValue: 1),
                employeeID: ID(rawValue: 1), ordinal: place + 1, startedAt: startedAt,
                deadline: startedAt.adding(minutes: 30), submittedAt: score == nil ? nil : startedAt,
                submittedBy: score == nil ? nil : .examinee, score: score.map(Points.init(whole:)),
                passed: score.map { $0 >= 70 })
        }
        #expect(AttemptRules.counted(attempts)?.ordinal == counted)
    }
}
