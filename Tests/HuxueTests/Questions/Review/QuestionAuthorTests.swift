import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// Whoever wrote a question or brought it in does not review it, whoever hands it in and under whatever login.
@Suite struct QuestionAuthorTests {
    private let office: SampleOffice

    /// With guanting, yachu and shuhui as editors of the whole office.
    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        for login in ["yachu", "shuhui"] { try Self.grant(login, in: office) }
    }

    private static func grant(_ login: String, in office: SampleOffice) throws {
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let member = try #require(try EmployeeStore.member(login: login, in: db))
            let root = try #require(try UnitStore.root(in: db))
            _ = try GrantStore.insert(.questionEditor, at: root.id, for: member.employee.id, now: now, in: db)
        }
    }

    private static let gift = "新寫的樣本登記由誰申請？{~本人 =戶長 ~鄰居####由戶長申請。}"

    /// Sends a file, confirms the preview.
    private func bring(
        _ text: String, named name: String = "a.gift", in browser: SampleBrowser
    ) async throws {
        let sent = try await browser.upload(
            "/questions/import", file: Array(text.utf8), name: name,
            [("topic", "出生登記"), ("citations", "戶籍法第1條"), ("unit", "")])
        let preview = try await browser.get(sent.location).text
        let digest = try #require(preview.firstMatch(of: /name="plan" value="([0-9a-f]+)"/)?.1, "\(preview)")
        let done = try await browser.post("\(sent.location)/application", [("plan", String(digest))])
        #expect(done.location.hasPrefix("/questions?done=imported&added="))
    }

    private func setLogin(_ login: String, of former: String) throws {
        try office.database.writeAndWait { db in
            try db.execute(sql: "UPDATE account SET login = ? WHERE login = ?", arguments: [login, former])
        }
    }

    private func expectRefused(_ browser: SampleBrowser, _ code: String) async throws {
        let page = try await browser.get("/questions/\(code)/review")
        #expect(page.status == 403 && page.text.contains("您寫或匯入的"), "\(page.text)")
        let answer = [("revision", "1"), ("q1", "2"), ("intent", "answer")]
        #expect(try await browser.post("/questions/\(code)/review", answer).status == 403)
        #expect(try await browser.post("/questions/\(code)/verdict", [("intent", "approve")]).status == 403)
    }

    @Test func `who brings a new question in does not review it, nor who hands it in`() async throws {
        try await office.test { browser in
            let importer = try await browser.signedIn("guanting")
            try await bring(Self.gift, in: importer)
            let handing = try await browser.signedIn("yachu")
            #expect(try await handing.post("/questions/birth-004/submission").status == 303)
            try await expectRefused(importer, "birth-004")
            try await expectRefused(handing, "birth-004")
            // The importer knows the key; whoever may review does not get to see it.
            #expect(try await importer.get("/questions/birth-004?view=editor").text.contains("由戶長申請。"))
            let third = try await browser.signedIn("shuhui")
            #expect(try await !third.get("/questions/birth-004?view=editor").text.contains("由戶長申請。"))
            let right = [("revision", "1"), ("q1", "2"), ("intent", "answer")]
            #expect(try await third.post("/questions/birth-004/review", right).status == 303)
            #expect(try await third.post("/questions/birth-004/verdict", [("intent", "approve")]).status == 303)
        }
        let word = try office.database.readAndWait { db in
            let question = try #require(try QuestionStore.question(code: "birth-004", in: db))
            #expect(question.state == .active)
            return try QuestionRevisionStore.word(on: question.currentRevisionID, in: db)
        }
        #expect(word.author == "guanting" && word.reason.isEmpty)
    }

    @Test func `who brings a change in does not review it, in any format`() async throws {
        let files = [
            ("a.gift", "// [id:birth-001]\n改過的樣本題幹？{=本人 ~戶長}"),
            ("death.yaml", SampleBank.death.replacing("answer: true", with: "answer: false")),
        ]
        try await office.test { browser in
            let importer = try await browser.signedIn("guanting")
            for ((name, text), code) in zip(files, ["birth-001", "death-001"]) {
                try await bring(text, named: name, in: importer)
                try await expectRefused(importer, code)
                let second = try await browser.signedIn("yachu")
                #expect(try await second.get("/questions/\(code)/review").status == 200)
                // Taken back and handed in by somebody else it has two who do not review it.
                #expect(try await importer.post("/questions/\(code)/withdrawal").status == 303)
                #expect(try await second.post("/questions/\(code)/submission").status == 303)
                try await expectRefused(importer, code)
                try await expectRefused(second, code)
            }
        }
    }

    @Test func `what came with the console's files has no author`() async throws {
        _ = try await QuestionImportActions(
            [
                try #require(
                    SampleBank.read(
                        SampleBank.death.replacing("true\n", with: "false\n"), path: "questions/death.yaml"
                    ).topic)
            ], source: "test"
        ).run(in: office.database, clock: office.clock, by: office.session.acting)
        try office.database.readAndWait { db in
            let question = try #require(try QuestionStore.question(code: "death-001", in: db))
            let word = try QuestionRevisionStore.word(on: question.currentRevisionID, in: db)
            #expect(word.author.isEmpty && word.reason.isEmpty)
            #expect(try QuestionReviewStore.authors(of: question.id, in: db).isEmpty)
        }
    }

    @Test func `another login makes no other author, and another person with the old one is none`() async throws {
        try await office.test { browser in
            try await bring(Self.gift, in: browser.signedIn("guanting"))
            #expect(try await browser.signedIn("yachu").post("/questions/birth-004/submission").status == 303)
            try setLogin("guanting.new", of: "guanting")
            try setLogin("guanting", of: "shuhui")
            let author = try await browser.signedIn("guanting.new")
            try await expectRefused(author, "birth-004")
            #expect(try await author.get("/questions/birth-004?view=editor").text.contains("由戶長申請。"))
            let other = try await browser.signedIn("guanting")
            #expect(try await !other.get("/questions/birth-004?view=editor").text.contains("由戶長申請。"))
            #expect(try await other.get("/questions/birth-004/review").status == 200)
            let unclear = [("revision", "1"), ("intent", "unclear"), ("remark", "不清楚")]
            #expect(try await other.post("/questions/birth-004/review", unclear).status == 303)
            // It goes back to its author, whose home page says so.
            #expect(try await author.get("/").text.contains(Self.returned))
            #expect(try await !other.get("/").text.contains(Self.returned))
        }
    }

    private static let returned = "您有 1 題被審題退回"

    @Test func `authors of before this step are found by their logins`() throws {
        let name = "2026-12-04 keep which employee saved or brought in a question's revision"
        let before = Array(Features.all.migrations.prefix { $0.name != name })
        #expect(before.count < Features.all.migrations.count)
        let queue = try DatabaseQueue()
        try queue.inDatabase { db in
            try Seal.random().add(to: db)
            try Migration.apply(before, in: db)
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(sql: "INSERT INTO account (id, employeeID, login) VALUES (1, 7, 'chen'), (2, 8, 'lin')")
            for (number, author) in ["", "chen", "console:root", "lin", "gone"].enumerated() {
                try db.execute(
                    sql: """
                        INSERT INTO questionRevision (questionID, number, type, level, stem, choices, key, explanation,
                            citations, createdAt, author)
                        VALUES (1, ?, 'trueFalse', 'recall', '甲', '["對","錯"]', 1, '見條文。', '[]', '2026-11-30', ?)
                        """, arguments: [number + 1, author])
            }
            try Migration.apply(Features.all.migrations, in: db)
            let writers = try Row.fetchAll(db, sql: "SELECT writerID FROM questionRevision ORDER BY number")
            #expect(writers.map { $0["writerID"] as Int? } == [nil, 7, nil, 8, nil])
            #expect(throws: DatabaseError.self) {
                try db.execute(sql: "UPDATE questionRevision SET writerID = 8 WHERE number = 2")
            }
        }
    }
}
