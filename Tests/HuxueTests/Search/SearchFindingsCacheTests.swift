import Foundation
import GRDB
import Testing

@testable import Huxue

/// Findings that are the same for many people are kept, and never shown once they are not so any more, nor to somebody
/// who may not see them.
struct SearchFindingsCacheTests {
    private static func office() async throws -> SampleOffice {
        let office = try SamplePages.office()
        try SamplePages.importLaw(SampleLaw.first, into: office)
        try await SamplePages.load(into: office)
        return office
    }

    @Test func `what is found follows every change at once`() async throws {
        let office = try await Self.office()
        try await office.test { browser in
            let reader = try await browser.signedIn("jian")
            let other = try await browser.signedIn("meiling")
            func found() async throws -> String {
                let address = "/search?q=" + Address.encoded("樣本登記")
                let first = try await reader.get(address).text
                #expect(try await reader.get(address).text == first)
                #expect(try await other.get(address).text.contains("改過的") == first.contains("改過的"))
                return first
            }
            #expect(try await found().contains("/pages/sample-registration"))
            var content = SamplePages.content("sample-registration")
            content.title = "改過的樣本登記"
            try SamplePages.save(content, over: 1, in: office)
            #expect(try await found().contains("改過的"))
            try office.database.writeAndWait {
                try $0.execute(sql: "UPDATE page SET state = 'retired' WHERE code = 'sample-registration'")
            }
            #expect(try await !found().contains("/pages/sample-registration"))

            let article = "/statutes/D0030006/articles/4\""
            let law = "/search?q=" + Address.encoded("樣本新條")
            for _ in 1...2 { #expect(try await !reader.get(law).text.contains(article)) }
            try SamplePages.importLaw(SampleLaw.second, into: office)
            #expect(try await reader.get(law).text.contains(article))
        }
    }

    @Test func `an announcement that was not sent is found by editors alone, whoever looked first`() async throws {
        for first in ["shufen", "jian"] {
            let office = try await Self.office()
            try SamplePages.save(SamplePages.content("secret", .announcement, body: "獨角獸"), in: office)
            try await office.test { browser in
                let address = "/search?q=" + Address.encoded("獨角獸")
                for login in [first, "jian", "shufen", "jian"] {
                    let page = try await browser.signedIn(login).get(address).text
                    #expect(page.contains("/pages/secret") == (login == "shufen"), "\(login) after \(first)")
                }
            }
        }
    }
}
