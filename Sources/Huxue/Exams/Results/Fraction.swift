/// An exact, reduced fraction with a positive denominator.
struct Fraction: Hashable, Sendable, Comparable {
    let numerator: Int
    let denominator: Int

    static let zero = Fraction(0, 1)
    static let one = Fraction(1, 1)

    /// - Precondition: `denominator` is not 0; the caller divides by counts that are at least 1.
    init(_ numerator: Int, _ denominator: Int) {
        let divisor = max(Self.greatestCommonDivisor(abs(numerator), abs(denominator)), 1)
        let sign = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / divisor
        self.denominator = max(abs(denominator) / divisor, 1)
    }

    static func + (left: Self, right: Self) -> Self {
        Fraction(
            left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator)
    }

    static func * (left: Self, right: Self) -> Self {
        Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
    }

    static func < (left: Self, right: Self) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }

    /// How many `parts`-ths of one whole it is, to the nearest, halves up: the one rounding rule.
    ///
    /// `Fraction(2, 3).rounded(toParts: 100)` is 67.
    func rounded(toParts parts: Int) -> Int {
        (2 * numerator * parts + denominator) / (2 * denominator)
    }

    private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
        right == 0 ? left : greatestCommonDivisor(right, left % right)
    }
}
