import Foundation
import FoundationXML
import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// Feeds: valid, for their readers alone, dead with their tokens.
@Suite struct FeedTests {
    /// What an XML reader finds in a feed: the elements' texts by name.
    private final class Reader: NSObject, XMLParserDelegate {
        var texts: [String: [String]] = [:]
        private var open: [String] = []

        static func texts(of feed: String) -> [String: [String]]? {
            let parser = XMLParser(data: Data(feed.utf8))
            let reader = Reader()
            parser.delegate = reader
            return parser.parse() ? reader.texts : nil
        }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            open.append(name)
            texts[name, default: []].append(attributes["href"] ?? "")
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            guard let name = open.last, var found = texts[name]?.popLast() else { return }
            found += text
            texts[name]?.append(found)
        }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            open.removeLast()
        }
    }

    @Test func `hostile text stays text`() throws {
        var xml = XMLWriter()
        xml.open("a", [("b", "\"<&>'\u{0}\u{FFFE}")])
        xml.element("c", "]]><script>&amp;\u{8}𠮷\r\n")
        xml.empty("d", [])
        xml.close("a")
        let text = String(decoding: xml.bytes, as: UTF8.self)
        #expect(Reader.texts(of: text)?["c"]?.first?.contains("]]><script>&amp;\u{FFFD}𠮷") == true)
        #expect(text.contains("<d/>") && !text.contains("<script>"))
    }

    @Test func `names of entries are UUIDs that stay`() {
        let urn = FeedIdentity.urn("南華區戶政事務所", "pages", "fee", "1")
        #expect(urn == FeedIdentity.urn("南華區戶政事務所", "pages", "fee", "1"))
        #expect(urn != FeedIdentity.urn("南華區戶政事務所", "pages", "fee", "2"))
        #expect(
            urn.wholeMatch(of: /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }

    private func office() throws -> SampleOffice {
        let office = try AnnouncementSample.office()
        try AnnouncementSample.save(
            AnnouncementSample.content("fee", kind: .faq, title: "規費 <多少> & \"何時\"？") {
                $0.facets = [.subject: ["規費"]]
            },
            reason: "新訂", in: office)
        office.advance(minutes: 1)
        try AnnouncementSample.save(
            AnnouncementSample.content("fee", kind: .faq, title: "規費 <多少> & \"何時\"？", body: "改過。") {
                $0.facets = [.subject: ["規費"]]
            }, reason: "依新法改", in: office)
        office.advance(minutes: 1)
        try AnnouncementSample.save(
            AnnouncementSample.content("gone", kind: .faq, title: "停用的條目") { $0.state = .retired }, in: office)
        try AnnouncementSample.save(
            AnnouncementSample.content("open", kind: .handbook, title: "公開的條目") { $0.isPublic = true }, in: office)
        return office
    }

    private func made(by browser: SampleBrowser) async throws -> String {
        let page = try await browser.post("/feeds")
        let found = try #require(
            page.text.firstMatch(of: /value="http:\/\/localhost(\/feeds\/[A-Za-z0-9_-]{43}\/pages\.atom)"/))
        return String(found.1)
    }

    @Test func `a person's feed tells of each revision and why, of no withdrawn page`() async throws {
        let office = try office()
        try await office.test { browser in
            let address = try await made(by: browser.signedIn("yachu"))
            let feed = try await browser.get(address)
            #expect(feed.status == 200 && feed.headers[.contentType] == "application/atom+xml; charset=utf-8")
            let texts = try #require(Reader.texts(of: feed.text))
            #expect(texts["title"] == ["南華區戶政事務所知識庫", "公開的條目", "規費 <多少> & \"何時\"？", "規費 <多少> & \"何時\"？"])
            #expect(texts["summary"]?[1].contains("依新法改") == true && texts["summary"]?[2].contains("新訂") == true)
            #expect(texts["updated"]?[0] == "2026-11-21T10:02:00+08:00")
            #expect(texts["link"]?.contains("http://localhost/pages/fee") == true)
            #expect(Set(texts["id"] ?? []).count == 4)
            #expect(!feed.text.contains("停用的條目"))
            let some = try await browser.get(address + "?kind=faq&subject=%E8%A6%8F%E8%B2%BB")
            #expect(Reader.texts(of: some.text)?["entry"]?.count == 2)
            #expect(try await browser.get(address + "?subject=x").text.contains("<entry>") == false)
            #expect(try await browser.get(address + "?kind=x").status == 404)
        }
    }

    @Test func `what it tells of a former revision is what that one said`() async throws {
        let office = try AnnouncementSample.office()
        try AnnouncementSample.save(
            AnnouncementSample.content("fee", kind: .faq, title: "原來的標題", body: "原來的**內文**。"), in: office)
        office.advance(minutes: 1)
        try AnnouncementSample.save(
            AnnouncementSample.content("fee", kind: .faq, title: "後來的標題", body: "後來的內文。"), in: office)
        try await office.test { browser in
            let feed = try await browser.get(made(by: browser.signedIn("yachu"))).text
            let texts = try #require(Reader.texts(of: feed))
            #expect(texts["title"] == ["南華區戶政事務所知識庫", "後來的標題", "原來的標題"])
            #expect(texts["summary"]?.map { $0.contains("後來的內文。") } == [true, false])
            #expect(texts["summary"]?.map { $0.contains("原來的內文。") } == [false, true])
        }
    }

    @Test func `editors' feeds have no withdrawn page either`() async throws {
        let office = try office()
        try await office.test { browser in
            let address = try await made(by: browser.signedIn("guanting"))
            #expect(try await browser.get(address).text.contains("停用的條目") == false)
        }
    }

    @Test func `an address dies with its renewal, its withdrawal and its person's leaving`() async throws {
        let office = try office()
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let first = try await made(by: yachu)
            let second = try await made(by: yachu)
            #expect(try await browser.get(first).status == 404)
            #expect(try await browser.get(second).status == 200)
            // Only its hash is stored, and no page shows it again.
            let token = String(try #require(second.split(separator: "/").dropFirst().first))
            #expect(try await yachu.get("/feeds").text.contains(token) == false)
            let stored = try await office.database.read {
                try Row.fetchAll($0, sql: "SELECT * FROM feedToken").map { "\($0)" }.joined()
            }
            #expect(!stored.contains(token))
            #expect(try await yachu.post("/feeds/withdrawal").location == "/feeds")
            #expect(try await browser.get(second).status == 404)
            let third = try await made(by: yachu)
            let today = AnnouncementSample.today
            try await office.database.write { db in
                let member = try #require(try EmployeeStore.member(login: "yachu", in: db)).employee
                try EmployeeStore.update(
                    Employee(
                        id: member.id, staffNumber: member.staffNumber, name: member.name, unitID: member.unitID,
                        position: member.position, servesCounter: true, startsOn: nil, endsOn: today.adding(days: -1)),
                    in: db)
            }
            #expect(try await browser.get(third).status == 404)
        }
        #expect(
            try AnnouncementSample.audited(.feedTokenChange, in: office).map { "\($0.subject) \($0.words)" }
                == ["yachu 產生新的網址", "yachu 收回", "yachu 產生新的網址", "yachu 產生新的網址"])
    }

    @Test func `an address dies with the password that was reset, and does not come back with its person`() async throws
    {
        let office = try office()
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let first = try await made(by: yachu)
            let now = office.clock.now()
            let id = try #require(try office.visitor("yachu")).employee
            func end(_ day: Day?) async throws {
                try await office.database.write { db in
                    let member = try #require(try EmployeeStore.member(id, scope: .everywhere, in: db)).employee
                    try EmployeeStore.update(
                        Employee(
                            id: id, staffNumber: member.staffNumber, name: member.name, unitID: member.unitID,
                            position: member.position, servesCounter: true, startsOn: nil, endsOn: day), in: db)
                }
            }
            try await end(AnnouncementSample.today.adding(days: -1))
            #expect(try await browser.get(first).status == 404)
            try await end(nil)
            #expect(try await browser.get(first).status == 404)
            let second = try await made(by: yachu)
            #expect(try await browser.get(second).status == 200)
            try await office.database.write { db in
                try PasswordActions.reset(
                    id, hash: "x", by: ActionContext(actor: .console(user: "test"), origin: "test", now: now), in: db)
            }
            #expect(try await browser.get(second).status == 404)
            // Nor does one live that is made before the issued password is changed.
            var generator = SystemRandomNumberGenerator()
            let token = FeedToken(using: &generator)
            try await office.database.write { try FeedStore.put(token, of: id, now: now, in: $0) }
            #expect(try await browser.get("/feeds/\(token.text)/pages.atom").status == 404)
            try await office.database.write { db in
                let account = try #require(try AccountStore.account(login: "yachu", in: db))
                try AccountStore.setChosenPassword(hash: "y", of: account.id, in: db)
            }
            #expect(try await browser.get("/feeds/\(token.text)/pages.atom").status == 200)
        }
    }

    @Test(arguments: [
        "x", "1", String(repeating: "a", count: 43), String(repeating: "a", count: 44), "%00",
    ])
    func `what is no token finds nothing`(token: String) async throws {
        let office = try office()
        try await office.test { browser in
            let feed = try await browser.get("/feeds/\(token)/pages.atom")
            #expect(feed.status == 404)
            #expect(try await browser.get("/feeds").location.hasPrefix("/login"))
            #expect(try await browser.post("/feeds").status == 401)
        }
    }

    @Test func `the public's feed has public pages alone, each once, without reasons`() async throws {
        let office = try office()
        try await office.test { browser in
            let feed = try await browser.get("/public/feed.atom")
            let texts = try #require(Reader.texts(of: feed.text))
            #expect(texts["title"] == ["南華區戶政事務所公開資訊", "公開的條目"])
            #expect(!feed.text.contains("首次") && !feed.text.contains("/pages/fee"))
            #expect(texts["link"]?.contains("http://localhost/public/pages/open") == true)
        }
    }
}
