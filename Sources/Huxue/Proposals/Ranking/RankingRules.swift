/// Ranks proposals by what a panel gave them.
///
/// Nothing depends on the order of the scores. Means of totals are compared exactly; rank sums and standard scores, whose
/// marks may be rounded, count as equal when they differ by less than `tolerance`.
enum RankingRules {
    /// The least difference that counts between neighbours: far more than rounding makes, far less than a reviewer does.
    static let tolerance = Fraction(1, 1_000_000_000)

    /// A proposal without its rank.
    private struct Candidate {
        let proposal: ID<Proposal>
        let marks: [ProposalStanding.Mark]
        let value: Fraction
        let tieCriterion: Fraction?
        let firstPlaces: Fraction

        func key(_ tie: TieBreaker) -> Fraction? {
            switch tie {
            case .criterion: tieCriterion
            case .firstPlaces: firstPlaces
            }
        }
    }

    /// `third`: nil when two scores may differ as they like; `ties`: what decides between equal values, in this order.
    ///
    /// A review that is set aside by `third` still counts among its reviewer's own for ranks and standard scores.
    static func ranking(
        of table: ScoreTable, by method: RankMethod, third: ThirdScoreRule? = nil,
        ties: [TieBreaker] = TieBreaker.allCases
    ) -> Ranking {
        let verdicts = table.proposals.map { entries in
            third?.verdict(on: entries.map(table.points))
                ?? ThirdScoreRule.Verdict(counting: Set(entries.indices), wantsThird: false)
        }
        let isComplete =
            table.isComplete && zip(table.proposals, verdicts).allSatisfy { $0.count == $1.counting.count }
        let marks = MarkRules.marks(in: table, by: method)
        let best = Dictionary(
            table.entries.map { ($0.pair.reviewer, $0.units) }, uniquingKeysWith: { max($0, $1) })
        let candidates = zip(table.proposals, verdicts).compactMap { entries, verdict -> Candidate? in
            guard let proposal = entries.first?.pair.proposal else { return nil }
            let kept = verdict.counting.sorted().map { entries[$0] }
            let counting = counting(kept, method)
            let own = entries.map { entry in
                ProposalStanding.Mark(
                    reviewer: entry.pair.reviewer, value: marks[entry.pair] ?? .zero,
                    counts: counting.contains(entry.pair))
            }
            let sum = own.filter(\.counts).map(\.value).reduce(.zero, +)
            let firsts = kept.count { $0.units == best[$0.pair.reviewer] }
            let points = kept.compactMap(\.tieUnits)
            return Candidate(
                proposal: proposal, marks: own,
                value: method == .rankSum && isComplete ? sum : sum * Fraction(1, counting.count),
                tieCriterion: points.count == kept.count
                    ? Fraction(points.reduce(0, +), kept.count * table.unit) : nil,
                firstPlaces: Fraction(firsts, kept.count))
        }
        return Ranking(
            method: method, standings: standings(candidates, method, ties), isComplete: isComplete,
            uniformReviewers: table.reviewers.filter { Set($0.map(\.units)).count == 1 }.compactMap {
                $0.first?.pair.reviewer
            },
            awaitingThird: zip(table.proposals, verdicts).compactMap { entries, verdict in
                verdict.wantsThird ? entries.first?.pair.proposal : nil
            })
    }

    /// Of several equally high or low totals, that of the last or first reviewer is trimmed, which changes no value.
    private static func counting(_ entries: [ScoreTable.Entry], _ method: RankMethod) -> Set<ReviewPair> {
        guard method == .trimmedMean, entries.count > 2 else { return Set(entries.map(\.pair)) }
        let sorted = entries.sorted { ($0.units, $0.pair) < ($1.units, $1.pair) }
        return Set(sorted.dropFirst().dropLast().map(\.pair))
    }

    private static func standings(
        _ candidates: [Candidate], _ method: RankMethod, _ ties: [TieBreaker]
    ) -> [ProposalStanding] {
        let limit = method == .rankSum || method == .standardScore ? tolerance : .zero
        let sorted = candidates.sorted { method.lowestIsBest ? $0.value < $1.value : $1.value < $0.value }
        // Runs of neighbours, so that being equal is transitive.
        let isEqual = { (first: Fraction, second: Fraction) in
            first == second || max(first, second) - min(first, second) < limit
        }
        var standings: [ProposalStanding] = []
        for group in runs(sorted, by: \.value, isEqual).flatMap({ split($0, ties[...]) }) {
            let rank = standings.count + 1
            standings += group.sorted { $0.proposal < $1.proposal }.map { candidate in
                ProposalStanding(
                    proposal: candidate.proposal, rank: rank, isShared: group.count > 1, value: candidate.value,
                    marks: candidate.marks, tieCriterion: candidate.tieCriterion, firstPlaces: candidate.firstPlaces)
            }
        }
        return standings
    }

    /// Best first; a tie-breaker that one of the group lacks decides nothing.
    private static func split(_ group: [Candidate], _ ties: ArraySlice<TieBreaker>) -> [[Candidate]] {
        guard group.count > 1, let tie = ties.first else { return [group] }
        let keyed = group.compactMap { candidate in candidate.key(tie).map { (candidate: candidate, key: $0) } }
        guard keyed.count == group.count else { return split(group, ties.dropFirst()) }
        return runs(keyed.sorted { $1.key < $0.key }, by: { $0.key }, ==)
            .flatMap { split($0.map { $0.candidate }, ties.dropFirst()) }
    }

    /// Cuts where a value is not equal to the one before.
    private static func runs<Element>(
        _ sorted: [Element], by value: (Element) -> Fraction, _ isEqual: (Fraction, Fraction) -> Bool
    ) -> [[Element]] {
        var runs: [[Element]] = []
        var last: Fraction?
        for element in sorted {
            let next = value(element)
            if let last, isEqual(last, next) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
            last = next
        }
        return runs
    }
}
