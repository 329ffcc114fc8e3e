import Testing

@testable import Huxue

@Suite struct ScoreTableTests {
    private func score(_ proposal: Int, _ reviewer: Int, _ total: Fraction, criterion: Fraction? = nil) -> PanelScore {
        PanelScore(pair: SamplePanel.pair(proposal, reviewer), total: total, tieCriterion: criterion)
    }

    @Test func `totals are counted in the least common unit`() throws {
        let table = try ScoreTable([
            score(2, 1, Fraction(1, 4)), score(1, 2, Fraction(5, 6), criterion: Fraction(1, 9)),
            score(1, 1, Fraction(3, 1)),
        ])
        #expect(table.unit == 36)
        #expect(table.entries.map(\.units) == [108, 30, 9])
        #expect(table.entries.map(\.tieUnits) == [nil, 4, nil])
        #expect(table.proposals.map(\.count) == [2, 1] && table.reviewers.map(\.count) == [2, 1])
        #expect(!table.isComplete)
        #expect(try SamplePanel.table([[1, 2], [3, 4]]).isComplete)
    }

    @Test func `a second score by the same reviewer is refused`() {
        #expect(throws: ScoreTable.Flaw.repeated(SamplePanel.pair(1, 2))) {
            try ScoreTable([score(1, 2, .one), score(1, 1, .one), score(1, 2, .zero)])
        }
    }

    @Test(arguments: [
        [Fraction(1, 100_000_001)], [Fraction(1, 10_007), Fraction(1, 10_009)], [Fraction(1, Int.max)],
        [Fraction(100_000_000_001, 1)], [Fraction(1_001, 1), Fraction(1, 100_000_000)], [Fraction(Int.min + 1, 1)],
        [Fraction(Int.max, 1), Fraction(1, 3)],
    ]) func `totals too fine or too large for exact sums are refused`(totals: [Fraction]) {
        let scores = totals.enumerated().map { score($0.offset + 1, 1, $0.element) }
        #expect(throws: ScoreTable.Flaw.tooFine) { try ScoreTable(scores) }
        let criteria = totals.enumerated().map { score($0.offset + 1, 1, .one, criterion: $0.element) }
        #expect(throws: ScoreTable.Flaw.tooFine) { try ScoreTable(criteria) }
    }

    @Test func `the largest table that is taken overflows nowhere`() throws {
        let scores = (0..<1_000).map { number in
            score(
                1 + number / 2, 1 + number % 2, Fraction(number % 3 == 0 ? -1_000 : 1_000, 1),
                criterion: Fraction(1, 100_000_000))
        }
        let table = try ScoreTable(scores)
        #expect(table.unit == ScoreTable.finest && table.entries.map(\.units).max() == ScoreTable.largest)
        for method in RankMethod.allCases {
            #expect(RankingRules.ranking(of: table, by: method).standings.count == 500)
        }
        #expect(AgreementRules.agreement(in: table)?.single != nil)
    }
}
