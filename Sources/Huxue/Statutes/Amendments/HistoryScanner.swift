/// Walks through the folded words of an entry; each step takes what it finds, or takes nothing and says nil.
struct HistoryScanner {
    var rest: ArraySlice<Unicode.Scalar>

    init(_ folded: String) {
        rest = Array(folded.unicodeScalars)[...]
    }

    var restText: String { String(String.UnicodeScalarView(rest)) }

    /// The first of `words` that comes next, without taking it.
    func comes(_ words: [String]) -> String? {
        words.first { rest.starts(with: $0.unicodeScalars) }
    }

    mutating func take(_ words: String...) -> String? {
        guard let word = comes(words) else { return nil }
        rest = rest.dropFirst(word.unicodeScalars.count)
        return word
    }

    mutating func number() -> Int? {
        guard let (value, length) = LawText.number(leading: rest) else { return nil }
        rest = rest.dropFirst(length)
        return value
    }

    /// 中華民國一百十二年六月二十一日, also without 中華民國, and 同年七月一日 or 同日 as `day` tells.
    mutating func date(relativeTo day: Day?) -> Day? {
        let start = rest
        if let day, take("同日") != nil { return day }
        let isNamed = take("中華民國", "民國") != nil
        var year: Int?
        if take("元年") != nil {
            year = isNamed ? 1 : nil
        } else if let day, take("同年") != nil {
            year = day.year - 1911
        } else {
            year = number()
            if take("年") == nil { year = nil }
        }
        guard let year, let month = number(), take("月") != nil, let date = number(), take("日") != nil,
            let found = Day(year: year + 1911, month: month, day: date)
        else {
            rest = start
            return nil
        }
        return found
    }

    /// Passes 總統(89)華總一義字第8900032920號令, to the first word that tells what was done.
    mutating func skipIssuer() {
        let words = ArraySlice(Array("字第".unicodeScalars))
        while let place = rest.indices.first(where: { rest[$0...].starts(with: words) }),
            let end = rest[place...].prefix(50).firstIndex(of: "號")
        {
            rest = rest[(end + 1)...]
        }
        let verbs = [
            "制定", "制訂", "訂定", "訂頒", "修正", "修訂", "增訂", "增列", "刪除", "廢止", "勘誤", "更正", "公布", "發布", "頒布",
            "名稱", "全文", "定自", "定於", "第", "自", "除", "核定", "公告", "停止適用",
        ]
        while !rest.isEmpty, comes(verbs) == nil { rest = rest.dropFirst() }
    }

    /// Everything up to `mark`, which is taken too; all that is left when there is none.
    mutating func upTo(_ mark: Unicode.Scalar) -> HistoryScanner {
        var piece = self
        let end = rest.firstIndex(of: mark) ?? rest.endIndex
        piece.rest = rest[..<end]
        rest = end < rest.endIndex ? rest[(end + 1)...] : rest[end...]
        return piece
    }

    mutating func skip() {
        rest = rest.dropFirst()
    }

    /// The same without what stands in parentheses.
    var withoutAsides: HistoryScanner {
        var copy = self
        var depth = 0
        copy.rest = ArraySlice(
            rest.filter { scalar in
                if scalar == "(" { depth += 1 }
                defer { if scalar == ")" { depth = max(0, depth - 1) } }
                return depth == 0 && scalar != ")"
            })
        return copy
    }
}
