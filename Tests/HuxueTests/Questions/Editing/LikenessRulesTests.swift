import Testing

@testable import Huxue

struct LikenessRulesTests {
    /// Two stems, and the share of their pairs in hundredths.
    @Test(arguments: [
        ("甲乙丙", "甲乙丙", 100), ("甲乙丙", "甲，乙丙？", 100), ("ＡＢＣ", "abc", 100),
        // Pairs 甲乙 乙丙 丙丁 and 甲乙 乙丙 丙戊: two of four.
        ("甲乙丙丁", "甲乙丙戊", 50), ("甲乙", "丙丁", 0), ("", "", 0), ("甲", "甲", 0),
        // Four pairs in common of six.
        ("一二三四五六", "一二三四五七", 66),
    ])
    func `the share of pairs that two stems have in common`(one: String, other: String, percent: Int) {
        let pairs = (LikenessRules.pairs(of: one), LikenessRules.pairs(of: other))
        #expect(LikenessRules.percent(pairs.0, pairs.1) == percent)
        #expect(LikenessRules.percent(pairs.1, pairs.0) == percent)
    }

    @Test func `stems of very different length are not alike, whatever they share`() {
        let long = LikenessRules.pairs(of: "下列何者得申請樣本登記，又應於幾日內由何人以何種方式為之")
        #expect(LikenessRules.percent(LikenessRules.pairs(of: "下列何者"), long) == 0)
    }
}
