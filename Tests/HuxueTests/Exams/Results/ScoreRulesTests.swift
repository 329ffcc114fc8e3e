import Testing

@testable import Huxue

@Suite struct ScoreRulesTests {
    @Test(arguments: [
        (0, 7, 0), (1, 3, 33), (2, 3, 67), (1, 8, 13), (1, 200, 1), (1, 201, 0), (199, 200, 100), (198, 200, 99),
        (7, 7, 100),
    ]) func `a share in percent is rounded, halves up`(part: Int, whole: Int, percent: Int) {
        #expect(Fraction(part, whole).rounded(toParts: 100) == percent)
        #expect(TopicResult(topic: "", questions: whole, right: part).percent == percent)
        #expect(OutcomeRules.Topic(name: "", count: whole, right: part).percent == percent)
    }

    @Test(arguments: [(2, 3, 667), (1, 16, 63), (1, 2000, 1), (1999, 2000, 1000), (0, 5, 0)])
    func `a pass rate is rounded to tenths of a percent, halves up`(passed: Int, submitted: Int, rate: Int) {
        let summary = ScoreSummary(
            submitted: submitted, passed: passed, average: .zero, median: .zero, highest: .zero, lowest: .zero)
        #expect(summary.passRate == rate)
    }

    @Test(arguments: [QuestionType.single, .trueFalse]) func `one choice earns all or nothing`(type: QuestionType) {
        let key = ChoiceSet([1])
        #expect(ScoreRules.share(chosen: ChoiceSet([1]), key: key, choiceCount: 4, type: type) == .one)
        #expect(ScoreRules.share(chosen: ChoiceSet([0]), key: key, choiceCount: 4, type: type) == .zero)
        #expect(ScoreRules.share(chosen: .none, key: key, choiceCount: 4, type: type) == .zero)
        #expect(ScoreRules.share(chosen: ChoiceSet([0, 1]), key: key, choiceCount: 4, type: type) == .zero)
    }

    /// (n − 2k)/n, never below 0, written out.
    static let shares: [(n: Int, byWrong: [Fraction])] = [
        (2, [.one, .zero, .zero]),
        (3, [.one, Fraction(1, 3), .zero, .zero]),
        (4, [.one, Fraction(1, 2), .zero, .zero, .zero]),
        (5, [.one, Fraction(3, 5), Fraction(1, 5), .zero, .zero, .zero]),
        (6, [.one, Fraction(2, 3), Fraction(1, 3), .zero, .zero, .zero, .zero]),
    ]

    @Test(arguments: shares) func `a multiple choice loses two shares for each choice judged wrong`(
        n: Int, byWrong: [Fraction]
    ) {
        for key in 1..<(UInt32(1) << n) {
            for chosen in 1..<(UInt32(1) << n) {
                let wrong = (key ^ chosen).nonzeroBitCount
                #expect(
                    ScoreRules.share(
                        chosen: ChoiceSet(bits: chosen), key: ChoiceSet(bits: key), choiceCount: n, type: .multiple)
                        == byWrong[wrong])
            }
        }
    }

    @Test(arguments: 2...6) func `a multiple choice left blank earns nothing, whatever the key`(n: Int) {
        for key in 1..<(UInt32(1) << n) {
            #expect(
                ScoreRules.share(chosen: .none, key: ChoiceSet(bits: key), choiceCount: n, type: .multiple) == .zero)
        }
    }

    @Test func `nothing is earned where there is nothing to choose`() {
        #expect(ScoreRules.share(chosen: ChoiceSet([0]), key: .none, choiceCount: 0, type: .multiple) == .zero)
    }

    @Test func `three questions all right make 100 points exactly`() {
        #expect(ScoreRules.score(shares: [.one, .one, .one]) == Points(hundredths: 100_00))
        #expect(ScoreRules.score(shares: [.one, .one, .zero]) == Points(hundredths: 66_67))
        #expect(ScoreRules.score(shares: [.one, .zero, .zero]) == Points(hundredths: 33_33))
    }

    @Test(arguments: 1...200) func `all right is 100 points and all wrong 0, for any number of questions`(count: Int) {
        #expect(ScoreRules.score(shares: Array(repeating: .one, count: count)) == .full)
        #expect(ScoreRules.score(shares: Array(repeating: .zero, count: count)) == .zero)
    }

    @Test(arguments: [1, 3, 7, 20, 33, 199, 200]) func `200 questions of mixed shares are summed without overflow`(
        count: Int
    ) {
        var chance = SeededGenerator("mixed", "\(count)")
        let shares = (0..<count).map { _ -> Fraction in
            let n = 2 + chance.below(8)
            return Fraction(max(0, n - 2 * chance.below(n)), n)
        }
        let score = ScoreRules.score(shares: shares)
        #expect(score >= .zero && score <= .full)
    }

    @Test func `no questions, no points`() {
        #expect(ScoreRules.score(shares: []) == .zero)
        #expect(ScoreRules.worth(questionCount: 0) == .zero)
        #expect(ScoreRules.worth(questionCount: 20) == Fraction(5, 1))
    }

    @Test(arguments: [(6999, 70, false), (7000, 70, true), (7001, 70, true), (0, 0, true), (9999, 100, false)])
    func `a score passes when, as rounded, it reaches the mark`(hundredths: Int, mark: Int, passes: Bool) {
        #expect(ScoreRules.passes(Points(hundredths: hundredths), passMark: mark) == passes)
    }
}

@Suite struct PointsTests {
    @Test(arguments: [
        (Fraction(1, 200), 1), (Fraction(1, 201), 0), (Fraction(199, 200), 100), (Fraction(1, 3), 33),
        (Fraction(2, 3), 67), (Fraction(5, 1000), 1), (Fraction(15, 1000), 2), (Fraction(25, 1000), 3),
        (Fraction(0, 7), 0), (Fraction(200, 3), 6667),
    ])
    func `halves round up`(fraction: Fraction, hundredths: Int) {
        #expect(Points(rounding: fraction).hundredths == hundredths)
    }

    @Test(arguments: [(0, "0"), (5, "0.05"), (50, "0.5"), (333, "3.33"), (8500, "85"), (8550, "85.5"), (10000, "100")])
    func `points are written without needless zeros`(hundredths: Int, text: String) {
        #expect(Points(hundredths: hundredths).text == text)
    }

    @Test(arguments: [
        ("0", 0), ("85", 85_00), ("85.5", 85_50), ("85.50", 85_50), ("0.05", 5), ("８５．５", 85_50), ("007", 7_00),
        ("999999.99", 999_999_99),
    ])
    func `typed points are read exactly`(text: String, hundredths: Int) {
        #expect(Points(text)?.hundredths == hundredths)
    }

    @Test(arguments: ["", " ", "-1", "+1", "1.", ".5", "1.234", "1,5", "1e2", "五", "1000000", "0x10", "1 0", "NaN"])
    func `what cannot be kept exactly is not read`(text: String) {
        #expect(Points(text) == nil)
    }
}

@Suite struct FractionTests {
    @Test func `fractions are reduced and their denominator is positive`() {
        #expect(Fraction(2, 4) == Fraction(1, 2))
        #expect(Fraction(1, -2) == Fraction(-1, 2))
        #expect(Fraction(0, 9) == .zero)
    }

    @Test func `fractions add, multiply and compare exactly`() {
        #expect(Fraction(1, 3) + Fraction(1, 3) + Fraction(1, 3) == .one)
        #expect(Fraction(2, 3) * Fraction(3, 4) == Fraction(1, 2))
        #expect(Fraction(1, 3) < Fraction(34, 100))
        #expect(!(Fraction(1, 2) < Fraction(2, 4)))
        #expect(Fraction(1, 3) - Fraction(1, 2) == Fraction(-1, 6))
        #expect(Fraction(-1, 2) < .zero && Fraction(-2, 3) < Fraction(-1, 2))
    }

    @Test func `only a result that is too large overflows`() {
        let fine = Fraction(1, 1_000_000_000_000)
        #expect(fine + fine == Fraction(1, 500_000_000_000))
        #expect(Fraction(4_000_000_000_000, 3) * Fraction(3, 4_000_000_000_000) == .one)
        #expect(Fraction(Int.max - 1, Int.max) < .one)
        #expect(Fraction(Int.max, 2).rounded(toParts: 2) == Int.max)
    }

    @Test(arguments: [
        (Fraction(-1, 8), -12), (Fraction(-1, 200), 0), (Fraction(-3, 200), -1), (Fraction(-2, 3), -67),
        (Fraction(-1, 3), -33), (Fraction(-1, 1), -100), (Fraction(-126, 1000), -13),
    ]) func `negative fractions are rounded to the nearest too, halves up`(fraction: Fraction, hundredths: Int) {
        #expect(fraction.rounded(toParts: 100) == hundredths)
    }
}
