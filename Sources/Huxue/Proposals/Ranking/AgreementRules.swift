/// Intraclass correlations of a panel's totals, of absolute agreement: a reviewer who is stricter than the others lowers
/// them.
///
/// With n proposals, k totals each, and mean squares between proposals (BMS), within proposals (WMS), between reviewers
/// (JMS) and of the residual (EMS):
///
///     ICC(1,1) = (BMS − WMS) / (BMS + (k − 1)·WMS)            ICC(1,k) = (BMS − WMS) / BMS
///     ICC(2,1) = (BMS − EMS) / (BMS + (k − 1)·EMS + k·(JMS − EMS)/n)
///     ICC(2,k) = (BMS − EMS) / (BMS + (JMS − EMS)/n)
///
/// One-way, proposals may have different numbers of totals k₁ … kₙ, N together; then k is k₀ = (N − Σkᵢ²/N)/(n − 1).
///
/// Sums of squares are sums of squares of exact integers, each 0 exactly when nothing differs, added in the order of ids;
/// so the order of the scores changes nothing, and a figure is off by far less than the hundredth to which it is rounded.
///
/// Sources: P. E. Shrout and J. L. Fleiss, "Intraclass correlations: uses in assessing rater reliability", Psychological
/// Bulletin 86 (1979), 420–428; K. O. McGraw and S. P. Wong, "Forming inferences about some intraclass correlation
/// coefficients", Psychological Methods 1 (1996), 30–46, where the four are ICC(1), ICC(k), ICC(A,1) and ICC(A,k); for k₀
/// G. W. Snedecor and W. G. Cochran, Statistical Methods (6th ed. 1967), 10.16; for `settled` T. K. Koo and M. Y. Li, "A
/// guideline of selecting and reporting intraclass correlation coefficients", Journal of Chiropractic Medicine 15 (2016),
/// 155–163.
enum AgreementRules {
    /// Below this number of proposals nothing is said.
    static let fewest = 5
    /// Below one of these a figure is uncertain: proposals, and totals for each of them on average.
    static let settled = (proposals: 30, reviewersEach: 3)

    /// Nil below `fewest` proposals, and when no proposal has two scores.
    static func agreement(in table: ScoreTable) -> Agreement? {
        let (proposals, scores) = (table.proposals.count, table.entries.count)
        guard proposals >= fewest, scores > proposals else { return nil }
        let (single, average) = table.isComplete ? twoWay(table) : oneWay(table)
        return Agreement(
            model: table.isComplete ? .twoWay : .oneWay, proposals: proposals, scores: scores, single: single,
            average: average,
            isUncertain: proposals < settled.proposals || scores < settled.reviewersEach * proposals)
    }

    private typealias Pair = (single: Figure?, average: Figure?)

    private static func oneWay(_ table: ScoreTable) -> Pair {
        let (proposals, scores) = (Double(table.proposals.count), Double(table.entries.count))
        let between = betweenProposals(table) / (proposals - 1)
        var inner = 0.0
        for entries in table.proposals {
            let sum = sum(entries)
            // Distances from the proposal's mean, times its number of totals.
            let squares = entries.map { square(Int128(entries.count) * Int128($0.units) - sum) }
            inner += squares.reduce(0, +) / square(Int128(entries.count))
        }
        let within = inner / (scores - proposals)
        let counts = table.proposals.map { square(Int128($0.count)) }.reduce(0, +)
        let each = (scores - counts / scores) / (proposals - 1)
        return (
            quotient(between - within, over: between + (each - 1) * within), quotient(between - within, over: between)
        )
    }

    private static func twoWay(_ table: ScoreTable) -> Pair {
        let (n, k) = (Int128(table.proposals.count), Int128(table.reviewers.count))
        let (proposals, reviewers) = (Double(n), Double(k))
        let total = sum(table.entries)
        let columns = table.reviewers.map(sum)
        var (columnSquares, rest) = (0.0, 0.0)
        // Distances of a reviewer's mean from that of all, times n·k; each stands for n totals.
        for column in columns { columnSquares += square(k * column - total) }
        for entries in table.proposals {
            let row = sum(entries)
            // What neither proposal nor reviewer explains, times n·k.
            for (entry, column) in zip(entries, columns) {
                rest += square(n * k * Int128(entry.units) - n * row - k * column + total)
            }
        }
        let between = betweenProposals(table) / (proposals - 1)
        let judges = columnSquares * proposals / square(n * k) / (reviewers - 1)
        let residual = rest / square(n * k) / ((proposals - 1) * (reviewers - 1))
        return (
            quotient(
                between - residual,
                over: between + (reviewers - 1) * residual + reviewers * (judges - residual) / proposals),
            quotient(between - residual, over: between + (judges - residual) / proposals)
        )
    }

    /// Σkᵢ(x̄ᵢ − x̄)².
    private static func betweenProposals(_ table: ScoreTable) -> Double {
        let (count, total) = (Int128(table.entries.count), sum(table.entries))
        return table.proposals.reduce(0) { squares, entries in
            let own = Int128(entries.count)
            return squares + square(count * sum(entries) - own * total) / (Double(own) * square(count))
        }
    }

    private static func sum(_ entries: [ScoreTable.Entry]) -> Int128 { entries.reduce(0) { $0 + Int128($1.units) } }

    private static func square(_ value: Int128) -> Double { Double(value) * Double(value) }

    /// Nil where an estimate of variance is not positive.
    private static func quotient(_ part: Double, over whole: Double) -> Figure? {
        whole > 0 ? Figure(part / whole) : nil
    }
}
