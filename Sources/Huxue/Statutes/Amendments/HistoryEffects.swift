/// Reads when amendments take effect, as entries of 沿革 word it.
enum HistoryEffects {
    static let words = ["施行", "實施", "生效"]

    /// What the clauses say, when `day` is that of the promulgation.
    static func rules(in text: String, day: Day?) -> [StatuteHistory.EffectRule] {
        text.split(separator: ";").flatMap { clause -> [StatuteHistory.EffectRule] in
            guard let (exception, rest) = exception(in: String(clause)) else {
                return sentences(in: String(clause), day: day)
            }
            let isDated = words.contains(where: exception.contains)
            let excepted =
                isDated
                ? sentences(in: exception, day: day)
                : [StatuteHistory.EffectRule(articles: articles(in: exception), effect: .toBeSet)]
            return excepted + [StatuteHistory.EffectRule(articles: nil, effect: effect(in: rest, day: day))]
        }
    }

    private static func sentences(in text: String, day: Day?) -> [StatuteHistory.EffectRule] {
        var text = text
        for end in ["施行", "定之"] {
            for beginning in ["第", "但", "其餘"] {
                text = text.replacing("\(end),\(beginning)", with: "\(end);\(beginning)")
            }
        }
        return text.split(separator: ";").map(String.init).filter { words.contains(where: $0.contains) }
            .map { rule($0, day: day) }
    }

    private static func rule(_ text: String, day: Day?) -> StatuteHistory.EffectRule {
        let articles = articles(in: text)
        return StatuteHistory.EffectRule(
            articles: articles.isEmpty ? nil : articles, effect: effect(in: text, day: day))
    }

    /// 除 X 外, Y.
    private static func exception(in text: String) -> (exception: String, rest: String)? {
        guard let start = text.firstIndex(of: "除"), !text[..<start].hasSuffix("刪") else { return nil }
        for (index, character) in zip(text.indices, text) where index > start && character == "外" {
            let rest = text[text.index(after: index)...]
            guard let next = rest.first, ",自其餘均並".contains(next) else { continue }
            return (String(text[start..<index]), String(rest))
        }
        return nil
    }

    private static func articles(in text: String) -> [ArticleRange] {
        var scanner = HistoryScanner(text)
        var found: [ArticleRange] = []
        while !scanner.rest.isEmpty {
            if let ranges = scanner.takeBareList() {
                found += ranges
            } else if case .articles(let ranges)? = scanner.takeUnit() {
                found += ranges
            } else {
                scanner.skip()
            }
        }
        return found
    }

    static func effect(in text: String, day: Day?) -> StatuteHistory.Effect {
        if ["定之", "另定", "命令定", "另以命令"].contains(where: text.contains) { return .toBeSet }
        var scanner = HistoryScanner(text)
        var mentioned: Day?
        while !scanner.rest.isEmpty {
            if scanner.take("同日") != nil {
                return mentioned.map(StatuteHistory.Effect.day) ?? .promulgation
            } else if let found = scanner.date(relativeTo: day) {
                _ = scanner.take("起")
                if scanner.comes(words + [")", "零時"]) != nil { return .day(found) }
                mentioned = found
            } else if scanner.take("公布後", "發布後", "公布日後", "發布日後") != nil {
                if let later = later(&scanner, than: day) { return .day(later) }
            } else {
                scanner.skip()
            }
        }
        if words.contains(where: text.hasPrefix) { return .promulgation }
        let usual = ["公布日", "發布日", "公布施行", "發布施行", "公布之日", "發布之日", "即日"]
        return usual.contains(where: text.contains) ? .promulgation : .unclear
    }

    /// 一年六個月 after that day.
    private static func later(_ scanner: inout HistoryScanner, than day: Day?) -> Day? {
        var months = 0
        while let number = scanner.number() {
            if scanner.take("年") != nil {
                months += 12 * number
            } else if scanner.take("個月", "月") != nil {
                months += number
            } else {
                return nil
            }
        }
        guard let day, months > 0 else { return nil }
        let total = day.year * 12 + day.month - 1 + months
        let (year, month) = (total / 12, total % 12 + 1)
        return Day(year: year, month: month, day: min(day.day, Day.length(ofMonth: month, year: year)))
    }
}
