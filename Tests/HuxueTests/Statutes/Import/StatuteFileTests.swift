import Foundation
import Testing

@testable import Huxue

/// Made-up articles in the ministry's form.
enum SampleStatutes {
    static let json = #"""
        {"UpdateDate": "20241011", "Laws": [
          {"LawName": "戶籍法", "LawURL": "https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=D0030006",
           "LawAbandonNote": "", "LawArticles": [
            {"ArticleType": "C", "ArticleNo": "", "ArticleContent": "   第 一 章 總則"},
            {"ArticleType": "A", "ArticleNo": "第 1 條", "ArticleContent": "樣本登記，由本人於三十日內申請之。\r\n前項申請，得以書面委託他人為之。"},
            {"ArticleType": "A", "ArticleNo": "第 2 條", "ArticleContent": "下列登記，應於十日內申請：\r\n一、甲登記：\r\n（一）子登記。\r\n（二）丑登記。\r\n二、乙登記。\r\n市長稱前項登記為「樣本登記」。"},
            {"ArticleType": "A", "ArticleNo": "第 3 條", "ArticleContent": "（刪除）"},
            {"ArticleType": "A", "ArticleNo": "第 14-1 條", "ArticleContent": "台灣地區之樣本︰免費。"},
            {"ArticleType": "A", "ArticleNo": "第 5 條", "ArticleContent": "本條按固定寬度斷行，因此從斷行看不出項數，\r\n這裡仍是第一項。"}
          ]},
          {"LawName": "印鑑登記辦法", "LawURL": "https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=D0030010",
           "LawAbandonNote": "廢", "LawArticles": [
            {"ArticleType": "A", "ArticleNo": "第 1 條", "ArticleContent": "樣本。"}]}
        ]}
        """#

    static func file(keeping pcodes: Set<String> = ["D0030006", "D0030010"]) throws -> StatuteExtract {
        try StatuteExtract(of: StatuteFile(Data(json.utf8)), keeping: pcodes)
    }
}

struct StatuteFileTests {
    @Test func `the ministry's form is read with and without a byte order mark`() throws {
        let plain = try SampleStatutes.file()
        let marked = try StatuteExtract(
            of: StatuteFile(Data([0xEF, 0xBB, 0xBF]) + Data(SampleStatutes.json.utf8)), keeping: ["D0030006"])
        #expect(plain.statutes.keys.sorted() == ["D0030006", "D0030010"])
        #expect(marked.statutes.keys.sorted() == ["D0030006"])
        let articles = try #require(marked.statutes["D0030006"]).articles
        #expect(articles.keys.sorted().map(\.plain) == ["1", "2", "3", "5", "14-1"])
        #expect(plain.statutes["D0030010"]?.isRepealed == true)
        #expect(plain.statutes["D0030006"]?.isRepealed == false)
    }

    @Test(
        arguments: [
            ("戶籍法第1條第2項", false), ("戶籍法第1條第3項", true), ("戶籍法第1條第1款", true),
            ("戶籍法第2條第1項第2款", false), ("戶籍法第2條第2款", false), ("戶籍法第2條第1項第3款", true),
            ("戶籍法第2條第2項第1款", true), ("戶籍法第2條第1款第2目", false), ("戶籍法第2條第1款第3目", true),
            ("戶籍法第2條第2款第1目", true), ("戶籍法第5條第9項", false),
        ])
    func `paragraphs beyond what the article has are known, unless its lines do not tell`(
        text: String, isLacking: Bool
    ) throws {
        let citation = try Citation(parsing: text)
        let article = try #require(SampleStatutes.file().articles(citation).first)
        #expect(article.lacks(citation) == isLacking)
    }

    @Test func `a deleted article is known`() throws {
        let article = try SampleStatutes.file().articles(Citation(parsing: "戶籍法第3條")).first
        #expect(article?.isDeleted == true)
    }
}
