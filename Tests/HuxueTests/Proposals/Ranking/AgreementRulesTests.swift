import Testing

@testable import Huxue

@Suite struct AgreementRulesTests {
    /// Shrout and Fleiss (1979), table 2: six targets, four judges.
    private static let judges: [[Int?]] = [
        [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
    ]

    /// The same totals, each by a reviewer who has scored nothing else.
    private func apart(_ rows: [[Int]]) throws -> ScoreTable {
        var reviewer = 0
        return try ScoreTable(
            rows.enumerated().flatMap { row, totals in
                totals.map { total in
                    reviewer += 1
                    return PanelScore(pair: SamplePanel.pair(row + 1, reviewer), total: Fraction(total, 1))
                }
            })
    }

    private func texts(_ agreement: Agreement?) -> [String] {
        [agreement?.single, agreement?.average].map { $0?.text ?? "-" }
    }

    @Test func `the published table gives the published coefficients`() throws {
        let both = try #require(AgreementRules.agreement(in: try SamplePanel.table(Self.judges)))
        // 0.28976 and 0.62005.
        #expect(both.model == .twoWay && texts(both) == ["0.29", "0.62"])
        #expect(both.proposals == 6 && both.scores == 24)
        let one = try #require(AgreementRules.agreement(in: try apart(Self.judges.map { $0.compactMap(\.self) })))
        // 0.16574 and 0.44280.
        #expect(one.model == .oneWay && texts(one) == ["0.17", "0.44"])
    }

    /// Computed apart from this program, with exact fractions.
    @Test func `proposals may have different numbers of totals`() throws {
        // BMS = 6825/22, WMS = 175/3, k₀ = 47/22.
        let table = try apart([[80, 70], [60, 65, 55], [90], [75, 85], [50, 60, 70]])
        #expect(texts(AgreementRules.agreement(in: table)) == ["0.67", "0.81"])
    }

    @Test func `a stricter reviewer lowers agreement, though the order is the same`() throws {
        // BMS = 500, JMS = 250, EMS = 0.
        let table = try SamplePanel.table([[80, 70], [70, 60], [60, 50], [90, 80], [50, 40]])
        #expect(texts(AgreementRules.agreement(in: table)) == ["0.83", "0.91"])
    }

    @Test func `equal reviewers agree wholly`() throws {
        let rows = [[80, 80], [60, 60], [70, 70], [75, 75], [50, 50]]
        #expect(texts(AgreementRules.agreement(in: try SamplePanel.table(rows))) == ["1.00", "1.00"])
        #expect(texts(AgreementRules.agreement(in: try apart(rows))) == ["1.00", "1.00"])
    }

    @Test func `what is not defined is not given`() throws {
        // No difference at all.
        let equal = [[Int]](repeating: [70, 70], count: 5)
        #expect(texts(AgreementRules.agreement(in: try SamplePanel.table(equal))) == ["-", "-"])
        #expect(texts(AgreementRules.agreement(in: try apart(equal))) == ["-", "-"])
        // None between proposals: BMS = 0, JMS = 90, EMS = 290.
        let level = [[80, 60], [70, 70], [75, 65], [60, 80], [50, 90]]
        #expect(texts(AgreementRules.agreement(in: try SamplePanel.table(level))) == ["-1.38", "-"])
        #expect(texts(AgreementRules.agreement(in: try apart(level))) == ["-1.00", "-"])
        // Reviewers differ, proposals do not.
        let severe = [[Int]](repeating: [50, 70], count: 5)
        #expect(texts(AgreementRules.agreement(in: try SamplePanel.table(severe))) == ["0.00", "0.00"])
    }

    @Test func `nothing is said of fewer than five proposals or one score each`() throws {
        #expect(AgreementRules.agreement(in: try SamplePanel.table(Array(Self.judges.prefix(4)))) == nil)
        #expect(AgreementRules.agreement(in: try SamplePanel.table(Array(Self.judges.prefix(5)))) != nil)
        #expect(AgreementRules.agreement(in: try SamplePanel.table((1...40).map { [$0] })) == nil)
        #expect(AgreementRules.agreement(in: try ScoreTable([])) == nil)
    }

    @Test(arguments: [(29, 3, true), (30, 3, false), (30, 2, true), (40, 4, false)])
    func `a figure is uncertain below thirty proposals and three totals each`(
        proposals: Int, reviewers: Int, isUncertain: Bool
    ) throws {
        let rows = (0..<proposals).map { row in (0..<reviewers).map { (row * 7 + $0 * 3) % 11 } }
        #expect(AgreementRules.agreement(in: try SamplePanel.table(rows))?.isUncertain == isUncertain)
        #expect(AgreementRules.agreement(in: try apart(rows))?.isUncertain == isUncertain)
    }

    @Test func `neither order, unit nor a constant changes agreement`() throws {
        for number in 0..<200 {
            let scores = SamplePanel.random(number, isComplete: number % 2 == 0)
            var chance = SeededGenerator("agreement", "\(number)")
            let other = chance.shuffled(scores).map {
                PanelScore(pair: $0.pair, total: $0.total * Fraction(5, 3) + Fraction(7, 2))
            }
            #expect(
                AgreementRules.agreement(in: try ScoreTable(scores))
                    == AgreementRules.agreement(in: try ScoreTable(other)))
        }
    }
}
