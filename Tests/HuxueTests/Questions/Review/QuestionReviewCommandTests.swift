import Foundation
import Testing

@testable import Huxue

/// A review by command: blind until the answer is on record, and by somebody else than the author.
@Suite struct QuestionReviewCommandTests {
    private let office: SampleOffice

    /// With `birth-004`, handed in by guanting, whose right answer is the second choice.
    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        try await submit(Self.text)
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

    private func submit(_ text: String) async throws {
        let path = office.folder.path + "/question.yaml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let arguments = ["questions", "new", path, "--submit", "--data", office.folder.path, "--as", "guanting"]
        #expect(await Huxue.CommandLine.run(arguments) == 0)
    }

    private func run(_ arguments: String..., code: String = "birth-004", as login: String? = "shufen") async -> Int32 {
        await Huxue.CommandLine.run(
            ["questions", "review", code] + arguments + ["--data", office.folder.path]
                + (login.map { ["--as", $0] } ?? []))
    }

    /// What the built command prints.
    private func output(
        _ arguments: [String] = [], as login: String? = "shufen"
    ) throws -> (code: Int32, data: String, sentences: String) {
        let process = Process()
        let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        process.executableURL = folder.appendingPathComponent("huxue")
        process.arguments =
            ["questions", "review", "birth-004"] + arguments + ["--data", office.folder.path]
            + (login.map { ["--as", $0] } ?? [])
        let (out, errors) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        (process.standardOutput, process.standardError) = (out, errors)
        try process.run()
        let data = out.fileHandleForReading.readDataToEndOfFile()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self), String(decoding: said, as: UTF8.self))
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func state(_ code: String = "birth-004") throws -> QuestionState? {
        try office.database.readAndWait { try QuestionStore.question(code: code, in: $0)?.state }
    }

    private func rounds() throws -> [QuestionReview] {
        try office.database.readAndWait { db in
            try QuestionReviewStore.reviews(
                of: #require(try QuestionStore.question(code: "birth-004", in: db)).id, in: db)
        }
    }

    private func makeEditor(_ login: String) throws {
        try office.database.writeAndWait { db in
            let account = try #require(try AccountStore.account(login: login, in: db))
            let root = try #require(try UnitStore.root(in: db))
            _ = try GrantStore.insert(
                .questionEditor, at: root.id, for: account.employeeID, now: office.clock.now(), in: db)
        }
    }

    @Test func `the key is printed only after the answer is on record`() throws {
        for arguments: [String] in [[], ["--answer", "D"], ["--answer", "市長"], ["--verdict", "approve"]] {
            let blind = try output(arguments + ["--json"])
            #expect(blind.code == (arguments.isEmpty ? 0 : 1), "\(arguments)")
            #expect(!blind.data.contains("詳解") && !blind.sentences.contains("寫給審題人的詳解"), "\(arguments)")
        }
        let record = try json(output(["--json"]).data)
        #expect(
            Set(record.keys) == [
                "id", "revision", "topic", "type", "stem", "choices", "articles", "stage", "answer", "key",
                "explanation",
            ])
        #expect(record["stage"] as? String == "waiting" && record["stem"] as? String == "新寫的樣本登記由誰申請？")
        #expect(record["key"] is NSNull && record["explanation"] is NSNull && record["answer"] is NSNull)
        let choices = try #require(record["choices"] as? [[String: String]])
        #expect(choices.map { $0["label"] } == ["A", "B", "C"] && choices.map { $0["text"] } == ["本人", "戶長", "鄰居"])
        let plain = try output()
        #expect(plain.data.contains("B. 戶長\n") && !plain.data.contains("正確答案"))
        #expect(try rounds().first?.stage == .waiting)

        let answered = try output(["--answer", "B"])
        #expect(answered.code == 0 && answered.data.contains("正確答案：B\n詳解：寫給審題人的詳解。"))
        #expect(try state() == .inReview && rounds().first?.answer == ChoiceSet([1]))
        let shown = try json(output(["--json"]).data)
        #expect(shown["stage"] as? String == "answered" && shown["key"] as? [String] == ["B"])
        #expect(shown["explanation"] as? String == "寫給審題人的詳解。")
        let reader = try #require(try office.visitor("shufen")).employee
        let views = try office.database.readAndWait { try KeyDisclosureStore.all(of: [reader], in: $0).map(\.codes) }
        #expect(views == [["birth-004"]])
    }

    @Test func `a question is answered, then approved or returned`() async throws {
        #expect(await run("--verdict", "approve") == 1)
        #expect(await run("--answer", "B", "--revision", "7") == 1)
        #expect(await run("--answer", "A,B") == 1)
        #expect(await run("--answer", "B") == 0)
        #expect(await run("--answer", "A") == 1)
        #expect(await run("--verdict", "return") == 1)
        #expect(try rounds().map(\.stage).count == 1 && state() == .inReview)
        #expect(await run("--verdict", "return", "--comment", "選項太少") == 0)
        #expect(try state() == .draft && rounds().first?.remark == "選項太少")
        #expect(await run("--verdict", "approve") == 1)
        #expect(
            await Huxue.CommandLine.run(
                ["questions", "submit", "birth-004", "--data", office.folder.path, "--as", "guanting"]) == 0)
        #expect(await run("--answer", "B") == 0)
        #expect(await run("--verdict", "approve") == 0)
        #expect(try state() == .active && rounds().map(\.outcome) == [.approved, .returned])
        #expect(await run() == 1)
        let findings = try office.database.readAndWait { try Doctor.findings(in: office.folder, $0) }
        #expect(findings.map(\.check) == [])
    }

    @Test(
        arguments: [
            (["--answer", "b", "--verdict", "approve"], QuestionState.active, "approved"),
            (["--answer", "戶長", "--verdict", "return", "--comment", "太易"], .draft, "returned"),
            (["--answer", "A", "--verdict", "approve"], .draft, "returned"), (["--answer", "3"], .draft, "returned"),
            (["--answer", "2", "--comment", "好題目"], .inReview, "answered"),
            (["--unclear", "--comment", "誰是戶長？"], .draft, "returned"),
        ])
    func `answer and verdict may come together, and another answer goes back`(
        arguments: [String], state: QuestionState, stage: String
    ) throws {
        let output = try output(arguments + ["--json"])
        #expect(output.code == 0, "\(output.sentences)")
        let record = try json(output.data)
        #expect(record["stage"] as? String == stage && record["key"] as? [String] == ["B"])
        #expect(try self.state() == state)
        #expect((record["answer"] as? [String])?.isEmpty == (arguments[0] == "--unclear"))
    }

    @Test func `what does not go together is wrong usage, what is missing is refused`() async throws {
        #expect(await run("--answer", "B", "--unclear", "--comment", "甲") == 64)
        #expect(await run("--unclear", "--verdict", "return", "--comment", "甲") == 64)
        #expect(await run("--comment", "甲") == 64)
        #expect(await run("--answer", "B", "--verdict", "perhaps") == 64)
        #expect(await run("--unclear") == 1)
        #expect(await run("--unclear", "--comment", " ") == 1)
        #expect(await run("--answer", "B", "--verdict", "return") == 1)
        #expect(await run("--answer", "") == 1)
        #expect(try rounds().map(\.stage) == [.waiting])
    }

    @Test func `neither the author nor nobody nor two review a question`() async throws {
        let console = try output(["--answer", "B"], as: nil)
        #expect(console.code == 1 && console.sentences.contains("--as"))
        let own = try output(["--answer", "B"], as: "guanting")
        #expect(own.code == 1 && own.sentences.contains("要由別人審題"))
        for login in ["yachu", "nobody", "left"] { #expect(await run("--answer", "B", as: login) == 1, "\(login)") }
        #expect(await run("--answer", "B", code: "birth-999") == 1)
        #expect(await run("--answer", "C", code: "birth-001") == 1)
        try makeEditor("meiling")
        try makeEditor("jian")
        let manager = try output(["--answer", "B"])
        #expect(manager.code == 1 && manager.sentences.contains("其他出題人員"))
        #expect(try rounds().map(\.stage) == [.waiting])
        #expect(await run("--answer", "B", as: "meiling") == 0)
        for arguments in [["--answer", "B"], ["--verdict", "approve"], ["--unclear", "--comment=甲"]] {
            let second = try output(arguments, as: "jian")
            #expect(second.code == 1 && second.sentences.contains("已經有別人在審"), "\(arguments)")
            #expect(!second.data.contains("詳解"))
        }
        #expect(await run(as: "jian") == 1)
        #expect(await run("--verdict", "approve", as: "meiling") == 0)
        #expect(try state() == .active)
    }

    @Test(
        arguments: [
            ("○", false), ("是", false), ("×", true), ("B", true), ("2", true), ("F", true),
        ])
    func `statements are judged in the words that people use`(answer: String, isRight: Bool) async throws {
        try await submit(
            Self.text.replacing("single", with: "trueFalse").replacing("由誰申請？", with: "免費。")
                .replacing(
                    "    choices:\n      - 本人\n      - 戶長\n      - 鄰居\n    answer: 戶長", with: "    answer: false"))
        #expect(await run("--answer", answer, code: "birth-005") == 0)
        #expect(try state("birth-005") == (isRight ? .inReview : .draft))
    }

    @Test(arguments: [("A,C", true), ("1、3", true), ("c a", true), ("A", false), ("A,B,C", false)])
    func `several answers are right together`(answer: String, isRight: Bool) async throws {
        try await submit(
            Self.text.replacing("single", with: "multiple").replacing("由誰申請？", with: "得由哪些人申請？")
                .replacing("answer: 戶長", with: "answer:\n      - 本人\n      - 鄰居"))
        #expect(await run("--answer", answer, code: "birth-005") == 0)
        #expect(try state("birth-005") == (isRight ? .inReview : .draft))
    }
}
