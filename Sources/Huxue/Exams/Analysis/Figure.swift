/// A statistical figure in whole hundredths, rounded once: 6250 is 62.50.
struct Figure: Hashable, Comparable, Sendable {
    let hundredths: Int

    init(hundredths: Int) {
        self.hundredths = hundredths
    }

    /// The quotient to the nearest hundredth, exactly, halves away from zero.
    ///
    /// - Precondition: `denominator` is above 0.
    init(_ numerator: Int128, over denominator: Int128) {
        let size = (200 * numerator.magnitude + denominator.magnitude) / (2 * denominator.magnitude)
        hundredths = numerator < 0 ? -Int(size) : Int(size)
    }

    /// The nearest hundredth, halves away from zero; nil for what is no number or too large to be shown.
    init?(_ value: Double) {
        guard value.isFinite, abs(value) < 1e12 else { return nil }
        hundredths = Int((value * 100).rounded(.toNearestOrAwayFromZero))
    }

    /// Always with two decimals: `62.50`, `-0.25`.
    var text: String {
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        return "\(hundredths < 0 ? "-" : "")\(whole).\(padded(rest, to: 2))"
    }

    static func < (left: Self, right: Self) -> Bool { left.hundredths < right.hundredths }
}
