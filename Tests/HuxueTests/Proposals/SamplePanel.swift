@testable import Huxue

/// Panels of totals, and random ones that are always the same.
enum SamplePanel {
    static func pair(_ proposal: Int, _ reviewer: Int) -> ReviewPair {
        ReviewPair(proposal: ID(rawValue: Int64(proposal)), reviewer: ID(rawValue: Int64(reviewer)))
    }

    /// One row for each proposal from 1, one total for each reviewer from 1; nil where there is none.
    static func scores(_ rows: [[Int?]], criterion: [[Int?]] = []) -> [PanelScore] {
        rows.enumerated().flatMap { row, totals in
            totals.enumerated().compactMap { column, total in
                total.map { total in
                    PanelScore(
                        pair: pair(row + 1, column + 1), total: Fraction(total, 1),
                        tieCriterion: criterion.isEmpty ? nil : criterion[row][column].map { Fraction($0, 1) })
                }
            }
        }
    }

    static func table(_ rows: [[Int?]], criterion: [[Int?]] = []) throws -> ScoreTable {
        try ScoreTable(scores(rows, criterion: criterion))
    }

    /// Two to six proposals and reviewers, totals in quarters of a point from 0 to `levels`, some missing unless complete.
    static func random(_ number: Int, levels: Int = 20, isComplete: Bool) -> [PanelScore] {
        var chance = SeededGenerator("panel", "\(number)")
        let (rows, columns) = (2 + chance.below(5), 2 + chance.below(5))
        return (1...rows).flatMap { row in
            (1...columns).compactMap { column in
                let total = Fraction(chance.below(4 * levels + 1), 4)
                let criterion = Fraction(chance.below(3), 1)
                // The first reviewer scores all, so that every proposal has a score.
                guard isComplete || column == 1 || chance.below(4) > 0 else { return nil }
                return PanelScore(pair: pair(row, column), total: total, tieCriterion: criterion)
            }
        }
    }
}

extension Ranking {
    /// The numbers of the proposals, those of one rank together.
    var order: [[Int64]] {
        Dictionary(grouping: standings, by: \.rank).sorted { $0.key < $1.key }.map {
            $0.value.map(\.proposal.rawValue)
        }
    }

    func value(_ proposal: Int64) -> Fraction? { standings.first { $0.proposal.rawValue == proposal }?.value }
}
