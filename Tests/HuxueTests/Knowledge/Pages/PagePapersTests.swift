import Testing

@testable import Huxue

/// What everybody brings stands first; where papers are waived, there is a sheet to print.
@Suite struct PagePapersTests {
    @Test(arguments: [
        (
            ["- [ ] 甲：供查驗（戶籍法第1條）", "- [ ] 委託書：委託他人者", "- [ ] 乙（戶籍法第2條）", "- [ ] 丙：{{本所：電話}}"],
            ["- [ ] 甲：供查驗（戶籍法第1條）", "- [ ] 乙（戶籍法第2條）", "- [ ] 丙：{{本所：電話}}", "", "### 視情形另備", "", "- [ ] 委託書：委託他人者", ""]
        ),
        (["- [ ] 書面：在國內結婚", "- [ ] 甲"], ["- [ ] 書面：在國內結婚", "- [ ] 甲"]),
        (
            ["前言", "", "- [ ] 甲", "  說明", "- [ ] 乙：丙者", "  另附", "", "後記"],
            ["前言", "", "- [ ] 甲", "  說明", "", "### 視情形另備", "", "- [ ] 乙：丙者", "  另附", "", "後記"]
        ),
        (["- [ ] 甲", "", "另外：", "- [ ] 乙：丙者"], ["- [ ] 甲", "", "另外：", "- [ ] 乙：丙者"]), (["只有文字"], ["只有文字"]),
    ])
    func `special cases stand apart`(typed: [String], sorted: [String]) {
        func body(_ lines: [String]) -> String {
            "## 申請人\n- [ ] 子：丑者\n\n## 應備文件\n" + lines.joined(separator: "\n") + "\n## 規費\n免費"
        }
        #expect(PagePapers(in: body(typed)).sorted == body(sorted))
        #expect(PagePapers(in: typed.joined(separator: "\n")).sorted == typed.joined(separator: "\n"))
    }

    private static let papers = """
        ## 應備文件
        - [ ] 國民身分證（戶籍法第1條第1項）
        - [ ] 委託書：委託他人者（戶籍法第2條），見注意事項

        ## 注意事項
        - [ ] 看過

        """

    private func office() async throws -> SampleOffice {
        let office = try SamplePages.office()
        let head = String(SamplePages.procedure.split(separator: "## 申請人")[0])
        try await SamplePages.load(
            [
                ("kb/procedure/sample-registration.md", head + Self.papers),
                ("kb/faq/proxy.md", SamplePages.faq + "- [ ] 委託書\n"),
            ], into: office)
        return office
    }

    @Test func `the answer to what to bring has bullets, and its articles to unfold`() async throws {
        let office = try await office()
        try await office.test { browser in
            let jian = try await browser.signedIn("jian")
            for address in ["/search", "/public/search"] {
                let text = try await jian.get("\(address)?q=" + Address.encoded("樣本登記要帶什麼")).text
                let answer = try #require(
                    text.split(separator: "id=\"answer\"").last?.split(separator: "</section>").first)
                #expect(answer.contains("<ul><li>國民身分證</li></ul><h3 id=\"s-視情形另備\">視情形另備</h3>"), "\(address)")
                #expect(answer.contains("<li>委託書：委託他人者</li>") && !answer.contains("checkbox"), "\(address)")
                #expect(
                    answer.contains("<summary>法律依據　2 條</summary>") && answer.contains("戶籍法第1條第1項</a>"), "\(address)")
            }
        }
    }

    @Test func `papers are waived only where a sheet of the others is printed`() async throws {
        let office = try await office()
        try await office.test { browser in
            let jian = try await browser.signedIn("jian")
            for (address, boxes, waived) in [
                ("/pages/sample-registration", 3, 2), ("/pages/sample-registration/notice", 2, 2),
                ("/public/pages/sample-registration", 3, 0), ("/pages/proxy", 1, 0),
            ] {
                let text = try await jian.get(address).text
                #expect(text.matches(of: /name="have"/).count == boxes, "\(address)")
                #expect(text.matches(of: /name="waived"/).count == waived, "\(address)")
            }
        }
    }
}
