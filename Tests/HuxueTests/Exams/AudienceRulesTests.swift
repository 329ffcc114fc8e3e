import Testing

@testable import Huxue

@Suite struct AudienceRulesTests {
    static let office = Unit(
        id: ID(rawValue: 2), parentID: ID(rawValue: 1), name: "東區所", fullName: "臺南市/東區所", path: "/1/2/")
    static let register = Unit(
        id: ID(rawValue: 3), parentID: ID(rawValue: 2), name: "登記課", fullName: "臺南市/東區所/登記課", path: "/1/2/3/")
    static let desk = Unit(
        id: ID(rawValue: 4), parentID: ID(rawValue: 3), name: "一股", fullName: "臺南市/東區所/登記課/一股", path: "/1/2/3/4/")
    static let office2 = Unit(
        id: ID(rawValue: 5), parentID: ID(rawValue: 2), name: "登記課二", fullName: "臺南市/東區所/登記課二", path: "/1/2/5/")
    static let units = [office, register, desk, office2]

    private static func person(
        _ number: String = "A1", unit: String = "臺南市/東區所/登記課/一股", position: String = "課員", counter: Bool = true
    ) -> AudienceCandidate {
        AudienceCandidate(staffNumber: number, unitName: unit, position: position, servesCounter: counter)
    }

    static let cases: [(Audience, AudienceCandidate, Bool)] = [
        (Audience(units: ["全所"]), person(), true),
        (Audience(units: ["全所"]), person(unit: "臺南市/東區所"), true),
        (Audience(units: ["全所"]), person(unit: "臺南市"), false),
        (Audience(units: ["全所"]), person(unit: "臺南市/西區所/登記課"), false),
        (Audience(units: ["臺南市/東區所/登記課"]), person(), true),
        (Audience(units: ["臺南市/東區所/登記課"]), person(unit: "臺南市/東區所/登記課"), true),
        (Audience(units: ["臺南市/東區所/登記課"]), person(unit: "臺南市/東區所/登記課二"), false),
        (Audience(units: ["臺南市/東區所/登記課"]), person(unit: "臺南市/東區所"), false),
        (Audience(units: ["臺南市"]), person(), true),
        (Audience(units: ["臺南市"]), person(unit: "臺南市/西區所"), false),
        (Audience(positions: ["課員"]), person(), true),
        (Audience(positions: ["課員"]), person(position: "課長"), false),
        (Audience(positions: ["課員"]), person(unit: "臺南市/西區所"), false),
        (Audience(positions: [""]), person(position: ""), true),
        (Audience(employees: ["A1"]), person(unit: "臺南市/西區所"), true),
        (Audience(employees: ["A2"]), person(), false),
        (Audience(units: ["全所"], except: ["A1"]), person(), false),
        (Audience(employees: ["A1"], except: ["A1"]), person(), false),
        (Audience(units: ["全所"], counterOnly: true), person(counter: false), false),
        (Audience(units: ["全所"], counterOnly: true), person(), true),
        (Audience(positions: ["課員"], counterOnly: true), person(counter: false), false),
        (Audience(employees: ["A1"], counterOnly: true), person(counter: false), true),
        (Audience(), person(), false),
    ]

    @Test(arguments: cases) func `an exam concerns whom its audience includes`(
        audience: Audience, candidate: AudienceCandidate, isIncluded: Bool
    ) {
        #expect(AudienceRules.includes(candidate, audience: audience, examUnit: Self.office) == isIncluded)
    }

    static let names: [(String, String)] = [
        ("全所", "全所"), ("臺南市/東區所/登記課", "臺南市/東區所/登記課"), ("登記課", "臺南市/東區所/登記課"),
        ("登記課/一股", "臺南市/東區所/登記課/一股"), ("一股", "臺南市/東區所/登記課/一股"), ("檔案課", "檔案課"),
        ("臺南市/西區所", "臺南市/西區所"), ("", ""), ("/", "/"),
    ]

    @Test(arguments: names) func `units may be named from the exam's unit down`(name: String, fullName: String) {
        let audience = AudienceRules.normalised(Audience(units: [name]), units: Self.units, examUnit: Self.office)
        #expect(audience.units == [fullName])
    }

    @Test func `names that stand twice are kept once`() {
        let audience = AudienceRules.normalised(
            Audience(units: ["登記課", "臺南市/東區所/登記課"], employees: ["A1", "A1"], except: ["B", "B"]),
            units: Self.units, examUnit: Self.office)
        #expect(audience == Audience(units: ["臺南市/東區所/登記課"], employees: ["A1"], except: ["B"]))
    }

    @Test func `what is not within the exam's unit is named`() {
        let problems = AudienceRules.problems(
            in: Audience(
                units: ["全所", "臺南市/西區所"], positions: ["課員", "廠長"], employees: ["A1", "B9"], except: ["A1", "Z"]),
            units: Self.units, positions: ["課員"], staffNumbers: ["A1"])
        #expect(
            problems == [
                ExamProblem(.examinees, .unitNotHere("臺南市/西區所")), ExamProblem(.positions, .positionNotHere("廠長")),
                ExamProblem(.employees, .staffNumberNotHere("B9")), ExamProblem(.except, .staffNumberNotHere("Z")),
            ])
    }
}

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
