/// Figures of an exam as a whole, by Moodle's formulas (https://docs.moodle.org/dev/Quiz_statistics_calculations).
enum ScoreFigureRules {
    /// What Cronbach's α is made of: n·Σx² − (Σx)² of each part of the paper, summed, and of the whole.
    struct Parts: Sendable {
        /// Questions of a paper.
        let count: Int
        let own: Int128
        let whole: Int128
    }

    /// `scores`: in any order; `parts`: nil when α has no meaning.
    static func figures(of scores: [Points], parts: Parts?) -> ScoreFigures {
        let sorted = scores.map(\.hundredths).sorted()
        let count = sorted.count
        let power = { (exponent: Int) in
            sorted.reduce(Int128(0)) { sum, score in
                sum + (0..<exponent).reduce(Int128(1)) { product, _ in product * Int128(score) }
            }
        }
        let (n, first, second) = (Int128(count), power(1), power(2))
        let spread = n * second - first * first
        let deviation = count > 1 ? (Double(spread) / Double(n * (n - 1))).squareRoot() / 100 : nil
        let consistency = count > 1 ? parts.flatMap(consistency) : nil
        let error = consistency.map { max(0, 1 - Double($0.numerator) / Double($0.denominator) / 100).squareRoot() }
        return ScoreFigures(
            papers: count, mean: count > 0 ? Figure(first, over: 100 * n) : nil,
            median: count > 0 ? Figure(Int128(sorted[(count - 1) / 2] + sorted[count / 2]), over: 200) : nil,
            deviation: deviation.flatMap(Figure.init),
            skewness: skewness(count, first, second, power(3), spread: spread),
            kurtosis: kurtosis(count, first, second, power(3), power(4), spread: spread),
            consistency: consistency.map { Figure($0.numerator, over: $0.denominator) },
            errorRatio: error.flatMap { Figure(100 * $0) },
            standardError: error.flatMap { error in deviation.flatMap { Figure(error * $0) } })
    }

    /// CIC = 100·p/(p − 1)·(1 − Σ var x / var T), exactly.
    private static func consistency(_ parts: Parts) -> (numerator: Int128, denominator: Int128)? {
        guard parts.count > 1, parts.whole > 0 else { return nil }
        return (100 * Int128(parts.count) * (parts.whole - parts.own), Int128(parts.count - 1) * parts.whole)
    }

    /// k₃ / k₂^(3/2), where n³·m₃ is the sum of the third powers about the mean, times n².
    private static func skewness(
        _ count: Int, _ first: Int128, _ second: Int128, _ third: Int128, spread: Int128
    ) -> Figure? {
        guard count > 2, spread > 0 else { return nil }
        let n = Int128(count)
        let moment = n * n * third - 3 * n * first * second + 2 * first * first * first
        let size = Double(count)
        return Figure(
            (size * (size - 1)).squareRoot() / (size - 2) * Double(moment)
                / (Double(spread) * Double(spread).squareRoot()))
    }

    /// k₄ / k₂² = (n − 1)·((n + 1)·m₄/m₂² − 3·(n − 1)) / ((n − 2)·(n − 3)).
    private static func kurtosis(
        _ count: Int, _ first: Int128, _ second: Int128, _ third: Int128, _ fourth: Int128, spread: Int128
    ) -> Figure? {
        guard count > 3, spread > 0 else { return nil }
        let n = Int128(count)
        let moment =
            n * n * n * fourth - 4 * n * n * first * third + 6 * n * first * first * second
            - 3 * first * first * first * first
        let (size, square) = (Double(count), Double(spread) * Double(spread))
        return Figure(
            (size - 1) * ((size + 1) * Double(moment) / square - 3 * (size - 1)) / ((size - 2) * (size - 3)))
    }
}
