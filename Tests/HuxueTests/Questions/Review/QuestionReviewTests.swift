import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// From a question that is written in the browser to one that is drawn: answered by somebody else, approved or sent back.
@Suite struct QuestionReviewTests {
    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    private static let fields = [
        ("topic", "出生登記"), ("unit", ""), ("type", "single"), ("level", "recall"), ("stem", "新寫的樣本登記由誰申請？"),
        ("choice1", "本人"), ("choice2", "戶長"), ("choice3", "鄰居"), ("choice4", ""), ("right", "2"),
        ("explanation", "寫給審題人的詳解。"), ("citations", "戶籍法第1條"), ("lawAsOf", "115/1/1"), ("seen", ""), ("base", "0"),
    ]

    private func question(_ code: String) throws -> Question {
        try office.database.readAndWait { try #require(try QuestionStore.question(code: code, in: $0)) }
    }

    private func drawable() throws -> [String] {
        let today = ROCDate.day(of: office.clock.now())
        return try office.database.readAndWait { try QuestionStore.pool(on: today, for: nil, in: $0).map(\.code) }
    }

    /// Writes a question as its editor and hands it in; gives its code.
    private func submitted(in browser: SampleBrowser) async throws -> String {
        let editor = try await browser.signedIn("guanting")
        let saved = try await editor.post("/questions/new", Self.fields + [("intent", "submit")])
        #expect(saved.status == 303, "\(saved.text)")
        let code = "birth-004"
        #expect(saved.headers[.location]?.hasPrefix("/questions/\(code)?") == true)
        #expect(try question(code).state == .inReview && !drawable().contains(code))
        return code
    }

    @Test func `a question is answered by somebody else before its key is shown, and drawn once approved`() async throws
    {
        try await office.test { browser in
            let code = try await submitted(in: browser)
            let reviewer = try await browser.signedIn("shufen")
            let page = try await reviewer.get("/questions/\(code)?view=editor").text
            #expect(!page.contains("寫給審題人的詳解") && page.contains("審題中"))
            #expect(try await !reviewer.get("/questions/\(code)/statistics").text.contains("戶長"))
            let blind = try await reviewer.get("/questions/\(code)/review").text
            #expect(blind.contains("新寫的樣本登記由誰申請？") && !blind.contains("寫給審題人的詳解"))
            #expect(try await reviewer.post("/questions/\(code)/verdict", [("intent", "approve")]).status == 422)
            let nothing = try await reviewer.post(
                "/questions/\(code)/review", [("revision", "1"), ("intent", "answer")])
            #expect(nothing.status == 422 && nothing.text.contains("請選答案"))
            let old = try await reviewer.post(
                "/questions/\(code)/review", [("revision", "7"), ("q1", "2"), ("intent", "answer")])
            #expect(old.status == 409)
            let right = try await reviewer.post(
                "/questions/\(code)/review", [("revision", "1"), ("q1", "2"), ("intent", "answer")])
            #expect(right.status == 303 && right.headers[.location] == "/questions/\(code)/review")
            #expect(try await reviewer.get("/questions/\(code)/review").text.contains("寫給審題人的詳解"))
            let twice = try await reviewer.post(
                "/questions/\(code)/review", [("revision", "1"), ("q1", "1"), ("intent", "answer")])
            #expect(twice.status == 409 && twice.text.contains("您已經作答過這道試題"))
            #expect(try await reviewer.post("/questions/\(code)/verdict", [("intent", "approve")]).status == 303)
            #expect(try question(code).state == .active && drawable().contains(code))
            let history = try await browser.signedIn("guanting").get("/questions/\(code)?view=editor").text
            #expect(history.contains("審題紀錄") && history.contains("王淑芬") && history.contains("戶長"))
        }
        try office.database.readAndWait { db in
            let findings = try Doctor.findings(in: office.folder, db)
            #expect(findings.map(\.check) == [])
            for action in [AuditAction.questionSubmission, .questionAnswer, .questionApproval] {
                let count = try AuditStore.count(AuditFilter(action: action.code), in: db)
                #expect(count == 1, "\(action.code)")
            }
        }
    }

    @Test(arguments: [("answer", "1", "", true), ("unclear", "", "選項重疊", true), ("unclear", "", "", false)])
    func `another answer, or a question that is not clear, goes back to its author`(
        intent: String, answer: String, remark: String, goesBack: Bool
    ) async throws {
        try await office.test { browser in
            let code = try await submitted(in: browser)
            let reviewer = try await browser.signedIn("shufen")
            let sent = try await reviewer.post(
                "/questions/\(code)/review",
                [("revision", "1"), ("q1", answer), ("intent", intent), ("remark", remark)])
            #expect(sent.status == (goesBack ? 303 : 422))
            #expect(try question(code).state == (goesBack ? .draft : .inReview))
            guard goesBack else { return }
            let author = try await browser.signedIn("guanting")
            let form = try await author.get("/questions/\(code)/edit").text
            #expect(form.contains("審題退回") && (remark.isEmpty || form.contains(remark)))
            #expect(try await author.post("/questions/\(code)/submission").status == 303)
            #expect(try question(code).state == .inReview)
            #expect(try await author.post("/questions/\(code)/withdrawal").status == 303)
            #expect(try question(code).state == .draft)
        }
    }

    private func grantEditor(_ login: String) throws {
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let member = try #require(try EmployeeStore.member(login: login, in: db))
            let root = try #require(try UnitStore.root(in: db))
            _ = try GrantStore.insert(.questionEditor, at: root.id, for: member.employee.id, now: now, in: db)
        }
    }

    @Test func `who was shown the key does not review while somebody else was not, and is on record otherwise`()
        async throws
    {
        try grantEditor("yachu")
        try await office.test { browser in
            let code = try await submitted(in: browser)
            let author = try await browser.signedIn("guanting")
            #expect(try await author.post("/questions/\(code)/withdrawal").status == 303)
            let second = try await browser.signedIn("yachu")
            #expect(try await second.get("/questions/\(code)?view=editor").text.contains("寫給審題人的詳解"))
            #expect(try await author.post("/questions/\(code)/submission").status == 303)
            // Nobody else edits the bank, so it is the one who has seen it, on record.
            #expect(try await second.get("/questions/\(code)/review").status == 200)
            #expect(try await second.get("/").text.contains("有 1 題等您審題"))
            try grantEditor("shuhui")
            let refused = try await second.get("/questions/\(code)/review")
            #expect(refused.status == 403 && refused.text.contains("還沒看過"))
            #expect(try await !second.get("/").text.contains("題等您審題"))
            #expect(try await browser.signedIn("shuhui").get("/questions/\(code)/review").status == 200)
        }
    }

    @Test func `nobody reviews an own question, and none but editors and managers any`() async throws {
        try await office.test { browser in
            let code = try await submitted(in: browser)
            let author = try await browser.signedIn("guanting")
            #expect(try await author.get("/questions/\(code)/review").status == 403)
            #expect(
                try await author.post(
                    "/questions/\(code)/review", [("revision", "1"), ("q1", "2"), ("intent", "answer")]
                ).status == 403)
            for address in [
                "/questions/new", "/questions/reviews", "/questions/\(code)/edit", "/questions/\(code)/review",
            ] {
                #expect(try await browser.get(address).status == 303, "\(address)")
                #expect(try await browser.signedIn("yachu").get(address).status == 403, "\(address)")
            }
            for address in ["submission", "withdrawal", "review", "verdict", "edit"] {
                let path = "/questions/\(code)/\(address)"
                #expect(try await browser.post(path).status != 200)
                #expect(try await browser.signedIn("yachu").post(path).status == 403, "\(path)")
            }
            #expect(try await browser.signedIn("yachu").post("/questions/new", Self.fields).status == 403)
            #expect(try await browser.signedIn("yachu").post("/questions/preview", Self.fields).status == 403)
        }
        #expect(try question("birth-004").state == .inReview)
    }

    @Test func `a change of what is right is reviewed again, another change is used at once`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            var fields = [
                ("topic", "出生登記"), ("unit", ""), ("type", "single"), ("level", "recall"),
                ("stem", "下列何者*不得*申請樣本登記？"), ("choice1", "本人"), ("choice2", "戶長"), ("choice3", "里長"),
                ("choice4", "30"), ("right", "3"), ("explanation", "改過的詳解。"), ("citations", "戶籍法第1條第1項"),
                ("lawAsOf", "113/10/11"), ("reason", "改詳解"), ("base", "1"), ("seen", ""), ("intent", "save"),
            ]
            #expect(try await editor.post("/questions/birth-001/edit", fields).status == 303)
            #expect(try question("birth-001").state == .active)
            fields[9] = ("right", "1")
            fields[14] = ("base", "2")
            #expect(try await editor.post("/questions/birth-001/edit", fields).status == 303)
            #expect(try question("birth-001").state == .inReview && !drawable().contains("birth-001"))
        }
    }

    @Test func `what is wrong is told at its field and nothing typed is lost`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            var fields = Self.fields
            fields[4] = ("stem", "")
            fields[11] = ("citations", "沒這部法第1條")
            let answer = try await editor.post("/questions/new", fields + [("intent", "save")])
            #expect(answer.status == 422)
            #expect(answer.text.contains("href=\"#stem\"") && answer.text.contains("href=\"#citations\""))
            #expect(answer.text.contains("寫給審題人的詳解。") && answer.text.contains("value=\"鄰居\""))
            let moved = try await editor.post("/questions/new", Self.fields + [("intent", "up-2")])
            #expect(moved.status == 200)
            #expect(
                moved.text.contains("name=\"choice1\" value=\"戶長\"")
                    && moved.text.contains("name=\"choice2\" value=\"本人\""))
            let preview = try await editor.post("/questions/preview", Self.fields)
            #expect(preview.status == 200 && preview.text.contains("新寫的樣本登記由誰申請？"))
        }
        #expect(try office.database.readAndWait { try QuestionStore.question(code: "birth-004", in: $0) } == nil)
    }
}
