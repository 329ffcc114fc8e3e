import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// What everybody may read, and that nothing else leaks.
@Suite struct PublicRoutesTests {
    private static let addresses = [
        "/public", "/public?kind=faq", "/public?kind=procedure", "/public?subject=%E9%81%B7%E5%BE%99", "/public?page=2",
        "/public/faq", "/public/feed.atom", "/public/feed.atom?kind=faq",
        "/public/feed.atom?subject=%E9%81%B7%E5%BE%99",
        "/public/search", "/public/search?q=%E9%81%B7%E5%85%A5",
        "/public/search?q=%E9%81%B7%E5%85%A5+%E8%A6%8F%E8%B2%BB",
        "/public/search?q=%E9%81%B7%E5%85%A5+%E8%A6%81%E5%B8%B6%E4%BB%80%E9%BA%BC",
        "/public/search?q=%E6%A9%9F%E5%AF%86",
        "/public/search?q=%E9%81%B7%E5%85%A5%E6%A9%9F%E5%AF%86%E7%94%B3%E8%AB%8B",
        "/public/search?q=x", "/public/pages/moving-in", "/public/pages/fee", "/public/pages/secret",
        "/public/pages/never",
        "/public/pages/old", "/public/pages/gone", "/public/pages/SECRET", "/public/attachments/secret.pdf",
    ]

    private static func visible(in office: SampleOffice) throws {
        try AnnouncementSample.save(
            AnnouncementSample.content(
                "moving-in", kind: .procedure, title: "遷入登記",
                body: """
                    ## 申請人

                    本人（戶籍法第48條第1項）。見[規費](../faq/fee.md)與[內部注意](../faq/secret.md)。

                    ## 應備文件

                    - [ ] 國民身分證
                    """
            ) {
                $0.isPublic = true
                $0.facets = [.subject: ["遷徙"], .audience: ["民眾"]]
            }, reason: "首次公開", in: office)
        try AnnouncementSample.save(
            AnnouncementSample.content("fee", kind: .faq, title: "遷入要規費嗎？", body: "遷入登記免規費。") { $0.isPublic = true },
            in: office)
    }

    private static func firstSecret(in office: SampleOffice) throws {
        try AnnouncementSample.save(
            AnnouncementSample.content("secret", kind: .faq, title: "暫題", body: "暫文。"), in: office)
    }

    private static func hidden(in office: SampleOffice) throws {
        for number in 1...20 {
            try AnnouncementSample.save(
                AnnouncementSample.content(
                    "inner-\(number)", kind: .faq, title: "內部遷入機密 \(number)", body: "遷入 遷入 機密規費。"
                ) {
                    $0.facets = [.subject: ["遷徙", "機密"]]
                }, in: office)
        }
        try AnnouncementSample.save(
            AnnouncementSample.content(
                "secret", kind: .faq, title: "遷入機密", body: "機密，見[遷入](../procedure/moving-in.md)。"),
            in: office)
        for (code, state) in [("old", PageState.superseded), ("gone", .retired)] {
            try AnnouncementSample.save(
                AnnouncementSample.content(code, kind: .faq, title: "遷入舊規費") {
                    $0.isPublic = true
                    $0.state = state
                }, in: office)
        }
    }

    @Test func `public pages are read without signing in, without a cookie, and may be indexed`() async throws {
        let office = try AnnouncementSample.office()
        try Self.firstSecret(in: office)
        try Self.visible(in: office)
        try await office.test { browser in
            let front = try await browser.get("/public")
            #expect(front.status == 200 && front.text.contains("遷入登記") && front.text.contains("遷徙 1"))
            #expect(front.text.contains("<meta name=\"robots\" content=\"index, follow\">"))
            #expect(front.headers[.setCookie] == nil)
            let page = try await browser.get("/public/pages/moving-in")
            #expect(page.status == 200 && page.headers[.setCookie] == nil)
            #expect(page.text.contains("<a href=\"/public/pages/fee\">規費</a>"))
            #expect(page.text.contains("與內部注意。") && !page.text.contains("連結失效") && !page.text.contains("secret"))
            #expect(page.text.contains("https://law.moj.gov.tw/LawClass/LawSingle.aspx?pcode=D0030006&amp;flno=48"))
            #expect(page.text.contains("最後複核 115年11月21日") && page.text.contains("南華區戶政事務所"))
            for word in ["console", "test", "首次公開", "知識庫管理", "登入", "sidenav", "token"] {
                #expect(!page.text.contains(word), "\(word)")
            }
            let faq = try await browser.get("/public/faq")
            #expect(faq.text.contains("遷入要規費嗎？") && faq.text.contains("其他") && !faq.text.contains("暫題"))
            let search = try await browser.get("/public/search?q=%E9%81%B7%E5%85%A5")
            #expect(search.text.contains("找到 2 個條目") && search.text.contains("<mark>遷入</mark>登記"))
            let partial = try await browser.get("/public/search?q=%E9%81%B7%E5%85%A5%E8%AD%89")
            #expect(partial.text.contains("沒有完全符合的，以下部分符合") && partial.text.contains("/public/pages/moving-in"))
            #expect(try await browser.get("/public/search?q=%22%28*").status == 200)
            #expect(try await browser.get("/public/feed.atom?kind=nonsense").status == 404)
            #expect(try await browser.post("/public", [("x", "1")]).status != 200)
        }
    }

    @Test func `what is not public is not found, in the same bytes as what is not there`() async throws {
        let office = try AnnouncementSample.office()
        try Self.firstSecret(in: office)
        try Self.visible(in: office)
        try Self.hidden(in: office)
        try await office.test { browser in
            let never = try await browser.get("/public/pages/never")
            #expect(never.status == 404)
            for code in ["secret", "old", "gone", "inner-1"] {
                let answer = try await browser.get("/public/pages/\(code)")
                #expect(answer.status == 404 && answer.text == never.text, "\(code)")
            }
        }
    }

    @Test func `an attachment is public while a public page in force links to it`() async throws {
        let office = try AnnouncementSample.office()
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            for name in ["open.pdf", "inner.pdf", "unused.pdf"] {
                #expect(try await guanting.upload("/attachments", file: SampleFiles.pdf, name: name).status == 303)
            }
            let body = "[表單](../attachments/open.pdf)"
            try AnnouncementSample.save(
                AnnouncementSample.content("form", kind: .faq, body: body) { $0.isPublic = true }, in: office)
            try AnnouncementSample.save(
                AnnouncementSample.content("inner", kind: .faq, body: "[表單](../attachments/inner.pdf)"), in: office)
            #expect(try await browser.get("/public/pages/form").text.contains("href=\"/public/attachments/open.pdf\""))
            let file = try await browser.get("/public/attachments/open.pdf")
            #expect(file.status == 200 && file.text == String(decoding: SampleFiles.pdf, as: UTF8.self))
            #expect(file.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
            let missing = try await browser.get("/public/attachments/none.pdf")
            for name in ["inner.pdf", "unused.pdf", "..%2Fhuxue.sqlite"] {
                let answer = try await browser.get("/public/attachments/\(name)")
                #expect(answer.status == 404 && answer.text == missing.text, "\(name)")
            }
            try AnnouncementSample.save(
                AnnouncementSample.content("form", kind: .faq, body: body) {
                    $0.isPublic = true
                    $0.state = .superseded
                }, in: office)
            #expect(try await browser.get("/public/attachments/open.pdf").status == 404)
        }
    }

    @Test func `citizens read the public names of kinds everywhere`() async throws {
        let office = try AnnouncementSample.office()
        for kind in [PageKind.procedure, .handbook, .faq] {
            try AnnouncementSample.save(
                AnnouncementSample.content("open-\(kind.rawValue)", kind: kind, title: "公開的條目") { $0.isPublic = true },
                in: office)
        }
        try await office.test { browser in
            for address in [
                "/public", "/public?kind=handbook", "/public/search?q=" + Address.encoded("公開的條目"), "/public/feed.atom",
                "/public/pages/open-procedure", "/public/pages/open-handbook",
            ] {
                let text = try await browser.get(address).text
                #expect(text.contains("申辦須知") || text.contains("業務說明"), "\(address)")
                #expect(!text.contains("標準作業程序") && !text.contains("工作手冊"), "\(address)")
            }
            let yachu = try await browser.signedIn("yachu")
            let found = try await yachu.get("/search?q=" + Address.encoded("公開的條目")).text
            #expect(found.contains("標準作業程序") && found.contains("工作手冊"))
        }
    }

    @Test func `somebody who is signed in is shown the same`() async throws {
        let office = try AnnouncementSample.office()
        try Self.firstSecret(in: office)
        try Self.visible(in: office)
        try Self.hidden(in: office)
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            for address in Self.addresses where !address.contains("attachments") {
                let (nobody, editor) = (try await browser.get(address), try await guanting.get(address))
                #expect(nobody.status == editor.status && nobody.text == editor.text, "\(address)")
            }
        }
    }

    /// Two offices that differ only in what is not public answer every public address byte for byte alike.
    @Test func `nothing of other pages shows in any public answer`() async throws {
        let (plain, full) = (try AnnouncementSample.office(), try AnnouncementSample.office())
        try Self.firstSecret(in: plain)
        // Other ids, another order in the index, other authors.
        try AnnouncementSample.save(
            AnnouncementSample.content("first", kind: .faq, title: "遷入規費機密", body: "遷入規費"), in: full)
        let guanting = try #require(try full.visitor("guanting")).actor
        try AnnouncementSample.save(
            AnnouncementSample.content("secret", kind: .faq, title: "暫題", body: "暫文。"), by: guanting, in: full)
        try Self.visible(in: plain)
        try Self.visible(in: full)
        try Self.hidden(in: full)
        try AnnouncementSample.save(
            AnnouncementSample.content("sent", title: "遷入機密公告", body: "機密遷入規費"), by: guanting, in: full)
        try AnnouncementSample.send("sent", .everybody, in: full)
        for office in [plain, full] { office.advance(minutes: 3 * 24 * 60) }
        let answers = { (office: SampleOffice) in
            try await office.test { browser -> [String] in
                var answers: [String] = []
                for address in Self.addresses {
                    let answer = try await browser.get(address)
                    let headers = answer.headers.map { "\($0.name): \($0.value)" }.sorted().joined(separator: "\n")
                    answers.append("\(answer.status)\n\(headers)\n\(answer.text)")
                }
                return answers
            }
        }
        let (one, other) = (try await answers(plain), try await answers(full))
        for (place, address) in Self.addresses.enumerated() { #expect(one[place] == other[place], "\(address)") }
        #expect(one.filter { $0.hasPrefix("200") }.count >= 15)
    }
}
