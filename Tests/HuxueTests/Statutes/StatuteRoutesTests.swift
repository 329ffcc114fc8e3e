import Foundation
import Testing

@testable import Huxue

@Suite struct StatuteRoutesTests {
    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        for data in [SampleLaw.first, SampleLaw.second] {
            let actions = StatuteImportActions(
                database: office.database, clock: office.clock, sources: CitationSources.all)
            _ = try actions.run(
                actions.plan(StatuteFile(data)), from: StatuteFile(data), by: .console(user: "test"),
                origin: CommandSession.origin)
        }
    }

    private func bank(checked day: String) async throws {
        let text = SampleBank.birth.replacing("lawAsOf: 2024-10-11", with: "lawAsOf: \(day)")
            .replacing("lawAsOf: 2025-01-01", with: "lawAsOf: \(day)")
        let file = QuestionFile(reading: Array(text.utf8), path: "questions/birth.yaml")
        _ = try await QuestionBankImport([#require(file.topic)], source: "test").run(
            in: office.database, clock: office.clock, actor: office.session.actor, origin: "test")
    }

    @Test func `everybody reads statutes, articles and what changed`() async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let list = try await yachu.get("/statutes")
            #expect(list.status == 200 && list.text.contains("戶籍法") && list.text.contains("姓名條例"))
            let statute = try await yachu.get("/statutes/D0030006")
            #expect(statute.status == 200 && statute.text.contains("第 14-1 條") && statute.text.contains("沿革"))
            let article = try await yachu.get("/statutes/D0030006/articles/1")
            #expect(article.text.contains("得以書面或電子方式委託他人為之"))
            #expect(article.text.contains("<ins><span class=\"visually-hidden\">〔新增：</span>或電子方式"))
            let comparison = try await yachu.get("/statutes/D0030006/comparison?from=1&to=2")
            #expect(comparison.status == 200 && comparison.text.contains("增訂") && comparison.text.contains("刪除"))
        }
    }

    @Test(arguments: [
        "/statutes/X9999999", "/statutes/D0030006/articles/99", "/statutes/D0030006/articles/abc",
        "/statutes/D0030006/comparison?from=1&to=9", "/statutes/D0030006/comparison",
    ])
    func `what the office does not keep is missing`(address: String) async throws {
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get(address).status == 404)
        }
    }

    @Test func `an editor confirms a question whose law was amended, and nobody else does`() async throws {
        try await bank(checked: "2023-01-01")
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/amendments").status == 403)
            #expect(try await yachu.post("/questions/birth-001/confirmation").status == 403)
            let shufen = try await browser.signedIn("shufen")
            #expect(try await shufen.get("/amendments").text.contains("birth-001"))
            #expect(try await shufen.post("/questions/birth-001/confirmation").status == 403)
            let guanting = try await browser.signedIn("guanting")
            let page = try await guanting.get("/questions/birth-001")
            #expect(page.text.contains("依據的法規修正過") && page.text.contains("仍然正確"))
            #expect(try await guanting.post("/questions/birth-001/confirmation").status == 303)
            #expect(try await guanting.get("/questions/birth-001").text.contains("依據的法規修正過") == false)
            #expect(try await guanting.post("/questions/birth-001/confirmation").status == 409)
        }
        let entries = try office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: AuditAction.amendmentConfirmation.rawValue), limit: 5, in: $0)
        }
        #expect(entries.map(\.subject) == ["question/birth-001"])
    }

    @Test func `an article names the questions that rest on it to those who may browse the bank`() async throws {
        try await bank(checked: "2024-10-11")
        try await office.test { browser in
            let guanting = try await browser.signedIn("guanting")
            #expect(try await guanting.get("/statutes/D0030006/articles/1").text.contains("/questions/birth-001"))
            #expect(try await guanting.get("/statutes/D0030006/articles/2").text.contains("/questions/") == false)
            let yachu = try await browser.signedIn("yachu")
            #expect(try await yachu.get("/statutes/D0030006/articles/1").text.contains("birth-001") == false)
        }
    }

    @Test func `a flagged question is not drawn until it is confirmed or checked anew`() async throws {
        try await bank(checked: "2023-01-01")
        let today = ROCDate.day(of: office.clock.now())
        func drawable() throws -> [String] {
            try office.database.readAndWait { try QuestionStore.pool(on: today, in: $0).map(\.code) }
        }
        #expect(try drawable() == [])
        try await bank(checked: "2024-10-11")
        #expect(try drawable() == ["birth-001", "birth-002"])
    }

    @Test func `commands import, foretell and list`() async throws {
        let path = NSTemporaryDirectory() + "\(UUID().uuidString).json"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try SampleLaw.second.write(to: URL(fileURLWithPath: path))
        let data = ["--data", office.folder.path]
        #expect(await CommandLine.run(["statutes", "import", path, "--dry-run"] + data) == 0)
        #expect(await CommandLine.run(["statutes", "impact", path] + data) == 0)
        #expect(await CommandLine.run(["statutes", "import", path + "x"] + data) == 1)
        #expect(await CommandLine.run(["statutes", "import", path, "--as", "yachu"] + data) == 1)
        #expect(await CommandLine.run(["statutes", "list", "--json", "--as", "yachu"] + data) == 0)
        try Data("{".utf8).write(to: URL(fileURLWithPath: path))
        #expect(await CommandLine.run(["statutes", "import", path] + data) == 1)
    }
}
