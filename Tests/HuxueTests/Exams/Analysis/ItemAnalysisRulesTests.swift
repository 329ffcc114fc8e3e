import Testing

@testable import Huxue

/// The numbers were computed apart from this program, with exact fractions and sixty digits for the roots.
@Suite struct ItemAnalysisRulesTests {
    private static let mixed: [Int: QuestionKey] = [
        1: SampleAnswers.single, 2: SampleAnswers.single, 3: SampleAnswers.single, 4: SampleAnswers.multiple,
    ]
    /// Twelve papers, three single choices and a multiple one with partial credit, one of them left out.
    private static let rows: [[UInt32]] = [
        [1, 1, 1, 5], [1, 1, 1, 5], [1, 1, 2, 5], [1, 1, 2, 1], [1, 2, 1, 4], [1, 1, 2, 7], [1, 4, 2, 7],
        [2, 1, 1, 13],
        [8, 1, 2, 3], [2, 2, 1, 5], [4, 2, 2, 0], [2, 0, 1, 2],
    ]

    private func texts(_ figures: ItemFigures) -> [String] {
        [
            figures.facility.text, figures.discrimination?.text ?? "-", figures.index?.text ?? "-",
            figures.efficiency?.text ?? "-", figures.weight?.text ?? "-",
        ]
    }

    private func texts(_ figures: ScoreFigures) -> [String] {
        [
            figures.mean, figures.median, figures.deviation, figures.skewness, figures.kurtosis, figures.consistency,
            figures.errorRatio, figures.standardError,
        ].map { $0?.text ?? "-" }
    }

    @Test func `every figure of a shared paper is exact`() throws {
        let analysis = SampleAnswers.analysis(SampleAnswers.shared(Self.rows), keys: Self.mixed)
        #expect(analysis.isShared && analysis.papers == 12)
        #expect(
            texts(analysis.figures) == ["56.67", "65.00", "29.57", "-0.28", "-0.10", "43.62", "75.09", "22.20"])
        let expected = [
            1: ["58.33", "1.00", "31.15", "40.25", "27.28"], 2: ["58.33", "0.67", "22.49", "30.29", "26.05"],
            3: ["50.00", "0.33", "-6.36", "-7.69", "20.66"], 4: ["60.00", "0.93", "71.64", "86.67", "26.01"],
        ]
        for (question, texts) in expected {
            #expect(self.texts(try SampleAnswers.figures(question, of: analysis)) == texts, "\(question)")
        }
    }

    @Test func `neither the order of papers nor of questions changes a figure`() throws {
        let papers = SampleAnswers.shared(Self.rows)
        let turned = papers.reversed().map { Array($0.reversed()) }
        let (first, second) = (
            SampleAnswers.analysis(papers, keys: Self.mixed), SampleAnswers.analysis(turned, keys: Self.mixed)
        )
        #expect(first.figures == second.figures && first.scores == second.scores)
        for question in 1...4 {
            #expect(
                try SampleAnswers.figures(question, of: first) == SampleAnswers.figures(question, of: second))
        }
    }

    @Test func `choices are counted by group, and so are questions left out`() throws {
        let analysis = SampleAnswers.analysis(SampleAnswers.shared(Self.rows), keys: Self.mixed)
        let first = try SampleAnswers.figures(1, of: analysis)
        #expect(first.groups == ItemFigures.Choice(upper: 3, middle: 6, lower: 3))
        #expect(first.choices.map(\.all) == [7, 3, 1, 1])
        #expect(first.choices[0] == ItemFigures.Choice(upper: 3, middle: 4, lower: 0))
        #expect(try SampleAnswers.figures(2, of: analysis).omitted == ItemFigures.Choice(upper: 0, middle: 0, lower: 1))
        #expect(try SampleAnswers.figures(4, of: analysis).omitted.all == 1)
        // Several may be chosen by one.
        #expect(try SampleAnswers.figures(4, of: analysis).choices.map(\.all) == [9, 4, 8, 1, 0])
    }

    private static let drawn: [[(question: Int, chosen: UInt32)]] = [
        [(1, 1), (2, 1)], [(2, 1), (3, 1)], [(3, 2), (1, 1)], [(1, 2), (2, 1)], [(2, 2), (3, 1)], [(3, 1), (1, 1)],
        [(1, 1), (2, 2)], [(2, 1), (3, 2)], [(3, 1), (1, 2)], [(1, 2), (2, 2)], [(2, 2), (3, 2)], [(3, 1), (1, 1)],
        [(1, 1), (2, 1)], [(2, 1), (3, 1)], [(3, 2), (1, 1)],
    ]

    @Test func `of drawn papers a question counts where it stood, and consistency is over places`() throws {
        let keys = [1: SampleAnswers.single, 2: SampleAnswers.single, 3: SampleAnswers.single]
        let analysis = SampleAnswers.analysis(Self.drawn, keys: keys)
        #expect(!analysis.isShared)
        #expect(
            texts(analysis.figures) == ["63.33", "50.00", "35.19", "-0.43", "-0.67", "0.00", "100.00", "35.19"])
        let expected = [
            1: ["70.00", "0.50", "-8.91", "-11.11", "-"], 2: ["60.00", "0.67", "16.67", "16.67", "-"],
            3: ["60.00", "0.67", "-8.91", "-11.11", "-"],
        ]
        for (question, texts) in expected {
            let figures = try SampleAnswers.figures(question, of: analysis)
            #expect(figures.papers == 10 && self.texts(figures) == texts, "\(question)")
            #expect(figures.groups == ItemFigures.Choice(upper: 4, middle: 0, lower: 6))
        }
    }

    @Test func `over exams sums are added, each within its exam`() throws {
        let first = SampleAnswers.analysis(SampleAnswers.shared(Self.rows), keys: Self.mixed)
        let rows: [[UInt32]] = [
            [1, 1], [1, 2], [2, 1], [1, 1], [1, 1], [2, 2], [1, 2], [2, 2], [1, 1], [2, 2], [1, 1],
        ]
        let second = SampleAnswers.analysis(
            SampleAnswers.shared(rows), keys: [1: SampleAnswers.single, 2: SampleAnswers.single])
        #expect(
            texts(second.figures) == ["59.09", "50.00", "43.69", "-0.41", "-1.62", "61.90", "61.72", "26.97"])
        #expect(texts(try SampleAnswers.figures(1, of: second)) == ["63.64", "1.00", "44.85", "54.17", "49.40"])
        let tallies = try [first, second].map { analysis in
            try #require(analysis.items.first { $0.revision == SampleAnswers.id(1) })
        }
        let sum = try #require(ItemFigureRules.figures(of: tallies[0].adding(tallies[1])))
        #expect(sum.papers == 23 && texts(sum) == ["60.87", "1.00", "37.94", "47.50", "-"])
        #expect(sum.groups == ItemFigures.Choice(upper: 8, middle: 9, lower: 6))
        #expect(try #require(ItemFigureRules.figures(of: tallies[1].adding(tallies[0]))) == sum)
    }

    @Test func `what is not defined is not given`() throws {
        let keys = [1: SampleAnswers.single, 2: SampleAnswers.single]
        // All papers are equal: no group, no variance.
        let equal = SampleAnswers.analysis(
            SampleAnswers.shared(Array(repeating: [1, 2], count: 12)), keys: keys)
        #expect(texts(equal.figures) == ["50.00", "50.00", "0.00", "-", "-", "-", "-", "-"])
        #expect(texts(try SampleAnswers.figures(1, of: equal)) == ["100.00", "-", "-", "-", "-"])
        // One question: o is always 0, and there is no consistency.
        let one = SampleAnswers.analysis(
            SampleAnswers.shared((0..<12).map { [$0 % 2 == 0 ? 1 : 2] }), keys: [1: SampleAnswers.single])
        #expect(one.figures.consistency == nil && one.figures.standardError == nil)
        #expect(texts(try SampleAnswers.figures(1, of: one)) == ["50.00", "1.00", "-", "-", "100.00"])
        // One, two and three papers.
        let lone = SampleAnswers.analysis(SampleAnswers.shared([[1, 2]]), keys: keys).figures
        #expect(texts(lone) == ["50.00", "50.00", "-", "-", "-", "-", "-", "-"])
        let pair = SampleAnswers.analysis(SampleAnswers.shared([[1, 2], [2, 2]]), keys: keys).figures
        #expect(pair.deviation?.text == "35.36" && pair.skewness == nil && pair.kurtosis == nil)
        let three = SampleAnswers.analysis(SampleAnswers.shared([[1, 1], [2, 2], [2, 2]]), keys: keys).figures
        #expect(three.skewness?.text == "1.73" && three.kurtosis == nil)
        let nobody = SampleAnswers.analysis([], keys: keys)
        #expect(nobody.papers == 0 && nobody.figures.mean == nil && nobody.items.isEmpty && !nobody.isShared)
    }

    @Test func `below ten papers a question says nothing, below thirty it is doubtful`() throws {
        func basis(_ papers: Int) throws -> AnalysisBasis? {
            let analysis = SampleAnswers.analysis(
                SampleAnswers.shared((0..<papers).map(SampleAnswers.row)),
                keys: Dictionary(uniqueKeysWithValues: (1...6).map { ($0, SampleAnswers.single) }))
            return ItemFigureRules.figures(of: try #require(analysis.items.first))?.basis
        }
        #expect(try [1, 9, 10, 29, 30].map(basis) == [nil, nil, .rough, .rough, .sound])
    }

    /// The better group begins, and the lower ends, at the total of its last paper; nil when the two would overlap.
    @Test(
        arguments: [
            ([], nil), ([5], nil), ([1, 2], (2, 1)), ([1, 1], nil), ([1, 2, 3], (3, 1)),
            // 27 % of ten are 2.7, so three.
            ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], (8, 3)), ([1, 1, 1, 1, 2, 2, 3, 3, 3, 3], (3, 1)),
            ([1, 1, 1, 1, 1, 1, 1, 1, 1, 2], nil),
            // 27 % of fifty are 13.5, so fourteen.
            (Array(1...50), (37, 14)),
        ] as [([Int], (Int, Int)?)])
    func `the groups are the upper and lower 27 per cent`(totals: [Int], expected: (Int, Int)?) {
        let borders = ItemAnalysisRules.borders(totals.reversed())
        #expect(borders?.upper == expected?.0 && borders?.lower == expected?.1)
    }

    @Test func `findings name what an editor should look at`() throws {
        let keys = Dictionary(uniqueKeysWithValues: (1...6).map { ($0, SampleAnswers.single) })
        func findings(_ question: Int, papers: Int) throws -> [ItemFinding] {
            let rows = SampleAnswers.shared((0..<papers).map(SampleAnswers.row))
            return try SampleAnswers.figures(question, of: SampleAnswers.analysis(rows, keys: keys)).findings
        }
        #expect(try findings(5, papers: 12) == [.inverted])
        #expect(try findings(6, papers: 12) == [.everybodyRight])
        #expect(try findings(1, papers: 12) == [])
        // That a choice is unused says something from thirty papers on.
        #expect(try findings(5, papers: 30) == [.inverted, .unusedChoice])
        #expect(try findings(6, papers: 30) == [.everybodyRight, .unusedChoice])
        let wrong = SampleAnswers.analysis(
            SampleAnswers.shared((0..<30).map { [2, 1 << UInt32($0 % 4)] }),
            keys: [1: SampleAnswers.single, 2: SampleAnswers.single])
        #expect(try SampleAnswers.figures(1, of: wrong).findings == [.nobodyRight, .unusedChoice])
        #expect(try SampleAnswers.figures(2, of: wrong).findings == [])
        let statement = QuestionKey(type: .trueFalse, choices: ChoiceSet([0]), choiceCount: 2)
        let known = SampleAnswers.analysis(
            SampleAnswers.shared(Array(repeating: [1], count: 30)), keys: [1: statement])
        #expect(try SampleAnswers.figures(1, of: known).findings == [.everybodyRight])
    }

    @Test(
        arguments: [
            (1, 3, "0.33"), (2, 3, "0.67"), (-2, 3, "-0.67"), (1, 200, "0.01"), (-1, 200, "-0.01"), (1, 201, "0.00"),
            (6250, 100, "62.50"), (0, 7, "0.00"), (-1, 1000, "0.00"),
        ])
    func `a figure is rounded once, halves away from zero`(numerator: Int, denominator: Int, text: String) {
        #expect(Figure(Int128(numerator), over: Int128(denominator)).text == text)
    }

    @Test func `what is no number is no figure`() {
        #expect(Figure(Double.nan) == nil && Figure(Double.infinity) == nil && Figure(1e300) == nil)
        #expect(Figure(12.345)?.text == "12.35" && Figure(-0.005)?.text == "-0.01")
    }
}
