import Foundation
import GRDB
import Testing

@testable import Huxue

/// What ordinary readers see is kept; nobody may see it once it is not so any more, nor what is another's.
struct PageViewCacheTests {
    private static func office() async throws -> SampleOffice {
        let office = try SamplePages.office()
        try SamplePages.importLaw(SampleLaw.first, into: office)
        try await SamplePages.load(into: office)
        return office
    }

    @Test func `a reader sees every change at once`() async throws {
        let office = try await Self.office()
        try await office.test { browser in
            let reader = try await browser.signedIn("jian")
            func page(_ code: String = "sample-registration") async throws -> String {
                let made = try await reader.get("/pages/\(code)").text
                let kept = try await reader.get("/pages/\(code)").text
                #expect(made == kept)
                return kept
            }
            #expect(try await page().contains("樣本登記</h1>"))

            // Another title, and so another name in the list of what is related.
            #expect(try await page("proxy").contains("樣本登記</a>"))
            var content = SamplePages.content("sample-registration")
            content.title = "改過的登記"
            try SamplePages.save(content, over: 1, in: office)
            #expect(try await page().contains("改過的登記</h1>"))

            // Its owner's name.
            #expect(try await page("proxy").contains("負責人　"))
            try office.database.writeAndWait {
                try $0.execute(
                    sql: """
                        UPDATE employee SET name = '新名字' WHERE id = (
                            SELECT employeeID FROM account WHERE login = 'guanting')
                        """)
            }
            #expect(try await page("proxy").contains("負責人　新名字"))

            // An amendment of what it cites.
            #expect(try await !page("proxy").contains("本頁待複核"))
            try SamplePages.importLaw(SampleLaw.second, into: office)
            let flagged = try await page("proxy")
            let isFlagged = try office.database.readAndWait { try !AmendmentStore.open(.page, in: $0).isEmpty }
            #expect(isFlagged && (flagged.contains("修正過")))

            // Withdrawn.
            try office.database.writeAndWait { db in
                try db.execute(sql: "UPDATE page SET state = 'retired' WHERE code = 'proxy'")
            }
            #expect(try await reader.get("/pages/proxy").status == 404)
        }
    }

    @Test func `tools and forms are shown to those alone who may use them`() async throws {
        let office = try await Self.office()
        try await office.test { browser in
            let reader = try await browser.signedIn("jian")
            let owner = try await browser.signedIn("guanting")
            let editor = try await browser.signedIn("shufen")
            for _ in 1...2 {
                #expect(try await !reader.get("/pages/proxy").text.contains("這頁還正確嗎"))
                #expect(try await owner.get("/pages/proxy").text.contains("這頁還正確嗎"))
                let edited = try await editor.get("/pages/proxy").text
                #expect(edited.contains("這頁還正確嗎") && edited.contains(editor.formToken))
                let read = try await reader.get("/pages/proxy").text
                #expect(!read.contains(editor.formToken) && read.contains(reader.formToken))
            }
        }
    }

    @Test func `what is done is told, and papers are ticked, though the page is kept`() async throws {
        let office = try await Self.office()
        try await office.test { browser in
            let reader = try await browser.signedIn("jian")
            let address = "/pages/sample-registration"
            let plain = try await reader.get(address).text
            #expect(try await reader.get("\(address)?done=saved").text.contains("已儲存為新的版本"))
            let ticked = try await reader.get("\(address)?\(Markdown.tickField)=1").text
            let tick = "name=\"\(Markdown.tickField)\" value=\"1\" checked"
            #expect(plain.contains("name=\"\(Markdown.tickField)\" value=\"1\"") && !plain.contains(tick))
            #expect(ticked.contains(tick))
            #expect(try await !reader.get(address).text.contains(tick))
        }
    }
}
