/// What each review contributes under a method.
enum MarkRules {
    /// Marks that are no short decimals are rounded to this part of one, halves away from zero.
    static let places = 1_000_000_000_000

    static func marks(in table: ScoreTable, by method: RankMethod) -> [ReviewPair: Fraction] {
        var marks: [ReviewPair: Fraction] = [:]
        for entries in table.reviewers {
            let values =
                switch method {
                case .mean, .trimmedMean: entries.map(table.points)
                case .rankSum: ranks(of: entries.map(\.units), among: table.proposals.count)
                case .standardScore: standardScores(of: entries.map(\.units))
                }
            for (entry, value) in zip(entries, values) { marks[entry.pair] = value }
        }
        return marks
    }

    /// ½ + (r − ½)·`count`/m for each of m totals, highest first, equal ones with their mean rank r.
    static func ranks(of totals: [Int], among count: Int) -> [Fraction] {
        let sorted = zip(totals.sorted(by: >), 1...)
        let first = Dictionary(sorted, uniquingKeysWith: { first, _ in first })
        let last = Dictionary(sorted, uniquingKeysWith: { _, last in last })
        return totals.map { total in
            let twice = first[total, default: 0] + last[total, default: 0]
            let rank = Fraction(totals.count + (twice - 1) * count, 2 * totals.count)
            return Fraction(rank.rounded(toParts: places), places)
        }
    }

    /// (x − x̄)/σ for each; all 0 when they are equal.
    ///
    /// With a = m·x − Σx, it is a/√(Σa²/m): a and Σa² are exact, and adding a constant to all totals changes neither.
    static func standardScores(of totals: [Int]) -> [Fraction] {
        let sum = totals.reduce(0, +)
        let distances = totals.map { totals.count * $0 - sum }
        let squares = distances.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
        guard squares > 0 else { return totals.map { _ in .zero } }
        let deviation = (Double(squares) / Double(totals.count)).squareRoot()
        return distances.map { distance in
            let score = (Double(distance) / deviation * Double(places)).rounded(.toNearestOrAwayFromZero)
            return Fraction(Int(score), places)
        }
    }
}
