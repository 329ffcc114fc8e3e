import Testing

@testable import Huxue

struct ArticleComparisonTests {
    /// `[-removed-]` and `{+added+}`, line by line.
    private func marked(_ old: String, _ new: String) -> [String] {
        ArticleComparison(from: old, to: new).rows.map { row in
            row.segments.map { segment in
                switch segment.kind {
                case .same: segment.new
                case .removed: "[-\(segment.old)-]"
                case .added: "{+\(segment.new)+}"
                }
            }.joined()
        }
    }

    @Test(
        arguments: [
            ("應於三十日內申請。", "應於六十日內申請。", ["應於[-三-]{+六+}十日內申請。"]),
            ("甲、乙。", "甲、乙。", ["甲、乙。"]),
            ("台北︰十元。", "臺北： 十元。", ["臺北： 十元。"]),
            ("檢附申請書、印鑑。", "檢附申請書、照片、印鑑。", ["檢附申請書、{+照片、+}印鑑。"]),
            (
                "本人申請。\r\n前項申請得委託他人為之。", "本人申請。\r\n新項不同於前。\r\n前項申請得委託他人辦理。",
                ["本人申請。", "{+新項不同於前。+}", "前項申請得委託他人[-為之-]{+辦理+}。"]
            ),
            ("甲登記。\r\n乙丙丁戊。", "甲登記。", ["甲登記。", "[-乙丙丁戊。-]"]),
            ("未成年人經父之同意。", "未成年人經母之允許。", ["未成年人經[-父之同意-]{+母之允許+}。"]),
            ("經父同意。", "另有規定者除外。", ["[-經父同意。-]", "{+另有規定者除外。+}"]),
            ("", "新。", ["{+新。+}"]), ("", "", []),
        ])
    func `what changed stands out and what stayed is shown once`(old: String, new: String, rows: [String]) {
        #expect(marked(old, new) == rows)
    }

    @Test func `shreds between long changes belong to the change`() {
        let rows = marked("登記機關得依申請人之書面請求辦理甲乙事項。", "登記機關應按當事者之口頭聲明辦理甲乙事項。")
        #expect(rows == ["登記機關[-得依申請人之書面請求-]{+應按當事者之口頭聲明+}辦理甲乙事項。"])
    }

    @Test func `the segments give back both texts`() {
        var generator = SplitMix(seed: 11)
        let pieces = [
            "甲", "乙", "丙", "之", "的", "。", "，", "：", "\r\n", " ", "一、", "（一）", "０", "𠮷", "登記", "。\r\n", "\u{301}",
        ]
        for _ in 0..<1500 {
            let texts = (0..<2).map { _ in
                (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                    pieces.randomElement(using: &generator) ?? ""
                }.joined()
            }
            let comparison = ArticleComparison(from: texts[0], to: texts[1])
            #expect(comparison.rows.map(\.old).filter { !$0.isEmpty } == ArticleText.lines(of: texts[0]))
            #expect(comparison.rows.map(\.new).filter { !$0.isEmpty } == ArticleText.lines(of: texts[1]))
            for segment in comparison.rows.flatMap(\.segments) {
                switch segment.kind {
                case .same: #expect(LawText.folded(segment.old) == LawText.folded(segment.new))
                case .removed: #expect(!segment.old.isEmpty && segment.new.isEmpty)
                case .added: #expect(segment.old.isEmpty && !segment.new.isEmpty)
                }
            }
        }
    }

    @Test func `the shortest way is found`() {
        var generator = SplitMix(seed: 5)
        for _ in 0..<300 {
            let old = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                Int32.random(in: 0...2, using: &generator)
            }
            let new = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                Int32.random(in: 0...2, using: &generator)
            }
            let changes = TextDifference((old, new)).changes
            let cost = changes.reduce(0) { $0 + $1.old.count + $1.new.count }
            #expect(cost == old.count + new.count - 2 * longestCommon(old, new))
        }
    }

    private func longestCommon(_ old: [Int32], _ new: [Int32]) -> Int {
        var lengths = [[Int]](repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
        for row in old.indices.reversed() {
            for column in new.indices.reversed() {
                lengths[row][column] =
                    old[row] == new[column]
                    ? lengths[row + 1][column + 1] + 1 : max(lengths[row + 1][column], lengths[row][column + 1])
            }
        }
        return lengths[0][0]
    }

    @Test func `beyond the bound the middle counts as changed as a whole`() {
        let old = [Int32](0..<3000)
        let new = [0] + [Int32](5000..<8000) + [2999]
        #expect(TextDifference((old, new)).changes == [.init(old: 1..<2999, new: 1..<3001)])
    }
}
