/// Points, and weights, in whole hundredths: 8550 is 85.50.
struct Points: Hashable, Sendable, Comparable, Codable {
    let hundredths: Int

    /// What every paper is worth.
    static let full = Points(hundredths: 100_00)
    static let zero = Points(hundredths: 0)

    init(hundredths: Int) {
        self.hundredths = hundredths
    }

    /// To the nearest hundredth, halves up.
    init(rounding fraction: Fraction) {
        hundredths = fraction.rounded(toParts: 100)
    }

    init(whole: Int) {
        hundredths = whole * 100
    }

    /// Reads a decimal of at most two places from 0 to 999,999.99, as `85`, `85.5` or full-width `８５．５０`.
    ///
    /// Nil for anything else: what cannot be kept exactly is not rounded behind its writer's back.
    init?(_ text: String) {
        let parts = ROCDate.halfWidth(text).utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Self.number(parts[0], digits: 1...6) else { return nil }
        guard parts.count == 2 else {
            hundredths = whole * 100
            return
        }
        guard let rest = Self.number(parts[1], digits: 1...2) else { return nil }
        hundredths = whole * 100 + (parts[1].count == 1 ? rest * 10 : rest)
    }

    private static func number(_ text: Substring.UTF8View, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.count), text.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Without needless zeros: `85`, `85.5`, `3.33`.
    var text: String {
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return String(whole) }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(padded(rest, to: 2))"
    }

    static func < (left: Self, right: Self) -> Bool { left.hundredths < right.hundredths }

    init(from decoder: any Decoder) throws {
        hundredths = try decoder.singleValueContainer().decode(Int.self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hundredths)
    }
}
