import Testing

@testable import Huxue

struct StatuteHistoryTests {
    /// Made up, in the ministry's way of printing.
    private static let sample = """
        1.中華民國九十年一月十七日總統（90）華總一義字第 9000000001 號令制定\r
          公布全文 20  條；並自公布日施行\r
        2.中華民國一百十一年十月三日總統華總一義字第 11100000001  號令修正\r
          公布第 2、3～5、1\r
          1 條條文及第二章章名；增訂第 14-1、15-1 條條文；並刪除第 10 條條\r
          文；除第 3、4 條施行日期由行政院定之外，自公布日施行\r
          中華民國一百十一年十二月一日行政院院臺法字第 1110000002 號令發布\r
          第 3  條，定自一百十二年一月一日施行\r
          中華民國一百十一年十二月五日行政院院臺規字第 1110000003 號公告第\r
          7 條所列屬「甲部」之權責事項，自一百十二年一月一日起改由「乙部」\r
          管轄\r
        3.中華民國一百十三年五月二十四日總統華總一義字第 11300000004  號令\r
          修正公布名稱及第 1  條條文；並自一百十三年七月一日施行\r
          （原名稱：甲條例；新名稱：乙條例）
        """

    private func articles(
        _ text: String, after day: String, known: [ArticleNumber] = []
    ) throws -> [String: StatuteHistory.Effect]? {
        let day = try #require(Day(day))
        guard case .articles(let found) = StatuteHistory(reading: text).amendments(after: day, known: known) else {
            return nil
        }
        return found.reduce(into: [:]) { $0[$1.key.plain] = $1.value.last?.effect }
    }

    @Test func `entries are told apart, with their days, across broken lines`() {
        let entries = StatuteHistory(reading: Self.sample).entries
        #expect(entries.map(\.number) == [1, 2, 2, 2, 3])
        #expect(
            entries.map { $0.day?.description } == [
                "2001-01-17", "2022-10-03", "2022-12-01", "2022-12-05", "2024-05-24",
            ])
        #expect(entries[0].text == "中華民國九十年一月十七日總統（90）華總一義字第 9000000001 號令制定公布全文 20  條；並自公布日施行")
        #expect(entries.map { $0.acts?.count } == [1, 4, 1, 1, 2])
        #expect(entries[3].acts == [.jurisdiction])
    }

    @Test func `the articles amended after a day are known, with the day they take effect`() throws {
        let first = try #require(Day("2023-01-01"))
        let last = try #require(Day("2024-07-01"))
        let all = try articles(Self.sample, after: "2022-09-23")
        #expect(
            all == [
                "1": .day(last), "2": .promulgation, "3": .day(first), "4": .toBeSet, "5": .promulgation,
                "10": .promulgation, "11": .promulgation, "14-1": .promulgation, "15-1": .promulgation,
            ])
        #expect(try articles(Self.sample, after: "2022-10-03")?.keys.sorted() == ["1"])
        #expect(try articles(Self.sample, after: "2024-05-24") == [:])
        #expect(try articles(Self.sample, after: "2001-01-16") == nil)
    }

    @Test func `a range holds the articles put in between`() throws {
        let between = try #require(ArticleNumber(22, branch: 2))
        let beyond = try #require(ArticleNumber(23, branch: 2))
        let text = "1.中華民國一百年一月一日總統令修正公布第 22～23-1、38-7～38-9 條條文"
        let found = try articles(text, after: "2010-12-31", known: [between, beyond])
        #expect(found?.keys.sorted() == ["22", "22-2", "23", "23-1", "38-7", "38-8", "38-9"])
    }

    @Test(
        arguments: [
            ("修正公布全文 23 條", StatuteAmendments.Reason.rewritten), ("制定公布總則編全文 152 條", .rewritten),
            ("修正發布名稱及全文 16 條；並自發布日施行", .rewritten), ("公布廢止", .repealed), ("修正發布", .unnamed),
            ("增訂第 6  條條文；原第 6  條條文修正並遞改為第 7  條條文", .renumbered), ("刪除第 986、987、993994 條條文", .unreadable(entry: 1)),
            ("修正公布第 3、34、5 條條文", .unreadable(entry: 1)), ("修正公布若干規定", .unreadable(entry: 1)), ("公布施行", .rewritten),
        ])
    func `what does not name its articles touches the whole statute`(words: String, reason: StatuteAmendments.Reason)
        throws
    {
        let history = StatuteHistory(reading: "1.中華民國一百年一月一日總統華總一義字第 10000000001  號令\(words)")
        let day = try #require(Day("2010-12-31"))
        let promulgated = try #require(Day("2011-01-01"))
        guard case .whole(reason, let act?) = history.amendments(after: day, known: []) else {
            Issue.record("\(history.amendments(after: day, known: []))")
            return
        }
        #expect(act.promulgated == promulgated)
    }

    @Test(
        arguments: [
            ("修正發布第 32 條第一項條文", ["32"]), ("修正發布第 7  條第 2  款條文", ["7"]), ("增訂公布第 1052-1 條條文", ["1052-1"]),
            ("刪除公布第 44、45 條條文", ["44", "45"]), ("修正發布第 14 條條文及第 4  條條文附件一", ["14"]),
            ("修正發布第 4～6 條條文及第 2  條條文之附件一；並增訂第 6-1  條條文", ["4", "5", "6", "6-1"]),
            ("修正發布第 2、3 條文暨附表「樣本申請書」", ["2", "3"]), ("刪除第二章章名第 6、17～18  條條文", ["6", "17", "18"]),
            ("增訂第 3  條條文及第二章第八節之一、第十九節之一", ["3"]), ("修正第 10 條之 1、第 12 條條文", ["10-1", "12"]),
            ("函勘誤第 23-1 條條文", ["23-1"]),
        ])
    func `articles are read in all the ways they are listed`(words: String, numbers: [String]) throws {
        let found = try articles("1.中華民國一百年一月一日內政部台內戶字第 1000000001 號令\(words)", after: "2010-12-31")
        #expect(found.map { Set($0.keys) } == Set(numbers))
    }

    @Test(
        arguments: [
            ("並自公布日施行", nil), ("並自公布後六個月施行", "2011-07-31"), ("並自公布後一年六個月（一百零一年七月三十一日）施行", "2012-07-31"),
            ("並自同年七月一日施行", "2011-07-01"), ("並自民國一百零一年一月一日起實施", "2012-01-01"),
            ("但第 9 條施行日期，由行政院會同司法院另定之", nil), ("並自一百年五月三十一日公布後一個月施行", "2011-02-28"),
        ])
    func `the day of taking effect is read`(words: String, day: String?) throws {
        let found = try articles("1.中華民國一百年一月三十一日總統令修正公布第 1  條條文；\(words)", after: "2010-12-31")
        #expect(found == ["1": day.flatMap { Day($0) }.map(StatuteHistory.Effect.day) ?? .promulgation])
    }

    @Test func `an exception has its own days`() throws {
        let text = """
            1.中華民國九十七年五月二十八日總統令修正公布第 1、4、10 條條文；除第 10 條自九十七年五月二十三日施行，第 4  條第\r
              1 款有關部分之施行日期由行政院定之外，自公布日施行
            """
        let day = try #require(Day("2008-05-23"))
        let found = try articles(text, after: "2008-01-01")
        #expect(found == ["1": .promulgation, "4": .toBeSet, "10": .day(day)])
    }

    @Test func `a history that ends before the last change tells nothing`() throws {
        let edition = { (modified: String) in
            StatuteEdition(
                pcode: "A1", name: "甲法", level: "", category: "", modified: Day(modified), effective: .unstated,
                effectiveNote: "", isRepealed: false, histories: Self.sample, parts: [], problems: [])
        }
        let day = try #require(Day("2024-06-01"))
        let act = StatuteHistory.Amendment(promulgated: try #require(Day("2024-09-01")), effect: .unclear)
        #expect(edition("2024-09-01").amendments(after: day) == .whole(.incomplete, act))
        #expect(edition("2024-05-24").amendments(after: day) == .articles([:]))
    }

    @Test func `a thousand random histories are read without a trap`() {
        var generator = SplitMix(seed: 3)
        let pieces = [
            "1.", "2.", "中華民國", "一百年", "一月", "一日", "總統令", "修正", "公布", "第", "1", "～", "、", "-", "條", "條文", "；", "並自",
            "施行",
            "全文", "除", "外，", "（", "）", "之", "附件", "\r\n", "\r\n  ", "同日", "後", "年", "九", "「",
        ]
        for _ in 0..<1000 {
            let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            #expect(StatuteHistory(reading: text).entries.count <= 41)
        }
    }
}
