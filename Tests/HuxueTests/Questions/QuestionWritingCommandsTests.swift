import Foundation
import Testing

@testable import Huxue

/// One question by command: written, changed, handed in, reviewed blind and retired, as on the pages.
@Suite struct QuestionWritingCommandsTests {
    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    private static let text = """
        topic: 出生登記
        lawAsOf: 2024-10-11
        questions:
          - type: single
            level: apply
            stem: 新寫的樣本登記由誰申請？
            choices:
              - 本人
              - 戶長
              - 鄰居
            answer: 戶長
            explanation: 寫給審題人的詳解。
            citations:
              - 戶籍法第1條

        """

    private static let multiple = text.replacing("single", with: "multiple")
        .replacing("answer: 戶長", with: "answer:\n      - 本人\n      - 鄰居")
    private static let statement = text.replacing("single", with: "trueFalse").replacing("由誰申請？", with: "免費。")
        .replacing("    choices:\n      - 本人\n      - 戶長\n      - 鄰居\n    answer: 戶長", with: "    answer: false")

    /// The first question of the sample bank alone.
    private static let first: String = {
        let lines = SampleBank.birth.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix { !$0.contains("birth-002") }.joined(separator: "\n") + "\n"
    }()

    private func write(_ text: String) throws -> String {
        let path = office.folder.path + "/question.txt"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func options(_ login: String?) -> [String] {
        ["--data", office.folder.path] + (login.map { ["--as", $0] } ?? [])
    }

    private func run(_ arguments: String..., as login: String? = nil) async -> Int32 {
        await Huxue.CommandLine.run(["questions"] + arguments + options(login))
    }

    /// What the built command prints.
    private func output(
        _ arguments: String..., as login: String? = nil, input: String = ""
    ) throws -> (code: Int32, data: String, sentences: String) {
        let process = Process()
        let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        process.executableURL = folder.appendingPathComponent("huxue")
        process.arguments = ["questions"] + arguments + options(login)
        let (entry, out, errors) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (entry, out, errors)
        try process.run()
        entry.fileHandleForWriting.write(Data(input.utf8))
        try entry.fileHandleForWriting.close()
        let data = out.fileHandleForReading.readDataToEndOfFile()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self), String(decoding: said, as: UTF8.self))
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func line(_ code: String) throws -> String {
        let line = try office.database.readAndWait { db in
            try QuestionStore.lines(QuestionFilter(), in: db).first { $0.code == code }
        }
        return line.map { "\($0.revision) \($0.state.rawValue)" } ?? ""
    }

    private func question(_ code: String) throws -> Question {
        try office.database.readAndWait { try #require(try QuestionStore.question(code: code, in: $0)) }
    }

    private func grant(_ login: String, at section: String? = nil) throws {
        try office.database.writeAndWait { db in
            let account = try #require(try AccountStore.account(login: login, in: db))
            let root = try #require(try UnitStore.root(in: db))
            let unit = try section.flatMap { try UnitStore.unit(named: $0, in: db) } ?? root
            _ = try GrantStore.insert(
                .questionEditor, at: unit.id, for: account.employeeID, now: office.clock.now(), in: db)
        }
    }

    // MARK: Writing

    @Test func `a new question is a draft of its writer, or waits for a reviewer at once`() async throws {
        let file = try write(Self.text)
        #expect(await run("new", file, "--draft", "--submit", as: "guanting") == 64)
        #expect(await run("new", file, "--reason", "補上戶長", as: "guanting") == 0)
        #expect(try line("birth-004") == "1 draft")
        let id = try question("birth-004").currentRevisionID
        let word = try office.database.readAndWait { try QuestionRevisionStore.word(on: id, in: $0) }
        #expect(word.author == "guanting" && word.reason == "補上戶長")
        #expect(await run("submit", "birth-004", as: "guanting") == 0)
        #expect(try line("birth-004") == "1 inReview")
        #expect(await run("new", try write(Self.statement), "--submit", as: "guanting") == 0)
        #expect(try line("birth-005") == "1 inReview")
        #expect(await run("new", try write(Self.text.replacing("新寫", with: "另一")), "--draft") == 0)
        #expect(try line("birth-006") == "1 draft")
        let findings = try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }
        #expect(findings.map(\.check) == [])
    }

    @Test func `a code of the file's own is kept, and never given twice`() async throws {
        let own = Self.text.replacing("  - type", with: "  - id: birth-100\n    type")
        #expect(await run("new", try write(own), as: "guanting") == 0)
        #expect(try line("birth-100") == "1 draft")
        let again = own.replacing("新寫", with: "另一")
        let refused = try output("new", try write(again), as: "guanting")
        #expect(refused.code == 1 && refused.sentences.contains("代號「birth-100」已經有試題"))
        #expect(await run("new", try write(again.replacing("- id: birth-100\n    type", with: "- type"))) == 0)
        #expect(try line("birth-101") == "1 draft")
    }

    @Test func `a file comes from standard input, and what is saved is printed as a line of the list`() throws {
        let text = Self.text.replacing("寫給審題人的詳解。", with: "見「樣本沒有的話」。")
        let saved = try output("new", "-", "--json", "--submit", as: "guanting", input: text)
        #expect(saved.code == 0, "\(saved.sentences)")
        let record = try json(saved.data)
        #expect(Set(record.keys) == ["id", "revision", "type", "topic", "level", "state", "warnings"])
        #expect(record["id"] as? String == "birth-004" && record["state"] as? String == "inReview")
        let wrong = try output("new", "-", as: "guanting", input: Self.text.replacing("single", with: "essay"))
        #expect(wrong.code == 1 && wrong.sentences.contains("標準輸入:4: ") && wrong.data.isEmpty)
        let plain = try output("new", "-", input: Self.text.replacing("新寫", with: "另一"))
        #expect(plain.code == 0 && plain.data == "birth-005\n")
        #expect(plain.sentences.contains("提醒：與試題「birth-004」相近"))
    }

    private static let wrongFiles: [(String, String)] = [
        (text.replacing("topic: 出生登記", with: "topic: 沒有的主題"), "沒有的主題"),
        (SampleBank.birth, "檔案卻有 3 題"), ("topic: 出生登記\nlawAsOf: 2024-10-11\nquestions: []\n", "沒有任何試題"),
        ("", "空的"), (text.replacing("answer: 戶長", with: "answer: 里長"), "不在選項裡"),
        (text.replacing("新寫的樣本登記由誰申請？", with: "下列何者*不得*申請樣本登記？"), "相同"),
        (text.replacing("    stem:", with: "    unit: 登記九課\n    stem:"), "登記九課"),
        (text.replacing("戶籍法第1條", with: "甲法第1條"), "甲法"),
    ]

    @Test(arguments: wrongFiles)
    func `what is wrong with a file is said, and nothing is saved`(text: String, words: String) throws {
        let refused = try output("new", try write(text), as: "guanting")
        #expect(refused.code == 1 && refused.data.isEmpty)
        #expect(refused.sentences.contains(words), "\(refused.sentences)")
        #expect(try line("birth-004").isEmpty)
    }

    @Test func `only who keeps a bank writes in it`() async throws {
        let file = try write(Self.text)
        for login in ["shufen", "yachu", "nobody", "left"] {
            #expect(await run("new", file, as: login) == 1, "\(login)")
        }
        #expect(await run("new", office.folder.path + "/none.yaml") == 1)
        #expect(await run("new", office.folder.path) == 1)
        try grant("yachu", at: "登記一課")
        let shared = try output("new", file, as: "yachu")
        #expect(shared.code == 1 && shared.sentences.contains("unit"))
        let other = Self.text.replacing("    stem:", with: "    unit: 登記二課\n    stem:")
        #expect(await run("new", try write(other), as: "yachu") == 1)
        #expect(try line("birth-004").isEmpty)
        #expect(await run("new", try write(other.replacing("二課", with: "一課")), as: "yachu") == 0)
        let unit = try office.database.readAndWait { try UnitStore.unit(named: "登記一課", in: $0) }
        #expect(try question("birth-004").unit == unit?.position)
        try grant("jian", at: "登記二課")
        let theirs = try #require(try office.visitor("jian")).actor
        try office.database.readAndWait { db in
            let codes = try QuestionActions.lines(QuestionFilter(), by: theirs, in: db).map(\.code)
            #expect(codes == ["birth-001", "birth-002", "birth-003", "death-001"])
            #expect(throws: QuestionRefusal.missing("birth-004")) {
                try QuestionActions.line("birth-004", by: theirs, in: db)
            }
        }
    }

    // MARK: Changing

    @Test func `a change has a reason, makes a revision, and is reviewed when it changes what is right`() async throws {
        let explained = Self.first.replacing("樣本登記「由本人", with: "改過：「由本人")
        #expect(await run("edit", "birth-001", try write(explained), as: "guanting") == 1)
        #expect(try line("birth-001") == "1 active")
        #expect(await run("edit", "birth-001", try write(explained), "--reason", "改詳解", as: "guanting") == 0)
        #expect(try line("birth-001") == "2 active")
        let same = try output("edit", "birth-001", try write(explained), "--reason", "再存", "--json", as: "guanting")
        #expect(same.code == 0 && same.sentences.contains("沒有存成新的版本"))
        #expect(try json(same.data)["revision"] as? Int == 2)
        let old = try output(
            "edit", "birth-001", try write(Self.first), "--reason", "改回", "--revision", "1", as: "guanting")
        #expect(old.code == 1 && old.sentences.contains("又有新的版本"))
        let other = explained.replacing("answer: 里長", with: "answer: 戶長")
        #expect(await run("edit", "birth-001", try write(other), "--reason", "改答案", as: "guanting") == 0)
        #expect(try line("birth-001") == "3 inReview")
        let reader = try #require(try office.visitor("guanting")).employee
        let views = try office.database.readAndWait { try KeyDisclosureStore.all(of: [reader], in: $0).map(\.codes) }
        #expect(views.allSatisfy { $0 == ["birth-001"] } && views.count == 5)
        try grant("meiling")
        let blind = try output("edit", "birth-001", try write(explained), "--reason", "偷看", as: "meiling")
        #expect(blind.code == 1 && blind.sentences.contains("審題中"))
    }

    @Test func `a draft is changed and handed in; another's code, a retired one and an unknown one are refused`()
        async throws
    {
        #expect(await run("new", try write(Self.text), as: "guanting") == 0)
        let changed = try write(Self.text.replacing("鄰居", with: "里長"))
        #expect(await run("edit", "birth-004", changed, "--reason", "改選項", "--draft", as: "guanting") == 0)
        #expect(try line("birth-004") == "2 draft")
        #expect(await run("edit", "birth-004", changed, "--reason", "送審", "--submit", as: "guanting") == 0)
        #expect(try line("birth-004") == "2 inReview")
        #expect(await run("edit", "birth-002", try write(Self.first), "--reason", "錯題", as: "guanting") == 1)
        #expect(await run("edit", "birth-003", changed, "--reason", "停用的", as: "guanting") == 1)
        #expect(await run("edit", "birth-999", changed, "--reason", "沒有的", as: "guanting") == 1)
        #expect(await run("edit", "birth-004", changed, "--reason", "沒有權限", as: "shufen") == 1)
        #expect(try ["birth-002", "birth-003", "birth-004"].map(line) == ["1 active", "1 retired", "2 inReview"])
    }

    @Test func `what the writer has in the browser stays there`() async throws {
        let visitor = try #require(try office.visitor("guanting"))
        let acting = ActionContext(actor: visitor.actor, origin: "test", now: office.clock.now())
        try office.database.writeAndWait { db in
            try QuestionDraftActions.keep(
                QuestionForm([.stem: "寫到一半"]), of: "birth-001", base: 1, seen: nil, by: acting, in: db)
        }
        let explained = Self.first.replacing("樣本登記「由本人", with: "改過：「由本人")
        #expect(await run("edit", "birth-001", try write(explained), "--reason", "改詳解", as: "guanting") == 0)
        let drafts = try office.database.readAndWait { try QuestionDraftActions.drafts(of: visitor, in: $0) }
        #expect(drafts.map(\.draft.form) == [QuestionForm([.stem: "寫到一半"])])
    }

    @Test func `a file without a unit moves a question to the shared bank, and says so`() async throws {
        let own = try write(Self.first.replacing("    stem:", with: "    unit: 登記一課\n    stem:"))
        let moved = try output("edit", "birth-001", own, "--reason", "本課專用", as: "guanting")
        #expect(moved.code == 0 && moved.sentences.contains("移到「登記一課」的題庫"))
        #expect(try line("birth-001") == "1 active" && question("birth-001").unit != nil)
        let back = try output("edit", "birth-001", try write(Self.first), "--reason", "共用", as: "guanting")
        #expect(back.code == 0 && back.sentences.contains("移到共用題庫"))
        #expect(try question("birth-001").unit == nil)
    }

    // MARK: Handing in and retiring

    @Test func `only drafts are handed in, and what is in review is not retired`() async throws {
        #expect(await run("new", try write(Self.text), as: "guanting") == 0)
        #expect(await run("submit", "birth-004", as: "shufen") == 1)
        #expect(await run("submit", "birth-004", "--json", as: "guanting") == 0)
        for code in ["birth-004", "birth-001", "birth-003", "birth-999"] {
            #expect(await run("submit", code, as: "guanting") == 1, "\(code)")
        }
        #expect(await run("retire", "birth-001", as: "guanting") == 64)
        for reason in ["", " ", "\u{3000}"] {
            let silent = try output("retire", "birth-001", "--reason", reason, as: "guanting")
            #expect(silent.code == 1 && silent.sentences.contains("請以 --reason 寫明為什麼停用；試題沒有變動。"))
        }
        #expect(await run("retire", "birth-001", "--reason", "修法", as: "shufen") == 1)
        #expect(await run("retire", "birth-999", "--reason", "修法", as: "guanting") == 1)
        #expect(try line("birth-001") == "1 active")
        let retired = try output("retire", "birth-001", "--reason", "修法後不再適用", "--json", as: "guanting")
        #expect(retired.code == 0)
        let record = try json(retired.data)
        #expect(Set(record.keys) == ["id", "revision", "type", "topic", "level", "state"])
        #expect(record["state"] as? String == "retired")
        let again = try output("retire", "birth-001", "--reason", "再一次", as: "guanting")
        #expect(again.code == 1 && again.sentences.contains("已經停用"))
        let waiting = try output("retire", "birth-004", "--reason", "審題中", as: "guanting")
        #expect(waiting.code == 1 && waiting.sentences.contains("在審題中"))
        let entries = try office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: AuditAction.questionRetirement.code), limit: 9, in: $0)
        }
        #expect(entries.count == 1 && entries[0].detail.contains("修法後不再適用"))
    }
}
