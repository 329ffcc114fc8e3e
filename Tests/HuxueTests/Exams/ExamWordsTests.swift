import Testing

@testable import Huxue

@Suite struct ExamWordsTests {
    static let rules: [(choices: Int, words: String)] = [
        (2, "二選項：錯 1 個以上 0 分"), (3, "三選項：錯 1 個得 1/3，錯 2 個以上 0 分"),
        (4, "四選項：錯 1 個得 2/4，錯 2 個以上 0 分"), (5, "五選項：錯 1 個得 3/5，錯 2 個得 1/5，錯 3 個以上 0 分"),
        (6, "六選項：錯 1 個得 4/6，錯 2 個得 2/6，錯 3 個以上 0 分"),
        (9, "九選項：錯 1 個得 7/9，錯 2 個得 5/9，錯 3 個得 3/9，錯 4 個得 1/9，錯 5 個以上 0 分"),
    ]

    @Test(arguments: rules) func `the rule is written out for a number of choices`(choices: Int, words: String) {
        #expect(ExamWords.multipleRule(choiceCounts: [choices])?.contains("。\(words)。未作答 0 分。") == true)
    }

    @Test(arguments: 2...9) func `the words say what scoring gives`(choices: Int) {
        let key = ChoiceSet(Array(0..<choices))
        let words = ExamWords.multipleRule(choiceCounts: [choices]) ?? ""
        for wrong in 1..<choices {
            let share = ScoreRules.share(
                chosen: ChoiceSet(Array(wrong..<choices)), key: key, choiceCount: choices, type: .multiple)
            let said = words.contains("錯 \(wrong) 個得 \(choices - 2 * wrong)/\(choices)")
            #expect(said == (share != .zero) && (!said || share == Fraction(choices - 2 * wrong, choices)))
        }
    }

    @Test func `only numbers that occur are named, from the lowest`() {
        #expect(ExamWords.multipleRule(choiceCounts: []) == nil)
        #expect(ExamWords.scoringRules(choiceCounts: []).count == 2)
        #expect(ExamWords.scoringRules(choiceCounts: [5, 4]).count == 3)
        let both = ExamWords.multipleRule(choiceCounts: [5, 4]) ?? ""
        #expect(both.contains("四選項：錯 1 個得 2/4，錯 2 個以上 0 分；五選項：錯 1 個得 3/5"))
    }
}
