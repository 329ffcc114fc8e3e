import GRDB
import Testing

@testable import Huxue

/// A question whose law was amended: revised, confirmed or retired where its flag is shown.
@Suite struct QuestionAmendmentTests {
    private let office: SampleOffice

    /// birth-002 waits; birth-001 cites what was not touched of an amended article.
    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        for data in [SampleLaw.first, SampleLaw.second] {
            let actions = StatuteImportActions(
                database: office.database, clock: office.clock, sources: Features.all.citations)
            _ = try actions.run(
                actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
        }
    }

    private func open(_ code: String) throws -> [AmendmentFlag] {
        try office.database.readAndWait { db in
            let question = try #require(try QuestionStore.question(code: code, in: db))
            return try AmendmentStore.open(.question, id: question.id.rawValue, in: db)
        }
    }

    private func decisions(_ code: String) throws -> [AmendmentFlag.Decision?] {
        try office.database.readAndWait { db in
            let question = try #require(try QuestionStore.question(code: code, in: db))
            return try AmendmentStore.decided(.question, id: question.id.rawValue, limit: 9, in: db)
                .map { $0.settlement?.decision }
        }
    }

    private func drawable() throws -> [String] {
        let today = ROCDate.day(of: office.clock.now())
        return try office.database.readAndWait { try QuestionStore.pool(on: today, for: nil, in: $0).map(\.code) }
    }

    /// What the opened editor sends when nothing is typed, but for `changes`.
    private func fields(of page: String, _ code: String, _ changes: [QuestionField: String] = [:]) throws -> [(
        String, String
    )] {
        let actor = try #require(try office.visitor("guanting")).actor
        var (_, number, form) = try office.database.readAndWait {
            try QuestionEditActions.form(code, seal: QuestionSealActions(sources: []), by: actor, in: $0)
        }
        for field in [QuestionField.lawAsOf, .reason] {
            let value = try page.firstMatch(of: Regex("name=\"\(field.rawValue)\" type=\"text\" value=\"([^\"]*)\""))
            form[field] = String(try #require(value?.output[1].substring))
        }
        for (field, value) in changes { form[field] = value }
        let right = QuestionForm.items(form[.answer]).map { ("right", $0) }
        let shown = page.firstMatch(of: /name="flags" value="(\d+)"/).map { [("flags", String($0.output.1))] } ?? []
        return form.values.map { ($0.key.rawValue, $0.value) } + right + shown + [
            ("base", "\(number)"), ("intent", "save"),
        ]
    }

    @Test func `three ways stand where the flag is shown, and the question is not drawn meanwhile`() async throws {
        #expect(try !open("birth-002").isEmpty && !drawable().contains("birth-002"))
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let page = try await editor.get("/questions/birth-002").text
            #expect(page.contains("複核這一題") && page.contains("對照過了，這一題仍然正確"))
            #expect(page.contains("href=\"/questions/birth-002/edit?amended=1\""))
            #expect(page.contains("action=\"/questions/birth-002/retirement\"") && page.contains("停用的理由"))
            let list = try await editor.get("/amendments").text
            #expect(list.contains("action=\"/questions/birth-002/confirmation\""))
            #expect(list.contains("href=\"/questions/birth-002/edit?amended=1\""))
            #expect(list.contains("href=\"/questions/birth-002/retirement\""))
            let manager = try await browser.signedIn("shufen")
            for address in ["/questions/birth-002", "/amendments"] {
                let other = try await manager.get(address).text
                #expect(!other.contains("amended=1") && !other.contains("/confirmation"), "\(address)")
            }
        }
    }

    @Test func `a revision from there settles the flag in the same save`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let plain = try await editor.get("/questions/birth-002/edit").text
            #expect(plain.contains("以後仍待複核") && plain.contains("edit?amended=1") && !plain.contains("name=\"flags\""))
            let page = try await editor.get("/questions/birth-002/edit?amended=1").text
            #expect(page.contains("就算複核過了") && page.contains("value=\"配合法規修正\""))
            let today = ROCDate.plain(ROCDate.day(of: office.clock.now()))
            #expect(page.contains("name=\"lawAsOf\" type=\"text\" value=\"\(today)\""))
            let saved = try await editor.post(
                "/questions/birth-002/edit", fields(of: page, "birth-002", [.explanation: "依新條文，第一段。"]))
            #expect(saved.status == 303, "\(saved.text)")
        }
        #expect(try open("birth-002").isEmpty && drawable().contains("birth-002"))
        #expect(try decisions("birth-002") == [.revised])
        let findings = try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }
        #expect(findings.map(\.check) == [])
    }

    @Test func `a revision of what is asked settles the flag and is reviewed before it is drawn`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let page = try await editor.get("/questions/birth-002/edit?amended=1").text
            let saved = try await editor.post(
                "/questions/birth-002/edit", fields(of: page, "birth-002", [.stem: "𠮷先生到櫃檯。依新條文，下列哪些正確？"]))
            #expect(saved.status == 303 && saved.location.contains("done=submitted"), "\(saved.text)")
        }
        #expect(try open("birth-002").isEmpty && !drawable().contains("birth-002"))
        let question = try office.database.readAndWait { try QuestionStore.question(code: "birth-002", in: $0) }
        #expect(question?.state == .inReview)
    }

    @Test func `a save that keeps the old day settles the flag only when the editor came for it`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let old = ROCDate.plain(try #require(Day("2025-01-01")))
            let plain = try await editor.get("/questions/birth-002/edit").text
            let typo = try await editor.post(
                "/questions/birth-002/edit", fields(of: plain, "birth-002", [.explanation: "改了錯字。", .reason: "錯字"]))
            #expect(typo.status == 303)
            #expect(try !open("birth-002").isEmpty)
            let page = try await editor.get("/questions/birth-002/edit?amended=1").text
            let saved = try await editor.post(
                "/questions/birth-002/edit", fields(of: page, "birth-002", [.lawAsOf: old]))
            #expect(saved.status == 303 && saved.location.contains("done=unchanged"))
        }
        #expect(try open("birth-002").isEmpty && decisions("birth-002") == [.confirmed])
    }

    @Test func `a refused save says again that it settles the flag`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let page = try await editor.get("/questions/birth-002/edit?amended=1").text
            let refused = try await editor.post(
                "/questions/birth-002/edit", fields(of: page, "birth-002", [.reason: ""]))
            #expect(refused.status == 422 && refused.text.contains("就算複核過了"))
            #expect(refused.text.contains("name=\"flags\""))
            #expect(try !open("birth-002").isEmpty)
        }
    }

    @Test func `the list leads back to itself, and nothing waits any more`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let latest = try #require(try open("birth-002").map(\.id.rawValue).max())
            let fields = [("flags", "\(latest)"), ("list", "1")]
            let answer = try await editor.post("/questions/birth-002/confirmation", fields)
            #expect(answer.status == 303 && answer.location == "/amendments?done=confirmed&count=1")
            #expect(try await editor.get(answer.location).text.contains("已確認 1 項仍然正確。"))
            #expect(try await editor.post("/questions/birth-002/confirmation", fields).status == 409)
        }
        #expect(try drawable().contains("birth-002") && decisions("birth-002") == [.confirmed])
    }

    @Test func `the reason of a retirement is on the record`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let answer = try await editor.post("/questions/birth-002/retirement", [("reason", "法條刪除")])
            #expect(answer.status == 303 && answer.location == "/questions/birth-002?done=retired")
            #expect(try await editor.get(answer.location).text.contains("已停用，不會再抽進新的測驗"))
        }
        let entries = try office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: AuditAction.questionRetirement.code), limit: 5, in: $0)
        }
        #expect(entries.count == 1 && entries.allSatisfy { $0.detail.contains("法條刪除") })
        #expect(try decisions("birth-002") == [.retired])
    }

    @Test func `an editor of a unit neither decides on the shared bank nor is told to`() async throws {
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let section = try #require(try UnitStore.unit(named: "登記一課", in: db))
            let person = try #require(try EmployeeStore.member(login: "yachu", in: db)).employee.id
            _ = try GrantStore.insert(.questionEditor, at: section.id, for: person, now: now, in: db)
            // As if it had been written by the amended law, for the button that confirms such works together.
            try db.execute(sql: "UPDATE amendmentFlag SET checkedAsOf = '2026-11-20'")
        }
        try await office.test { browser in
            let yachu = try await browser.signedIn("yachu")
            let list = try await yachu.get("/amendments").text
            #expect(list.contains("birth-002") && !list.contains("/confirmation") && !list.contains("amended=1"))
            #expect(!(try await yachu.get("/").text.contains("因法規修正待複核")))
            let together = try await yachu.post("/amendments/confirmation", [("flags", "99")])
            #expect(together.location == "/amendments?done=confirmed&count=0")
            #expect(try await yachu.post("/questions/birth-002/confirmation").status == 403)
            #expect(try await yachu.post("/questions/birth-002/retirement").status == 403)
            #expect(try await browser.signedIn("guanting").get("/amendments").text.contains("已依新法寫成的"))
        }
        #expect(try !open("birth-002").isEmpty)
    }
}
