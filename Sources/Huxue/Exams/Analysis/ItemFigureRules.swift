/// Divides tallies into figures.
///
/// Sources: P and D by the upper and lower 27 % (T. L. Kelley, "The selection of upper and lower groups for the
/// validation of test items", Journal of Educational Psychology 30 (1939), 17–24); index, efficiency and weight as Moodle
/// has them (https://docs.moodle.org/dev/Quiz_statistics_calculations).
enum ItemFigureRules {
    /// Nil below `AnalysisBasis.leastShown` papers.
    static func figures(of tally: ItemTally) -> ItemFigures? {
        let basis = AnalysisBasis(papers: tally.all.papers)
        guard basis != .tooFew else { return nil }
        let middle = tally.middle
        func split(_ value: (ItemTally.Group) -> Int) -> ItemFigures.Choice {
            ItemFigures.Choice(upper: value(tally.upper), middle: value(middle), lower: value(tally.lower))
        }
        return ItemFigures(
            basis: basis, papers: tally.all.papers,
            facility: Figure(Int128(100 * tally.all.marks), over: Int128(tally.all.papers * tally.scale)),
            discrimination: discrimination(of: tally), index: index(of: tally), efficiency: efficiency(of: tally),
            weight: tally.weight, groups: split(\.papers), omitted: split(\.omitted),
            choices: tally.all.chosen.indices.map { place in split { $0.chosen[place] } },
            findings: findings(of: tally, basis))
    }

    /// Share of marks earned in the upper group, less that in the lower.
    private static func discrimination(of tally: ItemTally) -> Figure? {
        let (upper, lower) = (tally.upper, tally.lower)
        guard upper.papers > 0, lower.papers > 0 else { return nil }
        return Figure(difference(of: tally), over: Int128(upper.papers) * Int128(lower.papers) * Int128(tally.scale))
    }

    private static func difference(of tally: ItemTally) -> Int128 {
        Int128(tally.upper.marks) * Int128(tally.lower.papers) - Int128(tally.lower.marks) * Int128(tally.upper.papers)
    }

    /// 100·cov(x, o) / √(var x · var o).
    ///
    /// Over several exams covariances and variances are added, each within its exam and o as a share of the paper, so
    /// that a difference between the exams themselves says nothing about the question.
    private static func index(of tally: ItemTally) -> Figure? {
        let (own, rest) = (sum(tally, \.own), sum(tally, \.rest, power: 2))
        guard own > 0, rest > 0 else { return nil }
        return Figure(100 * sum(tally, \.joint, power: 1) / (own * rest).squareRoot())
    }

    /// 100·cov(x, o) / cov(sorted x, sorted o).
    private static func efficiency(of tally: ItemTally) -> Figure? {
        let most = sum(tally, \.most, power: 1)
        guard most > 0 else { return nil }
        return Figure(100 * sum(tally, \.joint, power: 1) / most)
    }

    /// `power`: how often o is a factor.
    private static func sum(
        _ tally: ItemTally, _ part: (ItemTally.Spread) -> Int128, power: Int = 0
    ) -> Double {
        tally.spreads.reduce(0) { sum, spread in
            let divisor = (0..<power).reduce(Double(spread.papers)) { product, _ in product * Double(spread.unit) }
            return sum + Double(part(spread)) / divisor
        }
    }

    private static func findings(of tally: ItemTally, _ basis: AnalysisBasis) -> [ItemFinding] {
        let all = tally.all
        // Among few papers an easy question nearly always has a choice that nobody takes.
        let isUnused = basis == .sound && all.chosen.count > 2 && all.chosen.contains(0)
        return ItemFinding.allCases.filter { finding in
            switch finding {
            case .inverted: difference(of: tally) < 0
            case .nobodyRight: all.marks == 0
            case .everybodyRight: all.marks == all.papers * tally.scale
            case .unusedChoice: isUnused
            }
        }
    }
}
