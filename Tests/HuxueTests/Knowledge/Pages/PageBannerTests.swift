import Foundation
import GRDB
import Testing

@testable import Huxue

/// What stands above pages that may not be right any more, where people read them.
@Suite struct PageBannerTests {
    /// A procedure that cites paragraph 1 of article 1, which stays in the second edition, and a FAQ that cites paragraph
    /// 2, which does not; both for everybody and written by the law of 2024-01-01.
    private func office() throws -> SampleOffice {
        let office = try AnnouncementSample.office()
        let day = try #require(Day("2024-01-01"))
        for (code, kind, body) in [
            ("first", PageKind.procedure, "## 應備文件\n\n- [ ] 申請書（戶籍法第1條第1項）"),
            ("second", .faq, "可以委託（戶籍法第1條第2項）。"),
        ] {
            try AnnouncementSample.save(
                AnnouncementSample.content(code, kind: kind, title: "樣本", body: body) {
                    $0.isPublic = true
                    $0.lawAsOf = day
                    $0.owner = .login("jian")
                }, in: office)
        }
        try SamplePages.importLaw(SampleLaw.first, into: office)
        return office
    }

    /// Changes paragraph 1 of article 1 from 116年1月1日 on.
    private static let coming = SampleLaw.file(
        updated: "20261101",
        statutes: [
            SampleLaw.statute(
                "戶籍法", "D0030006", modified: "20261001", effective: "20270101",
                histories:
                    "1.中華民國九十七年五月二十八日總統令修正公布全文 5 條\\r\\n2.中華民國一百十五年十月一日總統令修正公布第 1 條條文；施行日期，由行政院定之\\r\\n  中華民國一百十五年十月五日行政院令發布定自一百十六年一月一日施行",
                articles: [
                    ("第 1 條", "樣本登記，由本人於六十日內申請之。\\r\\n前項申請，得以書面委託他人為之。"),
                    ("第 2 條", "樣本登記免費。"), ("第 3 條", "逾期申請者，處樣本罰鍰。"), ("第 14-1 條", "台灣地區之樣本︰由㐂𠮷定之。"),
                ])
        ])

    private static let amended = "依據的法規修正過，本頁還在複核。"

    @Test func `a public page whose law was amended says so to citizens, until somebody has decided`() async throws {
        let office = try office()
        try SamplePages.importLaw(SampleLaw.second, into: office)
        try await office.test { browser in
            let page = try await browser.get("/public/pages/second").text
            #expect(page.contains("<strong>\(Self.amended)</strong>戶籍法第1條第2項（條文已修正）。辦理前請先向戶政事務所確認。"))
            #expect(!page.contains("/comparison") && !page.contains("href=\"/statutes") && !page.contains("待複核"))
            // Another part of the article is no matter of theirs.
            let other = try await browser.get("/public/pages/first").text
            #expect(!other.contains(Self.amended) && !other.contains("其他部分") && !other.contains("class=\"banner\""))
            let jian = try await browser.signedIn("jian")
            #expect(try await jian.post("/pages/second/review", [("revision", "1"), ("flags", "99")]).status == 303)
            #expect(try await !browser.get("/public/pages/second").text.contains(Self.amended))
        }
    }

    @Test func `a public page that is overdue says so in the same words as to the staff`() async throws {
        let office = try office()
        try await office.test { browser in
            let words = "這一頁預定在 116年11月21日前複核，還沒有複核"
            let before = try await browser.get("/public/pages/second")
            #expect(!before.text.contains(words))
            office.advance(minutes: 60 * 24 * 366)
            #expect(try await browser.get("/public/pages/second").text.contains(words))
            #expect(try await browser.signedIn("yachu").get("/pages/second").text.contains(words))
        }
    }

    @Test func `what is not in force yet warns neither on the printed sheet nor in public`() async throws {
        let office = try office()
        try SamplePages.importLaw(Self.coming, into: office)
        let flags = try office.database.readAndWait { try AmendmentStore.open(.page, in: $0) }
        #expect(flags.filter(\.isCitedPartTouched).map(\.opens) == [Day("2027-01-01")])
        let warning = "依據的法規修正過，這張單子還沒有複核。"
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(try await !yachu.get("/pages/first/notice").text.contains(warning))
            #expect(try await !browser.get("/public/pages/first").text.contains(Self.amended))
            #expect(try await yachu.get("/pages/first").text.contains("或修正還沒有施行"))
            office.advance(minutes: 60 * 24 * 42)
            let later = try await browser.signedIn("yachu")
            #expect(try await later.get("/pages/first/notice").text.contains(warning))
            #expect(try await browser.get("/public/pages/first").text.contains(Self.amended))
        }
    }

    @Test func `its owner is told apart what was amended elsewhere in the article`() async throws {
        let office = try office()
        try SamplePages.importLaw(SampleLaw.second, into: office)
        try await office.test { browser in
            let home = try await browser.signedIn("jian").get("/").text
            #expect(home.contains("您負責的 1 個條目因法規修正待複核。"))
            #expect(home.contains("您負責的 1 個條目引用的條文修正了其他部分。"))
        }
    }

    @Test func `where hardly a page has all words, pages with some of them follow`() async throws {
        let office = try AnnouncementSample.office()
        for (code, body) in [("both", "委託代理，遷入新址。"), ("one", "遷入登記。"), ("none", "出生登記。")] {
            try AnnouncementSample.save(
                AnnouncementSample.content(code, kind: .faq, title: "樣本 \(code)", body: body) { $0.isPublic = true },
                in: office)
        }
        try await office.test { browser in
            let query = "q=%E4%BB%A3%E7%90%86+%E9%81%B7%E5%85%A5"
            let staff = try await browser.signedIn("yachu").get("/search?\(query)").text
            let everybody = try await browser.get("/public/search?\(query)").text
            for page in [staff, everybody] {
                let parts = page.components(separatedBy: "也可能是")
                #expect(parts.count == 2 && parts[0].contains("/pages/both") && !parts[0].contains("/pages/one"))
                #expect(parts.last?.contains("/pages/one") == true && parts.last?.contains("/pages/both") == false)
                #expect(!page.contains("/pages/none"))
            }
        }
    }
}
