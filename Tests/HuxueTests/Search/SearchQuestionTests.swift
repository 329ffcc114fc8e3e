import Foundation
import GRDB
import Testing

@testable import Huxue

/// What people ask beside what they ask about, and the part of a page that answers it.
@Suite struct SearchQuestionTests {
    @Test(arguments: [
        ("遷入 要帶什麼", ["遷入"], SearchAspect.papers), ("遷入要帶什麼？", ["遷入"], .papers), ("結婚 要準備哪些證件", ["結婚"], .papers),
        ("補領身分證要多少錢", ["補領身分證"], .fee), ("改名 費用多少", ["改名"], .fee), ("出生登記幾天內", ["出生登記"], .deadline),
        ("出生登記 要在幾天內辦理？", ["出生登記"], .deadline), ("死亡登記 誰可以", ["死亡登記"], .applicants),
        ("誰可以申請死亡登記？", ["死亡登記"], .applicants), ("離婚去哪裡辦", ["離婚"], .place), ("去哪裡 辦 離婚", ["辦", "離婚"], .place),
        ("哪裡可以辦遷入", ["遷入"], .place), ("出生登記逾期怎麼辦", ["出生登記逾期"], .steps), ("如何申請歸化", ["歸化"], .steps),
        ("請問 遷入 要帶什麼呢", ["遷入"], .papers), ("遷入 規費", ["遷入", "規費"], .fee), ("遷入登記應備文件", ["遷入登記應備文件"], .papers),
    ])
    func `a question is taken out of the words, whether a blank stands before it or not`(
        text: String, rest: [String], aspect: SearchAspect
    ) {
        let words = SearchQuestionWords(in: text.split(separator: " "))
        #expect(words.rest == rest)
        #expect(words.aspect == aspect)
        #expect(SearchQuery(text).words == rest.flatMap { SearchQuery($0).words })
    }

    @Test(arguments: ["要帶什麼", "怎麼辦？", "規費", "應備文件", "誰申請", "遷入登記", "戶籍法48", "姓名條例"])
    func `a question about nothing is looked for as it is`(text: String) {
        let query = SearchQuery(text)
        #expect(query.aspect == nil)
        #expect(query.words == [SearchText(text).tokens.map(\.text).filter { $0 != "\u{F8FF}" }])
        #expect(query.request().whole == nil)
    }

    private static func shipped() async throws -> SampleOffice {
        let office = try SampleOffice()
        let pages = try PageFolder.read(SampleOffice.resources + "/../kb")
        _ = try await PageImportActions(database: office.database, clock: office.clock).run(
            pages, source: "kb", by: office.session.acting)
        return office
    }

    @Test(arguments: [
        ("遷入 要帶什麼", "遷入登記", "應備文件"), ("遷入要帶什麼", "遷入登記", "應備文件"), ("結婚 要帶什麼", "結婚登記", "應備文件"),
        ("結婚 誰可以", "結婚登記", "申請人"), ("補領身分證 多少錢", "補領國民身分證", "規費"), ("出生登記 幾天內", "出生登記", "申請期限"),
        ("離婚 去哪裡", "離婚登記", "受理地點"), ("改名 怎麼辦", "改名", "辦理步驟"),
    ])
    func `of the shipped pages the one that is meant answers`(words: String, title: String, heading: String)
        async throws
    {
        let office = try await Self.shipped()
        let visitor = try office.visitor("yachu")
        for reader in [visitor, nil] {
            let answer = try await office.database.read { [clock = office.clock] db in
                let source = PageSearchStore(clock: clock)
                let request = try source.widened(SearchQuery(words).request(), for: reader, in: db).request
                return try source.answer(request, for: reader, in: db)
            }
            #expect(answer?.title == title)
            #expect(answer?.heading == heading)
        }
    }

    @Test func `a question that a page has as its title finds that page first`() async throws {
        let office = try await Self.shipped()
        let visitor = try office.visitor("yachu")
        let found = try await office.database.read { [clock = office.clock] db in
            try PageSearchStore(clock: clock).widened(SearchQuery("誰可以申請死亡登記").request(), for: visitor, in: db).findings
        }
        #expect(found.hits.first?.title.pieces.map(\.text).joined() == "誰可以申請死亡登記？")
        let addresses = found.hits.map(\.address)
        #expect(Set(addresses).count == addresses.count)
    }

    @Test func `the manual of the system stands behind pages of law, and is found by its name`() async throws {
        let office = try await Self.shipped()
        let visitor = try office.visitor("yachu")
        for (words, isFirst) in [("條文", false), ("登記", false), ("備份、還原與檢查", true)] {
            let codes = try await office.database.read { [clock = office.clock] db in
                try PageSearchStore(clock: clock).findings(SearchQuery(words).request(limit: 500), for: visitor, in: db)
                    .hits.compactMap { $0.address.text.split(separator: "/").last.map(String.init) }
            }
            let manual = try #require(codes.firstIndex { $0.hasPrefix("manual-") }, "\(words)")
            #expect(codes[manual...].allSatisfy { $0.hasPrefix("manual-") }, "\(words)")
            #expect((manual == 0) == isFirst, "\(words)")
        }
    }

    private static func sample(isPublic: Bool) async throws -> SampleOffice {
        let office = try SamplePages.office()
        try SamplePages.importLaw(SampleLaw.second, into: office)
        let procedure = SamplePages.procedure.replacing("public: true", with: "public: \(isPublic)")
        try await SamplePages.load(
            [("kb/procedure/sample-registration.md", procedure), ("kb/faq/proxy.md", SamplePages.faq)], into: office)
        return office
    }

    @Test func `the page of results shows the part with its articles and the day of the law`() async throws {
        let office = try await Self.sample(isPublic: true)
        try await office.test { browser in
            let jian = try await browser.signedIn("jian")
            let applicants = try await jian.get("/search?q=" + Address.encoded("樣本登記 誰可以")).text
            #expect(
                applicants.contains(
                    "<h2 id=\"answer\"><a href=\"/pages/sample-registration#s-%E7%94%B3%E8%AB%8B%E4%BA%BA\">樣本登記</a>　申請人</h2>"
                ))
            #expect(applicants.contains("/statutes/D0030006/articles/1\""))
            #expect(applicants.contains("依 113年10月11日的法規"))
            let papers = try await jian.get("/search?q=" + Address.encoded("樣本登記要帶什麼")).text
            #expect(papers.contains("樣本登記</a>　應備文件</h2>") && papers.contains("正本"))
            for none in ["樣本登記", "樣本登記 多少錢", "要帶什麼", "樣本罰鍰 要帶什麼"] {
                #expect(
                    try await !jian.get("/search?q=" + Address.encoded(none)).text.contains("id=\"answer\""), "\(none)")
            }
            let open = try await browser.get("/public/search?q=" + Address.encoded("樣本登記 誰可以")).text
            #expect(open.contains("<a href=\"/public/pages/sample-registration#"))
            #expect(open.contains("LawSingle.aspx?pcode=D0030006&amp;flno=1\"") && open.contains("113年10月11日的法規"))
        }
    }

    @Test func `nobody is answered from a page that they may not read`() async throws {
        let office = try await Self.sample(isPublic: false)
        try await office.test { browser in
            let address = "q=" + Address.encoded("樣本登記 誰可以")
            #expect(try await !browser.get("/public/search?\(address)").text.contains("id=\"answer\""))
            let jian = try await browser.signedIn("jian")
            #expect(try await jian.get("/search?\(address)").text.contains("id=\"answer\""))
            try await office.database.write {
                try $0.execute(sql: "UPDATE page SET state = 'retired' WHERE code = 'sample-registration'")
            }
            #expect(try await !jian.get("/search?\(address)").text.contains("id=\"answer\""))
        }
    }
}
