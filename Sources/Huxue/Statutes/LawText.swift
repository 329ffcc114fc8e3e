import Foundation

/// How texts of law and texts about it are compared.
enum LawText {
    /// The text without what makes no difference: width and other compatibility forms (NFKC), white space, case, and
    /// the variants of one character that stand side by side in official texts (台 and 臺).
    static func folded(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        let variantsFirst = String(String.UnicodeScalarView(text.unicodeScalars.map { variants[$0] ?? $0 }))
        for scalar in variantsFirst.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
        where !scalar.properties.isWhitespace {
            scalars.append(variants[scalar] ?? scalar)
        }
        return String(scalars)
    }

    private static let variants: [Unicode.Scalar: Unicode.Scalar] = [
        "台": "臺", "巿": "市", "︰": ":", "﹕": ":", "户": "戶", "戸": "戶", "汚": "污", "汙": "污", "群": "羣",
        "裡": "裏", "着": "著", "秘": "祕", "衞": "衛", "查": "査", "綫": "線", "証": "證", "双": "雙", "爲": "為",
        "旣": "既", "卽": "即", "敎": "教", "黄": "黃", "靑": "青", "淸": "清", "說": "説", "稅": "税", "脫": "脱",
        "悅": "悦", "鎭": "鎮", "‧": "·", "•": "·", "․": "·",
    ]

    /// The whole number at the beginning of `text`, in Arabic or Chinese numerals (`48`, `四十八`, `四八`, `一百零五`),
    /// and how many scalars it takes; nil when no number stands there or it is above 9,999.
    static func number(leading text: ArraySlice<Unicode.Scalar>) -> (value: Int, length: Int)? {
        let arabic = text.prefix { ("0"..."9").contains($0) }
        if !arabic.isEmpty {
            guard arabic.count <= 4 else { return nil }
            return (arabic.reduce(0) { $0 * 10 + Int($1.value - 48) }, arabic.count)
        }
        let chinese = text.prefix { digits[$0] != nil || units[$0] != nil }
        guard !chinese.isEmpty, let value = chineseNumber(chinese) else { return nil }
        return (value, chinese.count)
    }

    private static let digits: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let units: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]

    /// Units must fall from left to right, and two digits never stand together beside a unit.
    private static func chineseNumber(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        guard text.contains(where: { units[$0] != nil }) else {
            guard text.count <= 4 else { return nil }
            return text.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
        }
        var total = 0
        var digit: Int?
        var ceiling = 10_000
        for scalar in text {
            if let unit = units[scalar] {
                guard unit < ceiling, digit != 0 else { return nil }
                guard digit != nil || total == 0 else { return nil }
                total += (digit ?? 1) * unit
                ceiling = unit
                digit = nil
            } else if let next = digits[scalar] {
                guard digit == nil || digit == 0 else { return nil }
                digit = next
            }
        }
        return total + (digit ?? 0)
    }
}
