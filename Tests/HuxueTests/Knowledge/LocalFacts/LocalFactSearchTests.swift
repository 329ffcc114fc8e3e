import GRDB
import Testing

@testable import Huxue

/// What the office answers is found, excerpted and told of where a page shows it; its name alone is nowhere read.
@Suite struct LocalFactSearchTests {
    private static let page = SamplePages.procedure.replacing(
        "- 本人（戶籍法第1條第1項）。", with: "- 可以異地辦理：{{本所：異地受理項目}}，電話{{本所:電話}}，`{{本所：地址}}`")

    private func office(isPublic: Bool = true) async throws -> SampleOffice {
        let office = try SamplePages.office()
        try await SamplePages.load(
            [
                (
                    "kb/procedure/sample-registration.md",
                    Self.page.replacing("public: true", with: "public: \(isPublic)")
                ), ("kb/faq/proxy.md", SamplePages.faq),
            ], into: office)
        return office
    }

    private func answer(_ fields: [(String, String)], in browser: SampleBrowser) async throws {
        #expect(try await browser.signedIn("shufen").post("/local-facts", fields).status == 303)
    }

    private func search(_ words: String) -> String { "search?q=" + Address.encoded(words) }

    @Test func `without an answer everybody reads what the page says, never the name of the question`() async throws {
        let office = try await office()
        try await office.test { browser in
            for address in ["/public/\(search("異地辦理"))", "/public/feed.atom"] {
                let text = try await browser.get(address).text
                #expect(text.contains("：\(LocalFactTerms.askUs)，電話\(LocalFactTerms.askUs)"), "\(address)")
                #expect(!text.contains("本所：異地受理項目") && !text.contains("本所:電話"), "\(address)")
            }
            let jian = try await browser.signedIn("jian")
            let found = try await jian.get("/\(search("異地辦理"))").text
                .replacing("<mark>", with: "").replacing("</mark>", with: "")
            #expect(found.contains(LocalFactTerms.missing(.anyOffice)))
            for word in ["受理項目", "承辦人員"] {
                #expect(try await !jian.get("/\(search(word))").text.contains("/pages/sample-registration"), "\(word)")
            }
        }
    }

    @Test func `an answer is found at once, another one in its place, and a withdrawn one no more`() async throws {
        let office = try await office()
        try await office.test { browser in
            let jian = try await browser.signedIn("jian")
            func finds(_ words: String) async throws -> [Bool] {
                [
                    try await browser.get("/public/\(search(words))").text.contains(
                        "/public/pages/sample-registration"),
                    try await jian.get("/\(search(words))").text.contains("/pages/sample-registration"),
                ]
            }
            #expect(try await finds("水上鄉公所") == [false, false])
            try await answer([("anyOffice", "出生登記\n水上鄉公所"), ("telephone", "02-1234")], in: browser)
            #expect(try await finds("水上鄉公所") == [true, true])
            #expect(try await finds("1234") == [true, true])
            let excerpt = try await browser.get("/public/\(search("異地辦理"))").text
            #expect(excerpt.contains("：出生登記 水上鄉公所，電話02-1234，{{本所：地址}}"))
            #expect(try await browser.get("/public/feed.atom").text.contains("：出生登記 水上鄉公所，電話02-1234"))
            try await answer([("anyOffice", "太保市"), ("telephone", "02-1234")], in: browser)
            #expect(try await finds("水上鄉公所") == [false, false])
            #expect(try await finds("太保市") == [true, true])
            try await answer([("anyOffice", ""), ("telephone", "02-1234")], in: browser)
            #expect(try await finds("太保市") == [false, false])
        }
        #expect(try office.database.readAndWait { try PageIndexStore.outOfStep(in: $0) }.isEmpty)
    }

    @Test func `what colleagues alone read is not found by the public through an answer`() async throws {
        let office = try await office(isPublic: false)
        try await office.test { browser in
            try await answer([("anyOffice", "水上鄉公所")], in: browser)
            #expect(try await !browser.get("/public/\(search("水上鄉公所"))").text.contains("sample-registration"))
            let jian = try await browser.signedIn("jian")
            #expect(try await jian.get("/\(search("水上鄉公所"))").text.contains("/pages/sample-registration"))
        }
    }

    @Test func `pages of an older program are read again, once`() async throws {
        let office = try await office()
        try office.database.writeAndWait { db in
            try LocalFactStore.set(.anyOffice, "水上鄉公所", by: office.session.acting, in: db)
            try db.execute(sql: "UPDATE page SET plainText = 'old'; INSERT INTO pageToIndex SELECT id FROM page")
            #expect(try PageIndexStore.outOfStep(in: db).isEmpty)
            #expect(try PageIndexStore.catchUp(limit: 1, in: db) == 1)
            #expect(try PageIndexStore.catchUp(limit: 10, in: db) == 1)
            #expect(try PageIndexStore.catchUp(limit: 10, in: db) == 0)
            #expect(try PageIndexStore.outOfStep(in: db).isEmpty)
            let page = try #require(try PageStore.page(code: "sample-registration", in: db))
            let text = try LocalFacts(texts: [.anyOffice: "水上鄉公所"])
                .filled(PageStore.plainText(of: page.id, in: db), isPublic: true)
            #expect(text.contains("可以異地辦理：水上鄉公所，電話\(LocalFactTerms.askUs)，{{本所：地址}}"))
        }
    }

    @Test func `every fact stands in plain text as its answer`() {
        for fact in LocalFact.allCases {
            let text = Markdown("甲\(LocalFactTerms.placeholder(for: fact))乙{{別的}}").plainText
            #expect(LocalFacts(texts: [fact: "5 元"]).filled(text, isPublic: true) == "甲5 元乙別的\n")
            #expect(LocalFacts().filled(text, isPublic: true) == "甲\(LocalFactTerms.askUs)乙別的\n")
            #expect(LocalFacts().filled(text, isPublic: false) == "甲\(LocalFactTerms.missing(fact))乙別的\n")
        }
    }
}
