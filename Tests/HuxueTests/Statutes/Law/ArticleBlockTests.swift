import Testing

@testable import Huxue

/// Tables and formulas in articles keep their lines and columns.
struct ArticleBlockTests {
    private static let table = """
        一、收費如下表：
        ┌──────┬──────┐
        │  項目      │    金額    │
        ├──────┼──────┤
        │  甲        │    五十元  │
        └──────┴──────┘
        二、前款之費用，免收。
        """
    private static let formula = """
        平均坡度依下列公式計算：
                        ｎπｈ
            Ｓ（％）＝────────×１００％
                          ８Ｌ
        前項符號，由主管機關定之。
        """

    @Test(arguments: [(table, [1, 5, 1]), (formula, [1, 3, 1])])
    func `a drawing is one block between those of prose`(text: String, lines: [Int]) {
        let blocks = ArticleBlock.all(in: text)
        #expect(blocks.map(\.isFigure) == [false, true, false])
        #expect(blocks.map(\.lines.count) == lines)
        #expect(blocks.flatMap(\.lines).joined(separator: "\n") == text)
        #expect(ArticleText.lines(of: text).joined(separator: "\n") == text)
    }

    @Test(arguments: [
        "甲。\r\n乙。", "甲──乙，丙。", "按固定寬度斷\r\n    行之條文。", "面積╳單價。", "第 1-1 條——附則。", "", "一、甲：\r\n二、乙。",
    ])
    func `prose is no drawing`(text: String) {
        #expect(!ArticleBlock.hasFigure(text))
        #expect(ArticleBlock.all(in: text).allSatisfy { !$0.isFigure })
    }

    @Test func `pages set a drawing with its columns, and prose around it as ever`() throws {
        let number = try #require(ArticleNumber(9))
        func words(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }
        let html = words(ArticleTextViews.text(Self.table, of: "A0010028", number))
        #expect(html.contains("<pre>┌──────┬──────┐\n│  項目      │    金額    │\n"))
        #expect(html.contains("<span>一、收費如下表：") && html.contains("<span>二、前款之費用，免收。"))
        let sides = words(
            ArticleViews.sides(
                from: Self.table, to: Self.table.replacing("五十元", with: "六十元"), oldTitle: "", newTitle: ""))
        #expect(sides.contains("law-text-figure") && sides.contains("│  項目      │    金額    │"))
        #expect(!words(ArticleTextViews.text("甲。\r\n乙。", of: "A0010028", number)).contains("law-figure"))
    }
}
