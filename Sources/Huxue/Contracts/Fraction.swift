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

    /// Reduces before it narrows, so that only a result that is itself too large for `Int` traps.
    private init(wide numerator: Int128, _ denominator: Int128) {
        let divisor = max(Self.greatestCommonDivisor(abs(numerator), denominator), 1)
        self.numerator = Int(numerator / divisor)
        self.denominator = Int(denominator / divisor)
    }

    static func + (left: Self, right: Self) -> Self {
        Fraction(
            wide: Int128(left.numerator) * Int128(right.denominator)
                + Int128(right.numerator) * Int128(left.denominator),
            Int128(left.denominator) * Int128(right.denominator))
    }

    static func - (left: Self, right: Self) -> Self { left + Fraction(-1, 1) * right }

    static func * (left: Self, right: Self) -> Self {
        Fraction(
            wide: Int128(left.numerator) * Int128(right.numerator),
            Int128(left.denominator) * Int128(right.denominator))
    }

    static func < (left: Self, right: Self) -> Bool {
        Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
    }

    /// How many `parts`-ths of one whole it is, to the nearest, halves up: the one rounding rule.
    ///
    /// `Fraction(2, 3).rounded(toParts: 100)` is 67; `Fraction(-1, 8).rounded(toParts: 100)` is -12.
    func rounded(toParts parts: Int) -> Int {
        let whole = 2 * Int128(denominator)
        let (quotient, rest) = (2 * Int128(numerator) * Int128(parts) + Int128(denominator))
            .quotientAndRemainder(dividingBy: whole)
        return Int(rest < 0 ? quotient - 1 : quotient)
    }

    static func greatestCommonDivisor<Number: BinaryInteger>(_ left: Number, _ right: Number) -> Number {
        right == 0 ? left : greatestCommonDivisor(right, left % right)
    }
}
