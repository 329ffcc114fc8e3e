import Testing

@testable import Huxue

@Suite struct RubricRulesTests {
    private func total(_ points: [String?], _ plan: RubricPlan = SampleRubrics.plan()) -> Fraction {
        RubricRules.total(of: points.map { $0.flatMap { Points($0) } }, by: plan)
    }

    private static func even(_ weights: [Int], _ scale: RubricScale, total: Int = 100) -> RubricPlan {
        RubricPlan(
            title: "甲", total: total,
            criteria: weights.enumerated().map { SampleRubrics.criterion("項\($0.offset)", weight: $0.element, scale) })
    }

    // MARK: Totals

    @Test(arguments: [
        (["4", "3", "7.5"], Fraction(72, 1)), (["5", "5", "10"], Fraction(100, 1)), (["1", "1", "0"], Fraction(12, 1)),
        (["4", nil, nil], Fraction(24, 1)), ([nil, nil, "0.5"], Fraction(2, 1)), ([nil, nil, nil], .zero),
        (["2", "5", "9.5"], Fraction(80, 1)),
    ])
    func `a total is the sum of weight times share of the highest points`(points: [String?], expected: Fraction) {
        #expect(total(points) == expected)
    }

    @Test func `weights that do not add up to 100 are normalised`() {
        // (30·4/5 + 30·3/5 + 20·7.5/10) / 80 = 57/80.
        let plan = SampleRubrics.plan { $0.criteria[2].weight = Points(whole: 20) }
        #expect(total(["4", "3", "7.5"], plan) == Fraction(285, 4))
        #expect(RubricRules.shares(of: plan) == [Fraction(3, 8), Fraction(3, 8), Fraction(1, 4)])
        #expect(RubricRules.shares(of: plan).map(RubricTerms.percent) == ["37.5 %", "37.5 %", "25 %"])
        #expect(total(["5", "5", "10"], plan) == Fraction(100, 1))
    }

    @Test func `thirds stay exact until they are shown`() {
        let plan = Self.even([1, 1, 1], SampleRubrics.fiveLevels)
        #expect(total(["5", nil, nil], plan) == Fraction(100, 3))
        #expect(Points(rounding: total(["5", nil, nil], plan)).text == "33.33")
        #expect(Points(rounding: total(["5", "5", nil], plan)).text == "66.67")
        #expect(total(["5", "5", "5"], plan) == Fraction(100, 1))
        #expect(RubricRules.shares(of: plan).reduce(.zero, +) == .one)
    }

    @Test(arguments: [
        // 100 · 1/8 · points/10, which ends in a 5 at the third place.
        ("0.5", Fraction(5, 8), "0.63"), ("1.5", Fraction(15, 8), "1.88"), ("2.5", Fraction(25, 8), "3.13"),
        ("9.5", Fraction(95, 8), "11.88"), ("1", Fraction(5, 4), "1.25"), ("10", Fraction(25, 2), "12.5"),
    ])
    func `halves are rounded up, once`(points: String, exact: Fraction, shown: String) {
        let plan = Self.even([1, 7], SampleRubrics.tenPoints)
        #expect(total([points, nil], plan) == exact)
        #expect(Points(rounding: exact).text == shown)
    }

    @Test func `neither the unit of weights nor the order of criteria changes a total`() {
        let plan = SampleRubrics.plan()
        var tenfold = plan
        for place in tenfold.criteria.indices {
            tenfold.criteria[place].weight = Points(hundredths: plan.criteria[place].weight.hundredths * 10)
        }
        var turned = plan
        turned.criteria.reverse()
        #expect(total(["2", "4", "3.5"], tenfold) == total(["2", "4", "3.5"], plan))
        #expect(total(["3.5", "4", "2"], turned) == total(["2", "4", "3.5"], plan))
    }

    @Test(arguments: [1, 5, 100, 1000])
    func `the highest points make the whole total`(whole: Int) {
        let plan = Self.even([3, 7, 11, 13], SampleRubrics.fiveLevels, total: whole)
        #expect(RubricRules.problems(in: plan).isEmpty)
        #expect(total(["5", "5", "5", "5"], plan) == Fraction(whole, 1))
        #expect(total(["1", "1", "1", "1"], plan) == Fraction(whole, 5))
    }

    @Test func `the largest rubric that is taken adds up and compares without overflow`() {
        // Reduced weights 9,999 in all, highest points in 100 parts: denominators up to 999,900.
        var plan = Self.even(
            [1, 1], .points(from: .zero, to: Points(whole: 1000), step: Points(whole: 10)), total: 1000)
        plan.criteria[0].weight = Points(hundredths: 99_98)
        plan.criteria[1].weight = Points(hundredths: 1)
        #expect(RubricRules.problems(in: plan).isEmpty)
        let (high, low) = (total(["1000", "990"], plan), total(["1000", "980"], plan))
        #expect(low < high && high < Fraction(1000, 1))
        #expect((0..<40).reduce(Fraction.zero) { sum, _ in sum + high } == high * Fraction(40, 1))
    }

    // MARK: What a rubric may say

    static let bad: [(change: @Sendable (inout RubricPlan) -> Void, place: RubricPlace, kind: RubricProblem.Kind)] = [
        ({ $0.title = " 　" }, .title, .noText),
        ({ $0.title = String(repeating: "題", count: 101) }, .title, .tooLong(limit: 100)),
        ({ $0.title = "甲\n乙" }, .title, .severalLines), ({ $0.title = "甲\u{202E}乙" }, .title, .turns("甲\u{202E}乙")),
        ({ $0.total = 0 }, .total, .totalNotInRange(1...1000)),
        ({ $0.total = 1001 }, .total, .totalNotInRange(1...1000)), ({ $0.criteria = [] }, .criteria, .noCriteria),
        (
            { plan in plan.criteria = (0...30).map { SampleRubrics.criterion("項\($0)") } }, .criteria,
            .tooManyCriteria(limit: 30)
        ),
        ({ $0.criteria[1].name = "" }, .criterion(2, .name), .noText),
        ({ $0.criteria[1].name = String(repeating: "名", count: 41) }, .criterion(2, .name), .tooLong(limit: 40)),
        ({ $0.criteria[1].name = " 創 新性" }, .criterion(2, .name), .sameName(as: 1)),
        ({ $0.criteria[1].guide = String(repeating: "說", count: 501) }, .criterion(2, .guide), .tooLong(limit: 500)),
        ({ $0.criteria[0].weight = .zero }, .criterion(1, .weight), .weightNotPositive),
        ({ $0.criteria[0].weight = Points(hundredths: -1) }, .criterion(1, .weight), .weightNotPositive),
        (
            { $0.criteria[0].weight = Points(hundredths: 1000_01) }, .criterion(1, .weight),
            .tooLarge(limit: Points(whole: 1000))
        ),
        (
            { $0.criteria[2].scale = range(5, 5, 1) }, .criterion(3, .to), .rangeEmpty(from: Points(hundredths: 500))
        ),
        (
            { $0.criteria[2].scale = range(10, 0, 1) }, .criterion(3, .to), .rangeEmpty(from: Points(hundredths: 1000))
        ),
        (
            { $0.criteria[2].scale = range(0, 1001, 1) }, .criterion(3, .to), .tooLarge(limit: Points(whole: 1000))
        ),
        ({ $0.criteria[2].scale = range(0, 10, 0) }, .criterion(3, .step), .stepNotPositive),
        (
            { $0.criteria[2].scale = range(0, 10, 3) }, .criterion(3, .step),
            .stepDoesNotDivide(from: .zero, to: Points(whole: 10), step: Points(whole: 3))
        ),
        (
            { $0.criteria[2].scale = range(1, 10, 2) }, .criterion(3, .step),
            .stepDoesNotDivide(from: Points(whole: 1), to: Points(whole: 10), step: Points(whole: 2))
        ),
        ({ $0.criteria[0].scale = .levels([]) }, .criterion(1, .levels), .levelCount(2...20)),
        (
            { $0.criteria[0].scale = .levels([SampleRubrics.level(5, "唯一")]) }, .criterion(1, .levels),
            .levelCount(2...20)
        ),
        ({ $0.criteria[0].scale = levels([1, 3, 2]) }, .level(3, of: 1), .notAscending(after: Points(whole: 3))),
        ({ $0.criteria[0].scale = levels([1, 1, 2]) }, .level(2, of: 1), .notAscending(after: Points(whole: 1))),
        ({ $0.criteria[0].scale = levels([1, 2], anchor: "") }, .level(1, of: 1), .noText),
        (
            { $0.criteria[0].scale = levels([1, 1001]) }, .level(2, of: 1), .tooLarge(limit: Points(whole: 1000))
        ),
    ]

    private static func range(_ from: Int, _ to: Int, _ step: Int) -> RubricScale {
        .points(from: Points(whole: from), to: Points(whole: to), step: Points(whole: step))
    }

    private static func levels(_ points: [Int], anchor: String = "說明") -> RubricScale {
        .levels(points.map { SampleRubrics.level($0, anchor) })
    }

    @Test(arguments: bad.indices)
    func `what a rubric must not say is named with its place`(index: Int) {
        let (change, place, kind) = Self.bad[index]
        let problems = RubricRules.problems(in: SampleRubrics.plan(change))
        #expect(problems.first == RubricProblem(place, kind))
        #expect(problems.allSatisfy { !$0.sentence.isEmpty })
        // An empty anchor is missing in each of the two levels.
        #expect(problems.count == (place == .level(1, of: 1) ? 2 : 1))
    }

    @Test func `weights and maxima of which no exact total can be kept are refused`() {
        let odd = [999, 998, 997].map { top in
            RubricScale.points(from: .zero, to: Points(hundredths: top), step: Points(hundredths: 1))
        }
        let plan = SampleRubrics.plan { plan in
            for place in odd.indices { plan.criteria[place].scale = odd[place] }
        }
        #expect(RubricRules.problems(in: plan) == [RubricProblem(.criteria, .tooFine)])
        // Weights in hundredths, as somebody writes thirds.
        let thirds = SampleRubrics.plan { plan in
            for (place, weight) in [33_33, 33_33, 33_34].enumerated() {
                plan.criteria[place].weight = Points(hundredths: weight)
            }
        }
        #expect(RubricRules.problems(in: thirds).isEmpty)
    }

    @Test func `all problems of a rubric are named together`() {
        let plan = SampleRubrics.plan {
            $0.title = ""
            $0.criteria[0].weight = .zero
            $0.criteria[2].name = "可行性"
        }
        #expect(RubricRules.problems(in: plan).map(\.place) == [.title, .criterion(1, .weight), .criterion(3, .name)])
    }

    @Test func `a scale allows its steps and levels alone`() {
        let scale = SampleRubrics.tenPoints
        #expect(["0", "0.5", "9.5", "10"].allSatisfy { Points($0).map(scale.allows) == true })
        #expect(["0.25", "10.5", "11"].allSatisfy { Points($0).map(scale.allows) == false })
        #expect(["1", "3", "5"].allSatisfy { Points($0).map(SampleRubrics.fiveLevels.allows) == true })
        #expect(["0", "1.5", "6"].allSatisfy { Points($0).map(SampleRubrics.fiveLevels.allows) == false })
        #expect(scale.choices(limit: 20) == nil && scale.choices(limit: 21)?.count == 21)
    }
}
