import Testing

@testable import Huxue

/// References in the text of an article, which go by where they stand.
struct CitationArticleTests {
    /// A made-up statute with an inserted and a deleted article.
    static let frame = frame(
        of: Statute("D0030006", "戶籍法"),
        [
            (1, 0, "為辦理戶籍，制定本法。"), (2, 0, "登記分為下列各款：\r\n一、出生。\r\n二、死亡：\r\n（一）國內。\r\n（二）國外。"),
            (3, 0, "甲項。\r\n乙項。\r\n丙項。\r\n丁項。"), (4, 0, "申請。"), (4, 1, "催告。"), (5, 0, "通知。"), (6, 0, "（刪除）"),
            (7, 0, "罰鍰。"), (8, 0, "附則。"), (9, 0, "施行。"),
        ])

    private static func frame(of statute: Statute, _ articles: [(Int, Int, String)]) -> StatuteFrame {
        let numbered = articles.compactMap { main, branch, text in
            ArticleNumber(main, branch: branch).map { (number: $0, text: text) }
        }
        return StatuteFrame(statute, articles: numbered, names: .table)
    }

    private static func read(_ text: String, of frame: StatuteFrame, at article: ArticleNumber?) -> [String] {
        CitationReader(names: .table).references(in: text, of: frame, article: article).map { reference in
            switch reference.meaning {
            case .one(let citation): "\(citation)"
            case .through(let first, let last): "\(first)～\(last)"
            case .unresolved(let doubt): "\(doubt)"
            }
        }
    }

    @Test(arguments: [
        (3, "依前條規定，及次條第一項。", ["戶籍法第2條", "戶籍法第4條第1項"]),
        (3, "前二條準用之。", ["戶籍法第1條～戶籍法第2條"]),
        (3, "第一條至前條準用之。", ["戶籍法第1條～戶籍法第2條"]),
        (3, "前條第一款、第二款第一目及第九條。", ["戶籍法第2條第1款", "戶籍法第2條第2款第1目", "戶籍法第9條"]),
        (1, "依前條規定。", ["nothingBefore"]),
        (4, "依次條規定。", ["severalReadings"]),
        (8, "依次條及第十條。", ["戶籍法第9條", "missingArticle"]),
        (5, "依前條規定。", ["severalReadings"]),
        (7, "依前條規定。", ["severalReadings"]),
        (3, "本法第四條第二項、本條例第三條、本條。", ["missingPart", "noStatute", "戶籍法第3條"]),
        (9, "修正施行前條文、停止條件、前條例、修正施行前第四條。", ["datedWording"]),
        (9, "施行細則第三條。", ["戶籍法施行細則第3條"]),
        (9, "民法第三條規定及第四條。", ["民法第3條", "severalReadings"]),
        (9, "準用民法第三條。第四條亦同。", ["民法第3條", "戶籍法第4條"]),
    ])
    func `articles are counted in the statute the text is of`(article: Int, text: String, found: [String]) {
        #expect(Self.read(text, of: Self.frame, at: ArticleNumber(article)) == found)
    }

    @Test(arguments: [
        ("甲。\r\n依前項辦理。\r\n前二項及第四條。", ["戶籍法第9條第1項", "戶籍法第9條第1項～戶籍法第9條第2項", "戶籍法第4條"]),
        (
            "甲。\r\n乙。\r\n前項但書，第一項後段，第二項至前項。",
            [
                "戶籍法第9條第2項", "戶籍法第9條第1項", "severalReadings",
            ]
        ),
        ("依前項辦理。", ["nothingBefore"]),
        ("甲。\r\n依第三項。", ["missingPart"]),
        (
            "要件如下：\r\n一、甲。\r\n二、前款之人。\r\n三、前二款之人。\r\n前項第二款、第三款及第四款。",
            [
                "戶籍法第9條第1項第1款", "戶籍法第9條第1項第1款～戶籍法第9條第1項第2款", "戶籍法第9條第1項第2款",
                "戶籍法第9條第1項第3款", "missingPart",
            ]
        ),
        ("除第二款外如下：\r\n一、甲。\r\n二、乙：\r\n（一）丙。\r\n（二）同前目。", ["戶籍法第9條第2款", "戶籍法第9條第2款第1目"]),
        ("民法第三條之文件如下：\r\n一、依第二款者。\r\n二、依第四條者。", ["民法第3條", "severalReadings", "severalReadings"]),
        (
            "依第四條者，依第一項辦理。\r\n第四條之規定，於第一項準用之。",
            [
                "戶籍法第4條", "severalReadings", "戶籍法第4條", "戶籍法第9條第1項",
            ]
        ),
        ("甲等：\r\n八十分。\r\n依前項辦理。", ["unclearParagraphs"]),
        ("在固定寬度的地方斷行的舊法規\r\n沒有辦法分項。\r\n依前項辦理。", ["unclearParagraphs"]),
        ("甲。\r\n依前項第一款，依同項第二款，同款。", ["missingPart", "missingPart", "missingPart"]),
    ])
    func `paragraphs are counted in the text itself`(text: String, found: [String]) {
        #expect(Self.read(text, of: Self.frame, at: ArticleNumber(9)) == found)
    }

    @Test func `numbers of a statute that was rewritten since are left open`() throws {
        let old = try #require(StatuteTable.statute(named: "國籍法施行條例"))
        let cited = try #require(StatuteTable.statute(named: "國籍法"))
        let frame = StatuteFrame(old, articles: [], names: .table, rewritten: [cited])
        let found = Self.read("國籍法第十條第一項及第二項，民法第三條", of: frame, at: nil)
        #expect(found == ["renumbered", "renumbered", "民法第3條"])
    }

    @Test func `bylaws call the statute above them 本法, whether they say so or not`() {
        let bylaws = Statute("D0030007", "戶籍法施行細則")
        let defined = Self.frame(of: bylaws, [(1, 0, "本細則依戶籍法（以下簡稱本法）第八十二條規定訂定之。"), (2, 0, "甲。")])
        let silent = Self.frame(of: bylaws, [(1, 0, "甲。"), (2, 0, "乙。")])
        for frame in [defined, silent] {
            let found = Self.read("本法第四條及第五條、本細則第一條。第二條。", of: frame, at: ArticleNumber(2))
            #expect(found == ["戶籍法第4條", "戶籍法第5條", "戶籍法施行細則第1條", "戶籍法施行細則第2條"])
        }
        let unheard = Self.frame(of: Statute("X", "某辦法"), [(1, 0, "本辦法依公司法（以下簡稱本法）第五條訂定之。")])
        #expect(Self.read("本法第六條", of: unheard, at: nil) == ["unknownStatute(\"公司法\")"])
    }
}
