import Foundation
import Testing

@testable import Huxue

struct QuestionRulesTests {
    private func problems(citation: String, explanation: String) throws -> [QuestionProblem] {
        let text = """
            topic: 樣本
            lawAsOf: 2024-10-11
            questions:
              - id: a-1
                type: trueFalse
                level: recall
                stem: 題幹
                answer: true
                explanation: \(explanation)
                citations:
                  - \(citation)
            """
        let files = QuestionBankFiles([("a.yaml", Array(text.utf8))])
        #expect(files.problems == [])
        let pcodes = Set(files.topics.flatMap(\.questions).flatMap(\.citations).map(\.statute.pcode))
        return QuestionRules.problems(of: files, against: try SampleStatutes.file(keeping: pcodes))
    }

    @Test(
        arguments: [
            ("戶籍法第1條第1項", nil), ("戶籍法第14條之1", nil), ("戶籍法", nil), ("民法", .unknownStatute("民法")),
            ("印鑑登記辦法", .repealedStatute("印鑑登記辦法")),
            ("戶籍法第9條", QuestionProblem.Kind.missingArticle("戶籍法第9條")),
            ("戶籍法第14條", .missingArticle("戶籍法第14條")),
            ("戶籍法第3條", .deletedArticle("戶籍法第3條")), ("印鑑登記辦法第1條", .repealedStatute("印鑑登記辦法")),
            ("民法第1條", .unknownStatute("民法")), ("戶籍法第1條第3項", .missingParagraph("戶籍法第1條第3項")),
        ])
    func `a citation is compared with the statutes`(citation: String, kind: QuestionProblem.Kind?) throws {
        let found = try problems(citation: citation, explanation: "沒有引文。")
        #expect(found.map(\.kind) == (kind.map { [$0] } ?? []))
        #expect(found.allSatisfy { $0.line == 11 && $0.file == "a.yaml" })
    }

    @Test(
        arguments: [
            ("依「由本人於三十日內申請之」。", nil), ("依「由本人 於三十日內」，又「得以書面委託他人為之」。", nil),
            ("依「由本人於六十日內」。", "由本人於六十日內"), ("依「」。", ""), ("未結束「由本人", nil),
        ])
    func `each quotation stands word for word in a cited article`(explanation: String, missing: String?) throws {
        let found = try problems(citation: "戶籍法第1條", explanation: explanation)
        #expect(found.map(\.kind) == (missing.map { [.quotationNotFound($0)] } ?? []))
        #expect(found.allSatisfy { $0.line == 9 })
    }

    @Test func `a quotation may stand in any article of a statute that is cited as a whole`() throws {
        #expect(try problems(citation: "戶籍法", explanation: "依「由本人於三十日內申請之」。") == [])
        #expect(try problems(citation: "戶籍法", explanation: "依「由本人於六十日內」。").count == 1)
    }

    @Test(arguments: ["「台灣地區之樣本：免費」", "「臺灣地區之樣本︰免費。」"])
    func `variants of characters do not break a quotation`(explanation: String) throws {
        #expect(try problems(citation: "戶籍法第14條之1", explanation: explanation) == [])
    }

    @Test func `a quotation within a quotation may change its marks`() throws {
        #expect(try problems(citation: "戶籍法第2條", explanation: "「稱前項登記為『樣本登記』」") == [])
    }
}
