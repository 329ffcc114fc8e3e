/// Points, in whole hundredths: 8550 is 85.50.
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
