import Testing

@testable import Huxue

@Suite struct AmendmentRulesTests {
    private static let today = sampleDay(2026, 11, 21)

    private static func edition(
        _ articles: [(String, String)], isRepealed: Bool = false, effective: EffectiveDay = .unstated,
        modified: Day? = nil, histories: String = ""
    ) -> StatuteEdition {
        StatuteEdition(
            pcode: "D0030006", name: "戶籍法", level: "法律", category: "", modified: modified, effective: effective,
            effectiveNote: "", isRepealed: isRepealed, histories: histories,
            parts: articles.compactMap { number, text in
                ArticleNumber(plain: number).map { .article(StatuteArticle(number: $0, text: text)) }
            }, problems: [])
    }

    private static func work(_ text: String, lawAsOf: Day = sampleDay(2024, 10, 11)) throws -> CitingWork {
        let passage = try CitedPassage(parsing: text)
        return try #require(
            CitingWork(
                CitedWork(
                    subject: .page, id: 1, code: "p", title: "", pcode: passage.statute.pcode,
                    citation: passage.description, lawAsOf: lawAsOf)))
    }

    /// Article 16 paragraph 2 changed, 16-1 is new, 17 only looks different, 20 is gone.
    private static let old = edition([
        ("16", "甲。\r\n乙。\r\n丙。"), ("17", "台灣樣本。"), ("18", "丁。"), ("20", "戊。"), ("30", "己。"),
    ])
    private static let new = edition([
        ("16", "甲。\r\n乙乙。\r\n丙。"), ("16-1", "新。"), ("17", "臺灣\r\n樣本。"), ("18", "丁。"), ("20", "（刪除）"),
        ("30", "己。"),
    ])

    @Test(
        arguments: [
            ("戶籍法", AmendmentRules.Change.changed, true),
            ("戶籍法第16條至第18條", .changed, true),
            ("戶籍法第16條", .changed, true),
            ("戶籍法第16條第2項", .changed, true),
            ("戶籍法第16條第1項", .changed, false),
            ("戶籍法第16條第1項至第2項", .changed, true),
            ("戶籍法第16條之1", .added, true),
            ("戶籍法第16條之1至第18條", .added, true),
            ("戶籍法第16條第3項至第16條之1", .changed, true),
            ("戶籍法第17條至第18條", nil, true),
            ("戶籍法第19條至第30條", .removed, true),
            ("戶籍法第20條第9項", .removed, true),
            ("戶籍法第30條", nil, true),
            ("戶籍法第21條至第40條", nil, true),
        ] as [(String, AmendmentRules.Change?, Bool)])
    func `a passage is flagged by what was amended in it, exactly`(
        text: String, change: AmendmentRules.Change?, isTouched: Bool
    ) throws {
        let findings = AmendmentRules.findings(
            from: Self.old, to: Self.new, works: [try Self.work(text)], known: Self.today, today: Self.today)
        #expect(findings.map(\.change) == (change.map { [$0] } ?? []))
        #expect(findings.allSatisfy { $0.isCitedPartTouched == isTouched && $0.opens == Self.today })
    }

    @Test(arguments: ["戶籍法", "戶籍法第30條", "戶籍法第1條至第2條"])
    func `a repeal flags whatever rests on the statute`(text: String) throws {
        let gone = Self.edition([("30", "己。")], isRepealed: true)
        let findings = AmendmentRules.findings(
            from: Self.old, to: gone, works: [try Self.work(text)], known: Self.today, today: Self.today)
        #expect(findings.map(\.change) == [.repealed])
    }

    @Test(
        arguments: [
            (EffectiveDay.unstated, today), (.on(sampleDay(2020, 1, 1)), sampleDay(2020, 1, 1)),
            (.on(sampleDay(2027, 1, 1)), sampleDay(2027, 1, 1)), (.toBeSet, nil),
        ] as [(EffectiveDay, Day?)])
    func `an amendment opens on its day`(effective: EffectiveDay, opens: Day?) throws {
        let new = Self.edition([("16", "甲甲。")], effective: effective)
        let findings = AmendmentRules.findings(
            from: Self.old, to: new, works: [try Self.work("戶籍法第16條")], known: Self.today, today: Self.today)
        #expect(findings.map(\.opens) == [opens])
    }

    @Test(
        arguments: [
            ("戶籍法第3條", [nil]), ("戶籍法第12條", [sampleDay(2023, 6, 21)]),
            ("戶籍法第3條至第12條", [sampleDay(2023, 6, 21), nil]), ("戶籍法第20條", [today]),
        ] as [(String, [Day?])])
    func `the day that is still to be set holds for the articles that the history names`(text: String, opens: [Day?])
        throws
    {
        let old = Self.edition([("3", "甲。"), ("12", "乙。"), ("20", "丙。")], modified: sampleDay(2019, 6, 19))
        let new = Self.edition(
            [("3", "甲甲。"), ("12", "乙乙。"), ("20", "丙丙。")], effective: .toBeSet, modified: sampleDay(2023, 6, 21),
            histories: """
                1.中華民國一百年一月十二日總統令制定公布全文 200 條\r\n2.中華民國一百十二年六月二十一日總統華總一義字第 11200051841  號令\r\n\
                  修正公布第 3、12 條條文；除第 3  條施行日期由司法院定之外，自公布日施行
                """)
        let work = try Self.work(text, lawAsOf: sampleDay(2022, 9, 23))
        #expect(
            AmendmentRules.findings(from: old, to: new, works: [work], known: Self.today, today: Self.today).map(
                \.opens) == opens)
        // The same by the history alone, but for what the ministry mended.
        let since = AmendmentRules.findings(since: new, works: [work], known: Self.today, today: Self.today)
        #expect(since.map(\.opens) == (text == "戶籍法第20條" ? [] : opens))
    }

    private static let twice = edition(
        [("5", "甲甲。"), ("6", "乙乙。"), ("7", "丙丙。")], effective: .on(sampleDay(2027, 7, 1)),
        modified: sampleDay(2026, 11, 1),
        histories: """
            1.中華民國一百年一月十二日總統令制定公布全文 7 條\r\n2.中華民國一百十五年三月一日總統令修正公布第 5 條條文\r\n\
            3.中華民國一百十五年十一月一日總統令修正公布第 5、6、7 條條文；除第 7 條自一百十六年三月一日施行外，自一百十六年七月一日施行
            """)

    @Test(
        arguments: [
            ("戶籍法第5條", [sampleDay(2026, 3, 1), sampleDay(2027, 7, 1)]), ("戶籍法第6條", [sampleDay(2027, 7, 1)]),
            ("戶籍法", [sampleDay(2026, 3, 1), sampleDay(2027, 3, 1), sampleDay(2027, 7, 1)]),
        ])
    func `each day on which something takes effect has its finding`(text: String, opens: [Day]) throws {
        let old = Self.edition([("5", "甲。"), ("6", "乙。"), ("7", "丙。")], modified: sampleDay(2011, 1, 12))
        let works = [try Self.work(text)]
        #expect(
            AmendmentRules.findings(from: old, to: Self.twice, works: works, known: Self.today, today: Self.today).map(
                \.opens) == opens)
        #expect(
            AmendmentRules.findings(since: Self.twice, works: works, known: Self.today, today: Self.today).map(\.opens)
                == opens)
    }

    @Test func `what was published before the check is announced while it is to come, and counts when it came`() throws
    {
        let work = try Self.work("戶籍法第6條", lawAsOf: sampleDay(2026, 11, 10))
        let findings = {
            AmendmentRules.findings(since: Self.twice, works: [work], known: Self.today, today: $0).map(\.opens)
        }
        #expect(findings(Self.today) == [sampleDay(2027, 7, 1)])
        #expect(findings(sampleDay(2027, 7, 1)) == [sampleDay(2027, 7, 1)])
    }

    private static let civil = edition(
        [("12", "滿十八歲為成年。"), ("205", "丁。"), ("1030-1", "戊。")], effective: .toBeSet, modified: sampleDay(2021, 1, 20),
        histories: """
            1.中華民國十八年五月二十三日國民政府制定公布全文 1225 條\r\n\
            2.中華民國一百十年一月十三日總統令修正公布第 12、13 條條文；並自一百十二年一月一日施行\r\n\
            3.中華民國一百十年一月二十日總統令修正公布第 205  條條文；並自公布後六個月施行
            """)
    private static let border = edition(
        [("5", "甲。"), ("7-1", "乙。"), ("90", "丙。")], effective: .on(sampleDay(2024, 3, 1)),
        modified: sampleDay(2023, 6, 28),
        histories: """
            1.中華民國一百年一月十二日總統令制定公布全文 97 條\r\n\
            2.中華民國一百十二年六月二十八日總統令修正公布第 5 條條文；增訂第 7-1 條條文；施行日期，由行政院定之\r\n  \
            中華民國一百十二年十二月六日行政院院臺法字第 1121043343 號令發布第 5 條，定自一百十三年一月一日施行；第 7-1 條，定自一百十三年三月一日施行
            """)
    private static let rewritten = edition(
        [("5", "甲。")], modified: sampleDay(2023, 6, 28),
        histories: """
            1.中華民國一百年一月十二日總統令制定公布全文 7 條\r\n\
            2.中華民國一百十二年六月二十八日總統令修正公布全文 5 條；並自一百十三年一月一日施行
            """)

    /// 民法 §12, 入出國及移民法 §5: written between promulgation and effect, on the law of before.
    @Test(
        arguments: [
            (civil, "戶籍法第12條", sampleDay(2022, 12, 31), [sampleDay(2023, 1, 1)]),
            (civil, "戶籍法第12條", sampleDay(2023, 1, 1), []), (civil, "戶籍法第12條", sampleDay(2024, 10, 11), []),
            (civil, "戶籍法第205條", sampleDay(2021, 7, 19), [sampleDay(2021, 7, 20)]),
            (civil, "戶籍法第205條", sampleDay(2021, 7, 20), []), (civil, "戶籍法第1030條之1", sampleDay(2022, 12, 31), []),
            (civil, "戶籍法", sampleDay(2022, 12, 31), [sampleDay(2023, 1, 1)]),
            (border, "戶籍法第5條", sampleDay(2023, 8, 1), [sampleDay(2024, 1, 1)]),
            (border, "戶籍法第7條之1", sampleDay(2024, 1, 1), [sampleDay(2024, 3, 1)]),
            (border, "戶籍法第5條", sampleDay(2024, 1, 1), []), (border, "戶籍法第90條", sampleDay(2023, 8, 1), []),
            (rewritten, "戶籍法第5條", sampleDay(2023, 8, 1), [sampleDay(2024, 1, 1)]),
            (rewritten, "戶籍法第5條", sampleDay(2024, 1, 1), []),
        ] as [(StatuteEdition, String, Day, [Day])])
    func `a work that was written between promulgation and effect is flagged by the first import`(
        edition: StatuteEdition, text: String, lawAsOf: Day, opens: [Day]
    ) throws {
        let work = try Self.work(text, lawAsOf: lawAsOf)
        let findings = AmendmentRules.findings(since: edition, works: [work], known: Self.today, today: Self.today)
        #expect(findings.map(\.opens) == opens)
        #expect(findings.allSatisfy { $0.change == .amendedSince })
    }

    /// 姓名條例施行細則 §6: only a line break between two sentences went.
    @Test(
        arguments: [
            ("戶籍法第6條", false), ("戶籍法", false), ("戶籍法第5條至第7條", false), ("戶籍法第6條第1項", true),
            ("戶籍法第6條第2項", true),
        ])
    func `lines that moved to another paragraph touch who cites a paragraph alone`(text: String, isFlagged: Bool) throws
    {
        let old = Self.edition([("6", "甲。\r\n乙。")])
        let new = Self.edition([("6", "甲。乙。")])
        let findings = AmendmentRules.findings(
            from: old, to: new, works: [try Self.work(text)], known: Self.today, today: Self.today)
        #expect(findings.isEmpty == !isFlagged)
    }

    @Test func `in doubt an amendment opens early, though one article of old has waited for its day for ever`() throws {
        let old = Self.edition([("5", "甲。")], modified: sampleDay(2011, 1, 12))
        let new = Self.edition(
            [("5", "甲甲。")], effective: .toBeSet, modified: sampleDay(2026, 11, 1),
            histories: "1.中華民國一百年一月十二日總統令制定公布全文 7 條\r\n2.中華民國一百十五年十一月一日總統令修正公布第 5 條條文，移列他處")
        let findings = AmendmentRules.findings(
            from: old, to: new, works: [try Self.work("戶籍法第5條")], known: Self.today, today: Self.today)
        #expect(findings.map(\.opens) == [sampleDay(2026, 11, 1)])
    }

    @Test func `a repeal or rewriting that is not in force yet is announced`() throws {
        let day = sampleDay(2027, 1, 1)
        let gone = Self.edition([], isRepealed: true, effective: .on(day), modified: sampleDay(2026, 11, 1))
        let rewritten = Self.edition(
            [("5", "甲甲。")], effective: .on(day), modified: sampleDay(2026, 11, 1),
            histories: "1.中華民國一百年一月十二日總統令制定公布全文 7 條\r\n2.中華民國一百十五年十一月一日總統令修正公布全文 5 條；並自一百十六年一月一日施行")
        for edition in [gone, rewritten] {
            let findings = AmendmentRules.findings(
                since: edition, works: [try Self.work("戶籍法第5條")], known: Self.today, today: Self.today)
            #expect(findings.map(\.opens) == [day])
        }
    }

    @Test(
        arguments: [
            ("戶籍法", true), ("戶籍法第1條至第5條", true), ("戶籍法第4條第1項", true), ("戶籍法第1條至第3條", false),
            ("戶籍法第5條", false),
        ])
    func `since an older check the history tells, of whole statutes and ranges too`(text: String, isFlagged: Bool)
        throws
    {
        let edition = Self.edition(
            [("1", "甲。"), ("4", "乙。"), ("5", "丙。")], modified: sampleDay(2025, 1, 1),
            histories: "1.中華民國九十七年五月二十八日總統令修正公布全文 5 條\r\n2.中華民國一百十四年一月一日總統令修正公布第 4 條條文")
        let findings = AmendmentRules.findings(
            since: edition, works: [try Self.work(text)], known: Self.today, today: Self.today)
        #expect(findings.map(\.change) == (isFlagged ? [.amendedSince] : []))
    }
}

/// A day that exists.
func sampleDay(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(daysSinceEpoch: 0)
}
