import Foundation

/// How texts of law and texts about it are compared.
enum LawText {
    /// The text without what makes no difference: width and other compatibility forms (NFKC), white space and what is
    /// invisible, case, and the variants of one character that stand side by side in official texts (台 and 臺, ○ and
    /// 〇, the dashes).
    static func folded(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch simpleFold(scalar) {
            case .itself: append(scalar, to: &scalars)
            case .other(let other): append(other, to: &scalars)
            case .nothing: break
            case .notSimple: return foldedByNormalising(text)
            }
        }
        return String(scalars)
    }

    private static func foldedByNormalising(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        let variantsFirst = String(String.UnicodeScalarView(text.unicodeScalars.map { variants[$0] ?? $0 }))
        for scalar in StreamSafeText.compatible(variantsFirst).lowercased().unicodeScalars
        where !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint {
            append(variants[scalar] ?? scalar, to: &scalars)
        }
        return String(scalars)
    }

    /// A zero within a Chinese number, 一０五, is the Chinese zero.
    private static func append(_ scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView) {
        guard scalar == "0", let last = scalars.last, digits[last] != nil else { return scalars.append(scalar) }
        scalars.append("〇")
    }

    private enum SimpleFold {
        case itself
        case other(Unicode.Scalar)
        case nothing
        case notSimple
    }

    /// Nearly all of a text of law: characters that normalising leaves alone, or maps one to one.
    private static func simpleFold(_ scalar: Unicode.Scalar) -> SimpleFold {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3127: variants[scalar].map(SimpleFold.other) ?? .itself
        case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20).map(SimpleFold.other) ?? .notSimple
        case 0x21...0x7E, 0x3001, 0x3002, 0x3007...0x300F: .itself
        case 0x20, 0x09...0x0D, 0x3000: .nothing
        case 0xFF21...0xFF3A: Unicode.Scalar(scalar.value - 0xFEC0).map(SimpleFold.other) ?? .notSimple
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map(SimpleFold.other) ?? .notSimple
        default: .notSimple
        }
    }

    private static let variants: [Unicode.Scalar: Unicode.Scalar] = [
        "台": "臺", "巿": "市", "︰": ":", "﹕": ":", "户": "戶", "戸": "戶", "汚": "污", "汙": "污", "群": "羣",
        "裡": "裏", "着": "著", "秘": "祕", "衞": "衛", "查": "査", "綫": "線", "証": "證", "双": "雙", "爲": "為",
        "旣": "既", "卽": "即", "敎": "教", "黄": "黃", "靑": "青", "淸": "清", "說": "説", "稅": "税", "脫": "脱",
        "悅": "悦", "鎭": "鎮", "‧": "·", "•": "·", "․": "·",
        "○": "〇", "◯": "〇", "–": "-", "—": "-", "―": "-", "─": "-", "‐": "-", "−": "-", "〜": "~", "∼": "~",
        "条": "條", "项": "項", "内": "內", "强": "強", "産": "產", "册": "冊", "録": "錄", "吿": "告", "尙": "尚", "温": "溫", "顔": "顏",
        "ㄧ": "一", "髙": "高", "値": "值", "硏": "研", "鄕": "鄉", "絶": "絕", "僞": "偽", "緖": "緒", "衆": "眾", "歩": "步", "毎": "每",
        "両": "兩",
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

    /// Units must fall from left to right, and two digits never stand together beside a unit; a ten may stand without
    /// its digit (一百十三, 一千零十).
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
                let isBareTen = unit == 10 && total > 0 && (digit ?? 0) == 0
                guard unit < ceiling, digit != 0 || isBareTen else { return nil }
                guard digit != nil || total == 0 || isBareTen else { return nil }
                total += isBareTen ? unit : (digit ?? 1) * unit
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
