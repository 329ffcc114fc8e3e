import Testing

@testable import Huxue

@Suite struct RankingRulesTests {
    /// Four proposals, three reviewers, worked out by hand.
    private static let panel: [[Int?]] = [[80, 90, 70], [85, 80, 90], [70, 80, 95], [60, 75, 65]]

    private func ranking(
        _ rows: [[Int?]], _ method: RankMethod, criterion: [[Int?]] = [], third: ThirdScoreRule? = nil,
        ties: [TieBreaker] = TieBreaker.allCases
    ) throws -> Ranking {
        RankingRules.ranking(
            of: try SamplePanel.table(rows, criterion: criterion), by: method, third: third, ties: ties)
    }

    private func values(_ ranking: Ranking) -> [Fraction] {
        ranking.standings.sorted { $0.proposal < $1.proposal }.map(\.value)
    }

    /// To millionths.
    private func millionths(_ values: [Fraction]) -> [Int] { values.map { $0.rounded(toParts: 1_000_000) } }

    @Test func `means: 80, 85, 81 ⅔, 66 ⅔`() throws {
        let ranking = try ranking(Self.panel, .mean)
        #expect(values(ranking) == [Fraction(80, 1), Fraction(85, 1), Fraction(245, 3), Fraction(200, 3)])
        #expect(ranking.order == [[2], [3], [1], [4]])
        #expect(ranking.standings.map(\.rank) == [1, 2, 3, 4])
        #expect(ranking.isComplete && ranking.uniformReviewers.isEmpty && ranking.awaitingThird.isEmpty)
    }

    @Test func `trimmed means of three are the middle ones, and equal ones share a rank`() throws {
        let ranking = try ranking(Self.panel, .trimmedMean)
        #expect(values(ranking) == [80, 85, 80, 65].map { Fraction($0, 1) })
        // 1 and 3 have one first place each.
        #expect(ranking.order == [[2], [1, 3], [4]])
        #expect(ranking.standings.map(\.rank) == [1, 2, 2, 4])
        #expect(ranking.standings.map(\.isShared) == [false, true, true, false])
        #expect(
            ranking.standings.map { $0.marks.map(\.counts) } == [
                [true, false, false], [true, false, false], [false, true, false], [false, false, true],
            ])
    }

    @Test(arguments: [
        ([70], Fraction(70, 1)), ([70, 81], Fraction(151, 2)), ([70, 81, 90], Fraction(81, 1)),
        ([90, 70, 90, 70], Fraction(80, 1)), ([80, 80, 80, 80], Fraction(80, 1)),
        ([10, 70, 80, 81, 100], Fraction(77, 1)),
    ]) func `one highest and one lowest total are dropped, from three on`(totals: [Int], mean: Fraction) throws {
        let ranking = try ranking([totals], .trimmedMean)
        #expect(ranking.value(1) == mean)
        #expect(
            ranking.standings[0].marks.count(where: \.counts) == (totals.count < 3 ? totals.count : totals.count - 2))
    }

    @Test func `rank sums: 2+1+3, 1+2½+2, 3+2½+1, 4+4+4`() throws {
        let ranking = try ranking(Self.panel, .rankSum)
        #expect(values(ranking) == [Fraction(6, 1), Fraction(11, 2), Fraction(13, 2), Fraction(12, 1)])
        #expect(ranking.order == [[2], [1], [3], [4]])
        #expect(ranking.standings[0].marks.map(\.value) == [Fraction(1, 1), Fraction(5, 2), Fraction(2, 1)])
    }

    @Test(arguments: [
        ([9, 8, 7], [2, 4, 6]), ([9, 9, 7], [3, 3, 6]), ([7, 9, 7], [5, 2, 5]), ([7, 7, 7], [4, 4, 4]), ([5], [2]),
        ([1, 2, 2, 2, 3], [10, 6, 6, 6, 2]),
    ]) func `equal totals share the mean of their ranks`(totals: [Int], twice: [Int]) {
        #expect(MarkRules.ranks(of: totals, among: totals.count) == twice.map { Fraction($0, 2) })
    }

    @Test func `ranks among some proposals count as among all, and their mean is taken`() throws {
        // The second reviewer's 1 and 2 of two stand for 1¼ and 2¾ of three.
        let ranking = try ranking([[90, 60], [80, 70], [70, nil]], .rankSum)
        #expect(values(ranking) == [Fraction(15, 8), Fraction(13, 8), Fraction(3, 1)])
        #expect(ranking.order == [[2], [1], [3]])
        #expect(!ranking.isComplete)
        // The only one of three is in the middle; ⅓ is no short decimal.
        #expect(MarkRules.ranks(of: [50], among: 3) == [Fraction(2, 1)])
        #expect(MarkRules.ranks(of: [50, 40, 30], among: 4)[0] == Fraction(1_166_666_666_667, MarkRules.places))
    }

    @Test func `standard scores, by √1475, √475 and √2600`() throws {
        let ranking = try ranking(Self.panel, .standardScore)
        #expect(millionths(values(ranking)) == [490_797, 575_583, 185_571, -1_251_951])
        #expect(ranking.order == [[2], [1], [3], [4]])
        #expect(millionths(ranking.standings[1].marks.map(\.value)) == [650_945, 1_605_910, -784_465])
    }

    @Test func `a reviewer who gives everyone the same contributes nothing, and is named`() throws {
        let rows: [[Int?]] = [[10, 75], [20, 75]]
        let ranking = try ranking(rows, .standardScore)
        #expect(values(ranking) == [Fraction(-1, 2), Fraction(1, 2)])
        #expect(ranking.uniformReviewers == [ID(rawValue: 2)])
        // In ranks as well.
        #expect(values(try self.ranking(rows, .rankSum)) == [Fraction(7, 2), Fraction(5, 2)])
        // Whoever has scored only one; a panel of such.
        let single = try self.ranking([[70, nil], [nil, 90]], .standardScore)
        #expect(single.order == [[1, 2]] && single.uniformReviewers.count == 2)
    }

    @Test func `standard scores that are equal but for rounding share a rank`() throws {
        let ranking = try ranking(
            [[7, 5, nil], [nil, nil, 3], [1, nil, nil], [1, nil, nil], [nil, nil, 3], [nil, nil, 1]], .standardScore,
            ties: [])
        // (√2 + 0)/2 and √½: the first is rounded before it is halved.
        #expect(ranking.value(1) == Fraction(1_414_213_562_373, 2 * MarkRules.places))
        #expect(ranking.value(2) == Fraction(707_106_781_187, MarkRules.places))
        #expect(ranking.order == [[1, 2, 5], [3, 4], [6]])
    }

    // MARK: Ties

    private static let equal: [[Int?]] = [[90, 70, 90], [85, 80, 85], [60, 60, 60]]
    private static let points: [[Int?]] = [[10, 10, 10], [20, 15, 10], [30, 30, 30]]

    @Test func `ties are decided in the stated order, else ranks are shared`() throws {
        let order = { (ties: [TieBreaker]) in
            try ranking(Self.equal, .mean, criterion: Self.points, ties: ties).order
        }
        #expect(try order([.criterion, .firstPlaces]) == [[2], [1], [3]])
        #expect(try order([.firstPlaces, .criterion]) == [[1], [2], [3]])
        #expect(try order([]) == [[1, 2], [3]])
        let standings = try ranking(Self.equal, .mean, criterion: Self.points).standings
        #expect(standings.map(\.tieCriterion) == [15, 10, 30].map { Fraction($0, 1) })
        #expect(standings.map(\.firstPlaces) == [Fraction(1, 3), Fraction(2, 3), .zero])
    }

    @Test func `a criterion that a review lacks decides nothing`() throws {
        var points = Self.points
        points[1][1] = nil
        let ranking = try ranking(Self.equal, .mean, criterion: points)
        #expect(ranking.order == [[1], [2], [3]])
        #expect(ranking.standings[1].tieCriterion == nil)
    }

    @Test func `of three equal ones the next tie-breaker decides between those whom the first leaves equal`() throws {
        let rows: [[Int?]] = [[80, 70], [70, 80], [75, 75], [80, 0]]
        let points: [[Int?]] = [[5, 5], [5, 5], [6, 6], [9, 9]]
        // 3 has the most points; 1 and 2 have one first place each.
        #expect(try ranking(rows, .mean, criterion: points).order == [[3], [1, 2], [4]])
        #expect(try ranking(rows, .mean, criterion: points, ties: [.firstPlaces]).order == [[1, 2], [3], [4]])
        // Equal highest totals are first places of all who have them.
        #expect(try ranking(rows, .mean).standings.first { $0.rank == 4 }?.firstPlaces == Fraction(1, 2))
    }

    // MARK: A third score

    @Test func `a score that is set aside counts for its proposal no more, and a missing third is told`() throws {
        let rule = try #require(ThirdScoreRule.standard(reviewersEach: 2, fullScore: Fraction(100, 1)))
        let rows: [[Int?]] = [[60, 80, nil], [60, 80, 72], [75, 90, nil], [60, 70, 80]]
        let ranking = try ranking(rows, .mean, third: rule)
        #expect(values(ranking) == [Fraction(70, 1), Fraction(76, 1), Fraction(165, 2), Fraction(70, 1)])
        #expect(ranking.awaitingThird == [ID(rawValue: 1)])
        #expect(ranking.standings[1].marks.map(\.counts) == [false, true, true])
        #expect(try self.ranking(rows, .mean).awaitingThird.isEmpty)
    }

    @Test func `where a score is set aside a rank sum is a mean`() throws {
        let rule = ThirdScoreRule(fullScore: Fraction(100, 1))
        let rows: [[Int?]] = [[60, 80, 72], [50, 60, 55]]
        #expect(values(try ranking(rows, .rankSum)) == [Fraction(3, 1), Fraction(6, 1)])
        let ranking = try ranking(rows, .rankSum, third: rule)
        #expect(values(ranking) == [Fraction(1, 1), Fraction(2, 1)] && !ranking.isComplete)
    }

    // MARK: Any panel

    @Test(arguments: RankMethod.allCases) func `the order of the scores changes nothing`(method: RankMethod) throws {
        let rule = ThirdScoreRule(fullScore: Fraction(4, 1))
        for number in 0..<200 {
            let scores = SamplePanel.random(number, levels: 4, isComplete: number % 2 == 0)
            var chance = SeededGenerator("order", "\(number)")
            let permuted = chance.shuffled(scores)
            #expect(
                RankingRules.ranking(of: try ScoreTable(scores), by: method, third: rule)
                    == RankingRules.ranking(of: try ScoreTable(permuted), by: method, third: rule))
        }
    }

    @Test func `a reviewer's severity and scale change no order of standard scores`() throws {
        for number in 0..<300 {
            let scores = SamplePanel.random(number, isComplete: number % 2 == 0)
            let other = scores.map { score in
                guard score.pair.reviewer.rawValue == 2 else { return score }
                return PanelScore(
                    pair: score.pair, total: score.total * Fraction(3, 7) + Fraction(number, 3),
                    tieCriterion: score.tieCriterion)
            }
            let rankings = try [scores, other].map { RankingRules.ranking(of: try ScoreTable($0), by: .standardScore) }
            #expect(rankings[0].order == rankings[1].order)
            #expect(rankings[0].uniformReviewers == rankings[1].uniformReviewers)
        }
    }

    @Test func `a rank sum depends on the order of a reviewer's totals alone`() throws {
        for number in 0..<300 {
            let scores = SamplePanel.random(number, isComplete: number % 2 == 0)
            let squared = scores.map {
                PanelScore(pair: $0.pair, total: $0.total * $0.total, tieCriterion: $0.tieCriterion)
            }
            #expect(
                RankingRules.ranking(of: try ScoreTable(scores), by: .rankSum)
                    == RankingRules.ranking(of: try ScoreTable(squared), by: .rankSum))
        }
    }

    @Test func `ranks, rank sums and standard scores add up`() throws {
        for number in 0..<200 {
            let table = try ScoreTable(SamplePanel.random(number, isComplete: true))
            let (n, k) = (table.proposals.count, table.reviewers.count)
            let sums = RankingRules.ranking(of: table, by: .rankSum)
            #expect(sums.standings.map(\.value).reduce(.zero, +) == Fraction(k * n * (n + 1), 2))
            let scores = RankingRules.ranking(of: table, by: .standardScore)
            let sum = scores.standings.map(\.value).reduce(.zero, +)
            #expect(sum < RankingRules.tolerance && Fraction(-1, 1) * sum < RankingRules.tolerance)
            #expect(scores.standings.map(\.proposal).sorted() == sums.standings.map(\.proposal).sorted())
            // A rank is one more than the number of those with a lower rank.
            for standing in scores.standings {
                #expect(standing.rank == 1 + scores.standings.count { $0.rank < standing.rank })
                #expect(standing.isShared == (scores.standings.count { $0.rank == standing.rank } > 1))
            }
        }
    }

    @Test func `without scores there are no ranks`() throws {
        #expect(RankingRules.ranking(of: try ScoreTable([]), by: .rankSum).standings.isEmpty)
    }
}
