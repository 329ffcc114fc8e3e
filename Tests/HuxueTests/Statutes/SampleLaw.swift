import Foundation
import Testing

@testable import Huxue

/// Made-up editions of two statutes in the ministry's form; their keys are those of real ones, so that they can be
/// cited.
enum SampleLaw {
    /// As of 2024-01-01.
    static let first = file(
        updated: "20240101",
        statutes: [
            statute(
                "戶籍法", "D0030006", modified: "20150121",
                histories: "1.中華民國九十七年五月二十八日總統令修正公布全文 5 條\\r\\n2.中華民國一百零四年一月二十一日總統令修正公布第 2 條條文",
                articles: [
                    ("第 1 條", "樣本登記，由本人於三十日內申請之。\\r\\n前項申請，得以書面委託他人為之。"),
                    ("第 2 條", "樣本登記免費。"), ("第 3 條", "逾期申請者，處樣本罰鍰。"), ("第 14-1 條", "台灣地區之樣本︰由㐂𠮷定之。"),
                ]),
            statute("姓名條例", "D0030011", modified: "20150520", histories: "", articles: [("第 1 條", "樣本姓名一個。")]),
        ])

    /// As of 2024-10-11: paragraph 2 of article 1 changed, 2 only looks different, 3 was deleted, 4 is new.
    static let second = file(
        updated: "20241011",
        statutes: [
            statute(
                "戶籍法", "D0030006", modified: "20240524",
                histories: "1.中華民國九十七年五月二十八日總統令修正公布全文 5 條\\r\\n2.中華民國一百十三年五月二十四日總統令修正公布第 1、4  條條文；並刪除第 3 條條文",
                articles: [
                    ("第 1 條", "樣本登記，由本人於三十日內申請之。\\r\\n前項申請，得以書面或電子方式委託他人為之。"),
                    ("第 2 條", "樣本登記\\r\\n免費。"), ("第 3 條", "（刪除）"), ("第 4 條", "樣本新條。"),
                    ("第 14-1 條", "臺灣地區之樣本：由㐂𠮷定之。"),
                ]),
            statute("姓名條例", "D0030011", modified: "20150520", histories: "", articles: [("第 1 條", "樣本姓名一個。")]),
        ])

    /// An edition with one article.
    static func edition(_ name: String, _ pcode: String) throws -> StatuteEdition {
        let data = file(
            updated: "20240101",
            statutes: [
                statute(name, pcode, modified: "20240101", histories: "", articles: [("第 1 條", "甲。")])
            ])
        var editions: [StatuteEdition] = []
        _ = try StatuteFile.read(StatuteFile(data)) { editions.append($0) }
        return try #require(editions.first)
    }

    static func file(updated: String, statutes: [String]) -> Data {
        Data("{\"UpdateDate\": \"\(updated)\", \"Laws\": [\(statutes.joined(separator: ","))]}".utf8)
    }

    static func statute(
        _ name: String, _ pcode: String, modified: String, effective: String = "", abandoned: String = "",
        histories: String, articles: [(String, String)]
    ) -> String {
        let parts = articles.map {
            "{\"ArticleType\": \"A\", \"ArticleNo\": \"\($0.0)\", \"ArticleContent\": \"\($0.1)\"}"
        }
        return """
            {"LawLevel": "法律", "LawName": "\(name)", "LawURL": "https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=\(pcode)",
             "LawCategory": "行政＞內政部", "LawModifiedDate": "\(modified)", "LawEffectiveDate": "\(effective)",
             "LawEffectiveNote": "", "LawAbandonNote": "\(abandoned)", "LawHistories": "\(histories)",
             "LawArticles": [\(parts.joined(separator: ","))]}
            """
    }
}
