import Testing

@testable import Huxue

struct StatuteComparisonTests {
    private func edition(
        _ articles: [(Int, String)], headings: [String] = [], name: String = "樣本法", isRepealed: Bool = false,
        problems: [StatuteProblem.Kind] = []
    ) throws -> StatuteEdition {
        let parts =
            headings.map { StatutePart.heading(StatuteHeading(published: $0)) }
            + (try articles.map { number, text in
                StatutePart.article(StatuteArticle(number: try #require(ArticleNumber(number)), text: text))
            })
        return StatuteEdition(
            pcode: "A1", name: name, level: "法律", category: "", modified: nil, effective: .unstated, effectiveNote: "",
            isRepealed: isRepealed, histories: "", parts: parts, problems: problems)
    }

    @Test func `each article is changed, regrouped, relaid, added, removed or the same`() throws {
        let old = try edition([
            (1, "甲。"), (2, "台北︰一百○五。"), (3, "甲。\r\n乙。"), (4, "丁。"), (5, "戊。"), (6, "（刪除）"), (7, "（刪除）"), (8, "同。"),
            (10, "（刪除）"),
        ])
        let new = try edition([
            (1, "乙。"), (2, "臺北：\r\n一百〇五。\r\n"), (3, "甲。乙。"), (4, "（刪除）"), (6, "(刪除)"), (7, "己。"), (8, "同。"), (9, "新。"),
            (11, "（刪除）"),
        ])
        let comparison = StatuteComparison(from: old, to: new)
        #expect(comparison.numbers(.changed).map(\.main) == [1])
        #expect(comparison.numbers(.relaid).map(\.main) == [])
        #expect(comparison.numbers(.regrouped).map(\.main) == [2, 3])
        #expect(comparison.numbers(.removed).map(\.main) == [4, 5])
        #expect(comparison.numbers(.added).map(\.main) == [7, 9])
        #expect(!comparison.isEmpty)
    }

    @Test func `layout alone is no difference`() throws {
        let old = try edition([(1, "五十MB。"), (2, "按固定寬度斷\r\n行。")], headings: ["第 一 章 總則"], name: "台灣法")
        let new = try edition([(1, "五十 MB 。\r\n"), (2, "按固定寬度斷行。")], headings: [" 第一章 總則"], name: "臺灣法")
        let comparison = StatuteComparison(from: old, to: new)
        #expect(comparison.numbers(.relaid).map(\.main) == [1, 2])
        #expect(comparison.isEmpty)
    }

    @Test func `headings are paired by their number`() throws {
        let old = try edition([], headings: ["第 一 章 總則", "第 二 章 甲", "第 三 章 乙"])
        let new = try edition([], headings: ["第 一 章 總則", "第 二 章（刪除）", "第 二 章之一 丙", "第 三 章 乙"])
        let headings = StatuteComparison(from: old, to: new).headings
        #expect(headings.map(\.old?.title) == ["第 二 章 甲", nil])
        #expect(headings.map(\.new?.title) == ["第 二 章（刪除）", "第 二 章之一 丙"])
    }

    @Test func `renaming, repeal and revival are seen`() throws {
        let plain = try edition([])
        let changed = try edition([], name: "新名法", isRepealed: true)
        let forth = StatuteComparison(from: plain, to: changed)
        #expect(forth.renaming == StatuteComparison.Renaming(old: "樣本法", new: "新名法"))
        #expect(forth.isRepealed && !forth.isRevived && !forth.isEmpty)
        let back = StatuteComparison(from: changed, to: plain)
        #expect(back.isRevived && !back.isRepealed)
    }

    @Test func `an article that nobody could read is not taken for deleted`() throws {
        let plain = try edition([(1, "甲。"), (2, "乙。"), (3, "丙。")])
        let articles: [(Int, String)] = [(1, "甲。"), (3, "丁。")]
        let damaged = try edition(articles, problems: [.strangeArticleNumber("附則")])
        #expect(!damaged.isComplete)
        #expect(damaged.completed(from: plain).articles.map(\.number.main) == [1, 2, 3])
        #expect(StatuteComparison(from: plain, to: damaged.completed(from: plain)).articles.map(\.number.main) == [3])
        let dated = try edition(articles, problems: [.strangeDay("x")])
        #expect(dated.isComplete && dated.completed(from: plain) == dated)
        #expect(StatuteComparison(from: plain, to: dated).numbers(.removed).map(\.main) == [2])
    }
}
