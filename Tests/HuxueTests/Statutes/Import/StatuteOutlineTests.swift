import Testing

@testable import Huxue

@Suite struct StatuteOutlineTests {
    private static func article(_ main: Int, _ branch: Int = 0) throws -> StatutePart {
        .article(StatuteArticle(number: try #require(ArticleNumber(main, branch: branch)), text: "甲。"))
    }

    @Test(arguments: ["第一章 總則", "第一章　\"引號\"", "反斜線\\", "換行\n", "/", "𠮷", ""])
    func `an outline comes back as it was printed`(title: String) throws {
        let parts = [
            .heading(StatuteHeading(depth: 1, title: title, mark: "第一章")), try Self.article(1),
            .heading(StatuteHeading(depth: 12, title: "第二節", mark: "")), try Self.article(14, 1),
            try Self.article(9999, 999),
        ]
        let expected: [StatuteOutline] = parts.map { part in
            switch part {
            case .heading(let heading): .heading(heading)
            case .article(let article): .article(article.number)
            }
        }
        #expect(StatuteOutlineFile.read(StatuteOutlineFile.print(parts)) == expected)
    }

    @Test func `what another program wrote is read as well, and what is no outline is left out`() throws {
        let number = try #require(ArticleNumber(3))
        #expect(StatuteOutlineFile.read("[]") == [])
        #expect(StatuteOutlineFile.read(#"[ {"article": "3"} ]"#) == [.article(number)])
        #expect(StatuteOutlineFile.read(#"[{"article":"x"},{"article":"3"},{"depth":1}]"#) == [.article(number)])
        for broken in ["", "[", "[{", #"[{"article":"3"}"#, #"[{"article":"3"}]]"#, #"[{"article":"3""#, "null"] {
            #expect(StatuteOutlineFile.read(broken) == [], "\(broken)")
        }
    }
}
