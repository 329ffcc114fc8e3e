import Foundation

@testable import Huxue

/// A few believable pages, as their files have them; they cite the statutes of `SampleLaw`.
enum SamplePages {
    static let procedure = """
        ---
        id: sample-registration
        kind: procedure
        title: 樣本登記
        owner: knowledgeEditor
        reviewMonths: 12
        lawAsOf: 2024-10-11
        public: true
        audience: [臨櫃, 民眾]
        subject: [出生登記]
        policy: [身分登記]
        keywords: [報戶口, "A, B"]
        ---

        ## 申請人
        - 本人（戶籍法第1條第1項）。

        ## 應備文件
        - [ ] **身分證：**正本
        - [ ] 委託書，見[委託](../faq/proxy.md)

        ## 辦理步驟
        1. 查驗戶籍法第2條。
        2. 登記。

        """

    static let faq = """
        ---
        id: proxy
        kind: faq
        title: 可以委託別人嗎？
        owner: guanting
        unit: 登記二課
        reviewMonths: 1
        lawAsOf: 2024-10-11
        public: false
        audience: [臨櫃]
        subject: [出生登記, 委託]
        ---

        可以，得以書面委託他人為之（戶籍法第1條第2項）。詳見[樣本登記](../procedure/sample-registration.md)。

        """

    static let interpretation = """
        ---
        id: letter-1
        kind: interpretation
        title: 樣本登記免費的函釋
        state: superseded
        number: 台內戶字第1130000001號
        issuedOn: 2024-02-01
        issuer: 內政部
        owner: knowledgeEditor
        reviewMonths: 24
        lawAsOf: 2024-10-11
        public: false
        subject: [規費]
        restsOn: [姓名條例]
        ---

        樣本登記免費。

        """

    static let all = [
        ("kb/procedure/sample-registration.md", procedure), ("kb/faq/proxy.md", faq),
        ("kb/interpretation/letter-1.md", interpretation),
    ]

    static func read(_ text: String, path: String) -> PageFile { PageFile(reading: Array(text.utf8), path: path) }

    /// Brings all of them into the office.
    @discardableResult
    static func load(
        _ files: [(String, String)] = all, into office: SampleOffice
    ) async throws -> PageImportActions.Summary {
        try await PageImportActions(database: office.database, clock: office.clock).run(
            PageFolder.Contents(files: files.map { ($0.0, Array($0.1.utf8)) }, isWhole: true), source: "test",
            by: office.session.acting)
    }
}
