/// The scoring rules, in the same words on every page before and after a test.
enum ExamWords {
    static let examineeAnswer = "應試者作答"

    /// How multiple-choice questions with these numbers of choices are scored; nil when there are none.
    ///
    /// It says what `ScoreRules.share` gives: of n choices, k judged wrong leave (n − 2k)/n.
    static func multipleRule(choiceCounts: Set<Int>) -> String? {
        guard !choiceCounts.isEmpty else { return nil }
        return "複選題：每個選項分開判斷，該選沒選、不該選而選都算錯。"
            + choiceCounts.sorted().map(shares).joined(separator: "；") + "。未作答 0 分。"
    }

    /// `五選項：錯 1 個得 3/5，錯 2 個得 1/5，錯 3 個以上 0 分`.
    private static func shares(ofChoices count: Int) -> String {
        let nothing = (count + 1) / 2
        let parts = (1..<max(nothing, 1)).map { "錯 \($0) 個得 \(count - 2 * $0)/\(count)" }
        return "\(numeral(count))選項：" + (parts + ["錯 \(nothing) 個以上 0 分"]).joined(separator: "，")
    }

    private static func numeral(_ number: Int) -> String {
        let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
        return numerals.indices.contains(number - 1) ? numerals[number - 1] : "\(number) "
    }

    static func scoringRules(choiceCounts: Set<Int>) -> [String] {
        ["單選題、是非題：答對得該題全部分數，答錯或未作答 0 分，不倒扣。"]
            + [multipleRule(choiceCounts: choiceCounts)].compactMap { $0 } + ["總分四捨五入到小數第 2 位，以此判定及格。"]
    }
}
