/// Choices whose words depend on where other choices stand.
enum ChoiceTerms {
    /// Whether the choice is about the others as they stand around it: 以上皆是, 以上皆非, 皆可.
    static func sumsUpOthers(_ choice: String) -> Bool {
        guard var words = Words(judgementIn: choice) else { return false }
        let pointsAtOthers = words.skip(pointers)
        if !pointsAtOthers { words.skip(["全部", "所有", "其他", "其餘", "各"]) }
        words.skip(["各", "所列", "所述"])
        words.skip(numerals)
        words.skip(nouns)
        let isOfAll = words.skipAll(["全部", "無一", "沒有", "皆", "均", "都", "全", "俱"])
        let isJudged = words.skip(verdicts)
        return words.isAtEnd && (pointsAtOthers ? isOfAll || isJudged : isOfAll && isJudged)
    }

    /// Whether the choice names others by their labels: 甲、乙、丙皆是, A 與 B 皆正確, 僅 1 正確.
    static func namesOthers(_ choice: String) -> Bool {
        guard var words = Words(judgementIn: choice) else { return false }
        var isSure = words.skip(["僅有", "僅", "只有", "只"])
        var count = 0
        while true {
            if words.skip(["選項"]) { isSure = true }
            words.skip(["("])
            guard words.skip(labels) else { break }
            words.skip([")"])
            words.skip(["、", ",", "和", "與", "及", "或", "跟"])
            count += 1
        }
        words.skip(nouns)
        words.skipAll(["全部", "皆", "均", "都", "才", "全"])
        let isJudged = words.skip(verdicts)
        return words.isAtEnd && isJudged && (count > 1 || count == 1 && isSure)
    }

    private static let pointers = ["以上", "以下", "上述", "上列", "上開", "前述", "前列", "前開"]
    private static let numerals = ["一", "二", "兩", "三", "四", "五", "六", "七", "八", "2", "3", "4", "5", "6", "7", "8"]
    private static let nouns = ["個選項", "選項", "答案", "敘述", "說法", "説法", "項目", "情形", "項", "者", "種"]
    private static let labels = Array("abcdefghi123456789甲乙丙丁戊己庚辛壬一二三四五六七八九").map { String($0) }

    /// The longer ones first.
    private static let verdicts: [String] = {
        let plain = [
            "正確", "錯誤", "可以", "可能", "符合", "包括", "屬之", "是", "非", "對", "錯", "可", "能", "符", "須", "要", "應", "得", "行",
        ]
        let all = plain + plain.map { "不" + $0 } + ["有誤", "無誤", "有可能", "為是", "為非", "為真", "為對", "為錯", "有", "無"]
        return all.sorted { $0.count > $1.count }
    }()

    private static let endings = Set(
        (verdicts + ["部", "一", "皆", "均", "都", "全", "俱"]).compactMap(\.unicodeScalars.last))

    /// The words of a choice, read from the left.
    private struct Words {
        private var rest: Substring

        /// Nil for nearly all choices: those that are long, or do not end as a judgement does.
        init?(judgementIn choice: String) {
            guard choice.unicodeScalars.count <= 24 else { return nil }
            rest = LawText.folded(choice)[...]
            while let last = rest.last, "。.!、,;".contains(last) { rest.removeLast() }
            guard let last = rest.unicodeScalars.last, endings.contains(last) else { return nil }
        }

        var isAtEnd: Bool { rest.isEmpty }

        /// Skips the first of these words that stands here.
        @discardableResult
        mutating func skip(_ words: [String]) -> Bool {
            guard let word = words.first(where: { rest.hasPrefix($0) }) else { return false }
            rest.removeFirst(word.count)
            return true
        }

        /// Skips these words for as long as one stands here.
        @discardableResult
        mutating func skipAll(_ words: [String]) -> Bool {
            guard skip(words) else { return false }
            while skip(words) {}
            return true
        }
    }
}
