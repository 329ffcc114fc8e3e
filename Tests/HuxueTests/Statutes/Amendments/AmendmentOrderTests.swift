import Testing

@testable import Huxue

/// Two acts on one article of which the one published earlier takes effect later.
@Suite struct AmendmentOrderTests {
    private static let (early, late) = (sampleDay(2020, 1, 1), sampleDay(2020, 6, 1))
    /// When what was published `early` takes effect; `late` took effect at once.
    private static let effect = sampleDay(2022, 6, 1)
    private static let today = sampleDay(2026, 11, 21)

    private static let old = edition("甲", modified: sampleDay(2011, 1, 12), acts: [])
    private static let twice = edition(
        "乙", modified: late,
        acts: [
            "2.中華民國一百零九年一月一日總統令修正公布第 5、6 條條文；並自一百十一年六月一日施行",
            "3.中華民國一百零九年六月一日總統令修正公布第 5 條條文",
        ])
    private static let rewritten = edition(
        "乙", modified: late,
        acts: [
            "2.中華民國一百零九年一月一日總統令修正公布第 5 條條文；並自一百十一年六月一日施行",
            "3.中華民國一百零九年六月一日總統令修正公布全文 6 條",
        ])

    private static func edition(_ text: String, modified: Day, acts: [String]) -> StatuteEdition {
        StatuteEdition(
            pcode: "D0030006", name: "戶籍法", level: "法律", category: "", modified: modified, effective: .unstated,
            effectiveNote: "", isRepealed: false,
            histories: (["1.中華民國一百年一月十二日總統令制定公布全文 6 條"] + acts).joined(separator: "\r\n"),
            parts: [5, 6].compactMap { ArticleNumber($0) }.map {
                .article(StatuteArticle(number: $0, text: "\(text)\($0)。"))
            }, problems: [])
    }

    private static func work(_ text: String, _ lawAsOf: Day) throws -> CitingWork {
        let passage = try CitedPassage(parsing: text)
        return try #require(
            CitingWork(
                CitedWork(
                    subject: .page, id: 1, code: "p", title: "", pcode: passage.statute.pcode,
                    citation: passage.description, lawAsOf: lawAsOf)))
    }

    private static func compared(_ text: String, _ lawAsOf: Day, today: Day = today, to edition: StatuteEdition = twice)
        throws -> [AmendmentRules.Finding]
    {
        AmendmentRules.findings(
            from: old, to: edition, works: [try work(text, lawAsOf)], known: today, today: today)
    }

    private static func told(_ text: String, _ lawAsOf: Day, today: Day = today, by edition: StatuteEdition = twice)
        throws -> [AmendmentRules.Finding]
    {
        AmendmentRules.findings(since: edition, works: [try work(text, lawAsOf)], known: today, today: today)
    }

    /// The day of the check, and the publication that is told; nil where nothing is news.
    @Test(
        arguments: [
            ("戶籍法第5條", sampleDay(2019, 12, 31), late), ("戶籍法第5條", sampleDay(2020, 3, 1), late),
            ("戶籍法第5條", sampleDay(2021, 1, 1), early), ("戶籍法第5條", sampleDay(2022, 5, 31), early),
            ("戶籍法第5條", effect, nil), ("戶籍法第6條", sampleDay(2019, 12, 31), early),
            ("戶籍法第6條", sampleDay(2022, 5, 31), early), ("戶籍法第6條", effect, nil),
            ("戶籍法第5條至第6條", sampleDay(2020, 3, 1), late), ("戶籍法第5條至第6條", sampleDay(2021, 1, 1), early),
            ("戶籍法", sampleDay(2020, 3, 1), late), ("戶籍法", sampleDay(2021, 1, 1), early), ("戶籍法", effect, nil),
        ] as [(String, Day, Day?)])
    func `a work checked before the last effect is flagged until that day`(
        text: String, lawAsOf: Day, promulgated: Day?
    ) throws {
        for findings in [
            try Self.compared(text, lawAsOf).filter { AmendmentRules.isNews($0, of: Self.late) },
            try Self.told(text, lawAsOf),
        ] {
            #expect(findings.map(\.promulgated) == (promulgated.map { [$0] } ?? []))
            #expect(findings.allSatisfy { $0.opens == Self.effect })
        }
    }

    @Test func `while the earlier act is still to come, each act has its flag`() throws {
        let today = sampleDay(2021, 1, 1)
        let findings = try Self.compared("戶籍法第5條", sampleDay(2020, 3, 1), today: today)
        #expect(findings.map(\.promulgated) == [Self.late, Self.early])
        #expect(findings.map(\.opens) == [Self.late, Self.effect])
        // Where the first edition of an office states no day of effect, nothing is to come.
        #expect(try Self.told("戶籍法第5條", sampleDay(2020, 3, 1), today: today).map(\.opens) == [Self.late])
        // Checked by the later act: only what is to come is news.
        let checked = try Self.compared("戶籍法第5條", sampleDay(2020, 7, 1), today: today)
        #expect(checked.filter { AmendmentRules.isNews($0, of: Self.late) }.map(\.opens) == [Self.effect])
        #expect(try Self.told("戶籍法第5條", sampleDay(2020, 7, 1), today: today).isEmpty)
    }

    @Test(
        arguments: [
            ("戶籍法第5條", sampleDay(2019, 12, 31), late, effect), ("戶籍法第5條", sampleDay(2021, 1, 1), early, effect),
            ("戶籍法第6條", sampleDay(2019, 12, 31), late, late),
        ])
    func `a statute made anew does not hide an act that takes effect after it`(
        text: String, lawAsOf: Day, promulgated: Day, opens: Day
    ) throws {
        for findings in [
            try Self.compared(text, lawAsOf, to: Self.rewritten), try Self.told(text, lawAsOf, by: Self.rewritten),
        ] {
            #expect(findings.map(\.promulgated) == [promulgated])
            #expect(findings.map(\.opens) == [opens])
        }
    }

    @Test func `several acts are whole when the last is published and the last has its day`() {
        let (one, two) = (
            AmendmentStep(promulgated: Self.early, opens: Self.effect),
            AmendmentStep(promulgated: Self.late, opens: Self.late)
        )
        let both = AmendmentStep(promulgated: Self.late, opens: Self.effect)
        #expect(AmendmentStep.together([one, two]) == both)
        #expect(AmendmentStep.together([two, one]) == both)
        #expect(AmendmentStep.together([one]) == one)
        #expect(
            AmendmentStep.together([one, AmendmentStep(promulgated: Self.early, opens: nil)])
                == AmendmentStep(promulgated: Self.early, opens: nil))
        #expect(AmendmentStep.together([]) == nil)
    }

    /// A day that was still to be set comes with a later file.
    @Test func `a flag whose day is set counts from the last effect`() throws {
        let flag = AmendmentFlag(
            id: ID(rawValue: 1), subject: CitedSubject.page.code, subjectID: 1, pcode: "D0030006",
            version: ID(rawValue: 1), statute: "戶籍法", citation: "戶籍法第5條", change: .changed, isCitedPartTouched: true,
            promulgated: Self.early, opens: nil, raisedAt: Moment(milliseconds: 0),
            checkedAsOf: sampleDay(2019, 12, 31), settlement: nil)
        let findings = try Self.compared("戶籍法第5條", sampleDay(2019, 12, 31))
        #expect(AmendmentRules.moved([flag], by: findings).map(\.opens) == [Self.effect])
    }
}
