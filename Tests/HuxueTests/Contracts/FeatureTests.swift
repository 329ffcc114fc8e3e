import Foundation
import GRDB
import Testing

@testable import Huxue

/// A feature announces itself in one place, and appears everywhere.
@Suite struct FeatureTests {
    /// The one line.
    private static let features = FeatureList(Features.all.all + [ToyFeature()])

    private let office: SampleOffice

    init() throws {
        office = try SampleOffice(features: Self.features)
    }

    private func write(_ code: String) async -> Int32 {
        await CommandLine.run(["toy-notes", code, "--data", office.folder.path], features: Self.features)
    }

    @Test func `its table, command and pages are there with it, and not without`() async throws {
        #expect(await write("a") == 0)
        #expect(await CommandLine.run(["toy-notes", "b", "--data", office.folder.path]) == 64)
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let page = try await yachu.get("/toy-notes/a")
            #expect(page.status == 200 && page.text.contains("戶籍法第1條第2項"))
            #expect(page.text.contains("<a href=\"/toy-notes\" aria-current=\"page\">"))
            #expect(try await yachu.get("/toy-notes/b").status == 404)
            #expect(try await browser.get("/toy-notes/a").status == 303)
            // What it derives was brought in step before the first page.
            let state = try office.database.readAndWait { try String.fetchOne($0, sql: "SELECT state FROM toyNote") }
            #expect(state == "filed")
        }
        let plain = try SampleOffice()
        try await plain.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/toy-notes/a").status == 404)
            #expect(try await yachu.get("/").text.contains("便箋") == false)
        }
    }

    @Test func `what waits, and its figures, stand on the home page`() async throws {
        try await office.test { browser in
            let home = try await browser.signedIn("yachu").get("/").text
            for words in ["讀便箋", "便箋快用完了。", "便箋張數", "全部便箋", "有 2 件事等您，最近的一件 今天 11:30 截止"] {
                #expect(home.contains(words), "\(words)")
            }
            let menu = try await browser.signedIn("yachu").get("/statutes").text
            for page in [home, menu] {
                #expect(page.contains("首頁<span class=\"count\">2<span"))
                #expect(page.components(separatedBy: "class=\"count\">").count == 3)
            }
        }
    }

    @Test func `its works are found, rest on articles, and are flagged by an amendment`() async throws {
        #expect(await write("a") == 0)
        for data in [SampleLaw.first, SampleLaw.second] {
            let actions = StatuteImportActions(
                database: office.database, clock: office.clock, sources: Self.features.citations)
            _ = try actions.run(
                actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
        }
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            let amendments = try await guanting.get("/amendments").text
            #expect(amendments.contains("1 張：<a href=\"/toy-notes/a\">便箋 a</a>"))
            #expect(amendments.contains("<td data-label=\"種類\">便箋</td>"))
            #expect(try await guanting.get("/").text.contains("1 張因法規修正待複核。"))
            #expect(try await guanting.get("/statutes/D0030006/articles/1").text.contains("便箋 a"))
            let found = try await guanting.get("/search?q=\(Address.encoded("便箋"))").text
            #expect(found.contains("id=\"found-toyNotes\"") && found.contains("href=\"/toy-notes/a\""))
            let suggested = try await guanting.get("/search/suggestions?q=\(Address.encoded("便"))").text
            #expect(suggested.contains("便箋甲"))
        }
    }

    @Test func `its audit codes have words, and it follows units`() async throws {
        #expect(await write("a") == 0)
        let now = office.clock.now()
        let unit = try office.database.writeAndWait { db in
            try AuditStore.append(
                ToyVocabulary.wrote, on: "toyNote/1", ["lines": .number(3)],
                by: ActionContext(actor: .console(user: "test"), origin: "test", now: now), in: db)
            return try #require(try UnitStore.unit(named: "登記一課", in: db))
        }
        try await office.test { browser in
            let zonghan = try await browser.signedIn("zonghan")
            let log = try await zonghan.get("/audit").text
            #expect(log.contains("<option value=\"toy.note\">"))
            #expect(log.contains("寫便箋</td>") && log.contains("寫了 3 行"))
            #expect(log.contains("<a href=\"/toy-notes/a\">第一張便箋</a>"))
            #expect(try await zonghan.get("/units/\(unit.id)/removal").text.contains("便箋 1 張"))
            let root = try #require(unit.parentID)
            let change = [("name", "登記甲課"), ("parent", "\(root)"), ("ownPassword", SampleOffice.password)]
            #expect(try await zonghan.post("/units/\(unit.id)", change).status == 303)
        }
        let name = try office.database.readAndWait { try String.fetchOne($0, sql: "SELECT unitName FROM toyNote") }
        #expect(name == "南華區戶政事務所/登記甲課")
    }

    @Test func `it takes files at its address, from those who may send them`() async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let taken = try await yachu.upload("/toy-notes/file", Data("甲".utf8), name: "a.txt")
            #expect(taken.status == 200 && taken.text.contains("a.txt"))
            #expect(try await yachu.upload("/toy-notes/other", Data("甲".utf8)).status == 422)
        }
    }

    @Test func `doctor runs its invariants and findings`() async throws {
        #expect(await write("a") == 0)
        #expect(await write("") == 0)
        try office.database.writeAndWait { try $0.execute(sql: "UPDATE toyNote SET state = 'torn' WHERE code = 'a'") }
        let checks = try office.database.readAndWait {
            try Doctor.findings(of: Self.features, in: office.folder, $0).map(\.check)
        }
        #expect(checks == ["便箋沒有編號", "便箋破損"])
        // Without it, the program does not open a database that it does not know all of.
        #expect(throws: OfficeDatabase.OpenFailure.self) {
            _ = try OfficeDatabase(folder: office.folder, migrations: Features.all.migrations)
        }
    }
}
