import Testing

@testable import Huxue

@Suite struct ThirdScoreRuleTests {
    private static let full = Fraction(100, 1)

    @Test(arguments: [
        ([6000, 8000], true), ([8000, 6000], true), ([6000, 7999], false), ([6001, 8000], false), ([0, 10000], true),
        ([7000, 7000], false), ([7000], false), ([], false),
    ]) func `two that differ by a fifth of the full score want a third`(hundredths: [Int], wantsThird: Bool) {
        let verdict = ThirdScoreRule(fullScore: Self.full).verdict(on: hundredths.map { Fraction($0, 100) })
        #expect(verdict.wantsThird == wantsThird)
        #expect(verdict.counting == Set(hundredths.indices))
    }

    @Test(arguments: [
        // The two nearest, wherever they stand.
        ([60, 80, 72], [1, 2]), ([80, 60, 65], [1, 2]), ([60, 65, 80], [0, 1]), ([70, 70, 90], [0, 1]),
        ([90, 70, 90], [0, 2]), ([0, 100, 51], [1, 2]),
        // Equally far apart.
        ([60, 70, 80], [0, 1, 2]), ([100, 0, 50], [0, 1, 2]),
        // None too far from another.
        ([60, 65, 79], [0, 1, 2]), ([70, 70, 70], [0, 1, 2]),
        // The rule says nothing of four.
        ([60, 80, 61, 79], [0, 1, 2, 3]),
    ]) func `of three the two nearest count, and all when equally far apart`(totals: [Int], counting: [Int]) {
        let verdict = ThirdScoreRule(fullScore: Self.full).verdict(on: totals.map { Fraction($0, 1) })
        #expect(verdict.counting == Set(counting) && !verdict.wantsThird)
    }

    @Test func `the share can be set, and the full score is the rubric's`() {
        let third = ThirdScoreRule(fullScore: Fraction(30, 1), threshold: Fraction(1, 3))
        #expect(third.verdict(on: [Fraction(10, 1), Fraction(20, 1)]).wantsThird)
        #expect(!third.verdict(on: [Fraction(10, 1), Fraction(1999, 100)]).wantsThird)
    }

    @Test func `the rule is on for two reviewers and off for others, unless a call says otherwise`() {
        #expect(ThirdScoreRule.standard(reviewersEach: 2, fullScore: Self.full)?.threshold == Fraction(1, 5))
        for count in [0, 1, 3, 4, 7] {
            #expect(ThirdScoreRule.standard(reviewersEach: count, fullScore: Self.full) == nil)
        }
    }
}
