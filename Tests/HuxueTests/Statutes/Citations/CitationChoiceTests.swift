import Testing

@testable import Huxue

/// What is offered to somebody who types a citation.
@Suite struct CitationChoiceTests {
    private let office: SampleOffice

    init() throws {
        office = try SampleOffice()
        func statute(_ name: String, _ pcode: String, _ articles: [(String, String)]) -> String {
            SampleLaw.statute(name, pcode, modified: "20240101", histories: "", articles: articles)
        }
        let far = "樣本登記由船長申請，樣本登記免費，樣本登記從速。"
        let law = SampleLaw.file(
            updated: "20240101",
            statutes: [
                statute("遠洋樣本登記辦法", "ZD000001", [("第 1 條", far), ("第 15 條", far)]),
                statute("戶籍法", "D0030006", [("第 1 條", "樣本登記，由本人於三十日內申請之。"), ("第 15 條", "甲。")]),
                statute("戶籍法施行細則", "D0030007", [("第 1 條", "乙。"), ("第 15 條", "丙。")]),
                statute("國籍法施行細則", "D0030022", [("第 15 條", "丁。")]),
                statute("姓名條例施行細則", "D0030012", [("第 9 條", "戊。")]),
            ])
        try SamplePages.importLaw(law, into: office)
    }

    private func suggested(_ typed: String) throws -> [String] {
        let visitor = try #require(try office.visitor("guanting"))
        return try office.database.readAndWait {
            try CitationChoiceActions.suggestions(typed, for: visitor, in: $0).map(\.text)
        }
    }

    @Test(arguments: [
        ("細則15", ["戶籍法施行細則第15條", "國籍法施行細則第15條"]), ("施行細則第十五條", ["戶籍法施行細則第15條", "國籍法施行細則第15條"]),
        ("細則 §15", ["戶籍法施行細則第15條", "國籍法施行細則第15條"]), ("細則9", ["姓名條例施行細則第9條"]),
        ("國籍細則15", ["國籍法施行細則第15條"]), ("戶籍法15", ["戶籍法第15條"]), ("戶籍法1", ["戶籍法第1條", "戶籍法第15條"]),
        ("沒這部法15", []),
    ])
    func `a part of a name and a number find articles, in the table's order`(typed: String, found: [String]) throws {
        #expect(try suggested(typed) == found)
    }

    @Test func `words find statutes of the table before others`() throws {
        let found = try suggested("樣本登記")
        #expect(found.first == "戶籍法第1條" && found.contains("遠洋樣本登記辦法第1條"))
        #expect(try suggested("船長").first?.hasPrefix("遠洋樣本登記辦法") == true)
    }

    @Test(arguments: ["細則", "15", "第15條", "", "法5", "樣本登記"])
    func `what is no name with a number is not read as one`(typed: String) {
        #expect(CitationShortName(typed: typed).map(\.statutes) ?? [] == [])
    }
}
