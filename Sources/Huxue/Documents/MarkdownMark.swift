/// The mark of a quote or an item of a list at the beginning of words.
struct MarkdownMark {
    /// `>`, `-`, `+`, `*`, or what stands behind a number.
    let sign: UInt8
    /// In bytes.
    let length: Int
    /// Nil without one.
    let number: Int?
    /// Whether nothing stands behind it.
    let isEmpty: Bool
    /// Whether an office means text: `113. 5. 24 修正公布`, `1150101. 列管編號`, `>=5 人`, `> 30 日以上`.
    let isText: Bool

    /// Nil when there is none.
    init?(_ words: ArraySlice<UInt8>) {
        let digits = words.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard digits.endIndex < words.endIndex, digits.count < 13 else { return nil }
        sign = words[digits.endIndex]
        length = digits.count + 1
        let rest = words[(digits.endIndex + 1)...]
        isEmpty = rest.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        // Long enough for any date.
        let start = String(decoding: rest.prefix(40), as: UTF8.self)
        number = digits.isEmpty ? nil : Int(String(decoding: digits, as: UTF8.self))
        if digits.isEmpty, sign == UInt8(ascii: ">") {
            isText = Self.isComparison(start)
            return
        }
        guard (digits.isEmpty ? "-+*" : ".)").utf8.contains(sign), isEmpty || start.first == " " || start.first == "\t"
        else { return nil }
        isText = !digits.isEmpty && Self.isText(digits.count, start)
    }

    /// The words with the mark's sign as text.
    func asText(_ words: Substring) -> String {
        var scalars = String(words).unicodeScalars
        guard let place = scalars.index(scalars.startIndex, offsetBy: length - 1, limitedBy: scalars.endIndex) else {
            return String(words)
        }
        scalars.replaceSubrange(place...place, with: [MarkdownStandIn.of(scalars[place])])
        return String(scalars)
    }

    /// Whether a number before a sign is one of a date, or too large for a list.
    private static func isText(_ digits: Int, _ rest: String) -> Bool {
        switch digits {
        case 1: rest.prefixMatch(of: /[ \t]*[0-9]{1,2}[ \t]*\.[ \t]+[0-9]{1,2}(?![0-9.)])/) != nil
        case 2: rest.prefixMatch(of: /[ \t]*[0-9]{1,2}[ \t]*\.[ \t]*[0-9]/) != nil
        default: true
        }
    }

    /// Whether an amount follows, and neither the item of a list nor a date.
    private static func isComparison(_ rest: String) -> Bool {
        guard rest.prefixMatch(of: /[ \t]*[=0-9]/) != nil else { return false }
        return rest.prefixMatch(of: /[ \t]*[0-9]{1,2}[.)]([ \t]|$)/) == nil
            && rest.prefixMatch(of: /[ \t]*[0-9]{2,4}[ \t]*([.\/-]|年)[ \t]*[0-9]{1,2}[ \t]*([.\/-]|月)/) == nil
    }
}
