import Foundation
import Testing

@testable import Huxue

/// The commands, run as the command line runs them; their exit codes, rows and data.
///
/// They tell the time by the machine's clock, so the exams here are open around now.
@Suite struct ExamCommandsTests {
    private func run(_ arguments: String..., in office: SampleOffice, as login: String? = nil) async -> Int32 {
        let options = ["--data", office.folder.path] + (login.map { ["--as", $0] } ?? [])
        return await Huxue.CommandLine.run(["exam"] + arguments + options)
    }

    /// The built command, to be run with nobody at a terminal.
    private func process(_ arguments: [String], in office: SampleOffice) -> Process {
        let process = Process()
        let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        process.executableURL = folder.appendingPathComponent("huxue")
        process.arguments =
            ["exam"] + arguments + ["--data", office.folder.path, "--resources", SampleOffice.resources]
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// With what code it ends, and what it says on standard error.
    func answer(_ arguments: String..., in office: SampleOffice) throws -> (code: Int32, sentence: String) {
        let process = process(arguments, in: office)
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    /// What the built command prints on standard output.
    private func output(_ arguments: String..., in office: SampleOffice) throws -> Data {
        let process = process(arguments, in: office)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return data
    }

    private func plan(opens: Int = -60, closes: Int = 600, results: String = "afterClose") -> String {
        let now = OfficeClock().now()
        func text(_ minutes: Int) -> String { String(ROCDate.iso(now.adding(minutes: minutes)).prefix(16)) }
        return ExamFileTests.example.replacing("2026-11-01T08:00", with: text(opens))
            .replacing("2026-11-30T17:30", with: text(closes)).replacing("afterClose ", with: "\(results) ")
    }

    private func write(_ text: String, _ office: SampleOffice) throws -> String {
        let path = office.folder.path + "/exam.yaml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func exams(_ office: SampleOffice) throws -> [Exam] { try ExamRoutesTests.exams(office) }

    @Test func `an exam goes from file to announced results`() async throws {
        let office = try await ExamRoutesTests.office()
        let file = try write(plan(results: "whenAnnounced"), office)
        #expect(await run("create", "--file", file, in: office) == 0)
        // The same file again is the same draft.
        #expect(await run("create", "--file", file, "--json", in: office) == 0)
        #expect(try exams(office).map(\.state) == [.draft])
        #expect(await run("close", "1", "--yes", in: office) == 1)
        #expect(await run("publish", "1", in: office) == 0)
        #expect(await run("publish", "1", in: office) == 1)
        #expect(try exams(office).map(\.state) == [.published])
        let closes = String(ROCDate.iso(OfficeClock().now().adding(minutes: 9000)).prefix(16))
        #expect(await run("extend", "1", "--closes", closes, in: office) == 0)
        #expect(await run("extend", "1", "--closes", closes, in: office) == 1)
        #expect(await run("extend", "1", "--closes", "明天", in: office) == 1)
        #expect(try exams(office).map(\.plan.closes) == [moment(closes)])
        #expect(await run("announce", "1", in: office) == 1)
        #expect(await run("results", "1", in: office) == 0)
        #expect(await run("close", "1", "--yes", in: office) == 0)
        #expect(await run("close", "1", "--yes", in: office) == 1)
        #expect(await run("announce", "1", in: office) == 0)
        #expect(await run("announce", "1", in: office) == 1)
        let exam = try #require(try exams(office).first)
        #expect(exam.state == .closed && exam.releasedAt != nil)
        #expect(await run("results", "1", in: office) == 0)
        #expect(await run("results", "1", "--csv", in: office) == 0)
        #expect(await run("list", in: office) == 0)
        let actions = try ExamRoutesTests.auditActions(office, subject: "exam/1")
        #expect(
            actions == [
                "exam.creation", "exam.publication", "exam.extension", "exam.results.view", "exam.closure",
                "exam.announcement", "exam.results.view", "exam.results.export",
            ])
    }

    @Test func `without a terminal nothing is closed unless it was said beforehand`() async throws {
        let office = try await ExamRoutesTests.office()
        let file = try write(plan(), office)
        #expect(await run("create", "--file", file, in: office) == 0)
        #expect(await run("publish", "1", in: office) == 0)
        let refused = try answer("close", "1", in: office)
        #expect(refused.code == 1 && refused.sentence.contains("--yes"))
        #expect(try exams(office).map(\.state) == [.published])
        let missing = try answer("close", "7", in: office)
        #expect(missing.code == 1 && missing.sentence.contains("huxue exam list"))
        #expect(await run("close", "1", "--yes", in: office) == 0)
        #expect(try exams(office).map(\.state) == [.closed])
        // There is nothing to ask about any more.
        #expect(try !answer("close", "1", in: office).sentence.contains("--yes"))
    }

    @Test func `a closed exam lists those who missed it as such, and as notStarted for programs`() async throws {
        let office = try await ExamRoutesTests.office()
        let file = try write(plan(), office)
        #expect(await run("create", "--file", file, in: office) == 0)
        #expect(await run("publish", "1", in: office) == 0)
        #expect(await run("close", "1", "--yes", in: office) == 0)
        let text = String(decoding: try output("results", "1", in: office), as: UTF8.self)
        #expect(text.contains("詹𠮷安\t南華區戶政事務所/東興辦公室\t未應試\t—\t—\n"))
        let csv = String(decoding: try output("results", "1", "--csv", in: office), as: UTF8.self)
        #expect(csv.contains("東興辦公室,未應試,,100,,,,,,,\r\n"))
        let json = String(decoding: try output("results", "1", "--json", in: office), as: UTF8.self)
        #expect(json.contains("\"state\" : \"notStarted\"") && !json.contains("未應試"))
    }

    @Test func `what JSON lists has the keys of the issue`() async throws {
        let office = try await ExamRoutesTests.office()
        let file = try write(plan(), office)
        func object(_ data: Data) throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        }
        func list(_ data: Data) throws -> [[String: Any]] {
            try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        }
        let created = try object(try output("create", "--file", file, "--json", in: office))
        #expect(created["id"] as? Int == 1 && created["state"] as? String == "draft")
        #expect(await run("publish", "1", in: office) == 0)
        let line = try #require(try list(try output("list", "--json", in: office)).first)
        #expect(
            Set(line.keys) == [
                "id", "title", "kind", "state", "unit", "opens", "closes", "minutes", "passMark", "attempts",
                "questions", "results", "publishedAt", "closedAt", "announcedAt",
            ])
        #expect(line["questions"] as? Int == 9 && line["closedAt"] is NSNull)
        let results = try list(try output("results", "1", "--json", in: office))
        #expect(results.count == 7)
        for result in results {
            #expect(
                Set(result.keys) == [
                    "staffNumber", "name", "unit", "state", "score", "maximum", "passed", "startedAt", "submittedAt",
                    "makeUp",
                ])
            #expect(result["state"] as? String == "notStarted" && result["score"] is NSNull)
        }
        #expect(results.contains { $0["name"] as? String == "詹𠮷安" })
        let csv = String(decoding: try output("results", "1", "--csv", in: office), as: UTF8.self)
        #expect(csv.hasPrefix("\u{FEFF}員工編號,姓名,單位,情形,分數,滿分,結果,開始時間,交卷時間,補考開始,補考截止,補考情形,補考交卷\r\n"))
    }

    @Test func `a running exam's score is neither listed nor counted`() async throws {
        let office = try await ExamRoutesTests.office()
        let file = try write(plan(), office)
        #expect(await run("create", "--file", file, in: office) == 0)
        #expect(await run("publish", "1", in: office) == 0)
        let text = String(decoding: try output("results", "1", in: office), as: UTF8.self)
        #expect(text.contains("A02\t詹𠮷安\t南華區戶政事務所/東興辦公室\t未開始\t—\t—\n"))
    }

    @Test(arguments: ["yachu", "guanting", "meiling", "zonghan", "left", "nobody"])
    func `without the role nothing is done`(login: String) async throws {
        let office = try await ExamRoutesTests.office()
        let file = try write(plan(), office)
        #expect(await run("create", "--file", file, in: office, as: login) == 1)
        #expect(await run("create", "--file", file, in: office, as: "shufen") == 0)
        for arguments in [
            ["publish", "1"], ["close", "1", "--yes"], ["announce", "1"], ["extend", "1", "--closes", "200/1/1 08:00"],
            ["list"],
        ] {
            let code = await Huxue.CommandLine.run(
                ["exam"] + arguments + ["--data", office.folder.path, "--as", login])
            #expect(code == 1, "\(arguments)")
        }
        #expect(try exams(office).map(\.state) == [.draft])
        #expect(await run("publish", "1", in: office, as: "shufen") == 0)
        let mayRead = login == "meiling"
        #expect(await run("results", "1", in: office, as: login) == (mayRead ? 0 : 1))
    }

    @Test func `a file that is not right makes no exam`() async throws {
        let office = try await ExamRoutesTests.office()
        for text in [
            "", "title: [", plan().replacing("minutes: 30", with: "minutes: 9999999999999999999"),
            plan().replacing("passMark: 70", with: "passMark: -1"),
            plan().replacing("count: 3", with: "count: 99999999999999999999"),
            plan().replacing("title: 115年第4季法令測驗", with: "titel: x"),
        ] {
            #expect(await run("create", "--file", try write(text, office), in: office) == 1, "\(text.prefix(20))")
        }
        #expect(await run("create", "--file", "/nonexistent", in: office) == 1)
        let file = try write(plan(), office)
        #expect(await run("create", "--file", file, "--unit", "沒有的單位", in: office) == 1)
        try Data([0x74, 0x69, 0xFF, 0xFE]).write(to: URL(fileURLWithPath: file))
        #expect(await run("create", "--file", file, in: office) == 1)
        #expect(try exams(office) == [])
    }

    @Test(arguments: ["0", "-1", "2", "x", "99999999999999999999", "𠮷"]) func `an unknown exam is refused`(
        id: String
    ) async throws {
        let office = try await ExamRoutesTests.office()
        for verb in ["publish", "announce", "results"] {
            // A number below zero reads as an option.
            #expect(await run(verb, id, in: office) == (id == "-1" ? 64 : 1), "\(verb)")
        }
    }

    @Test func `wrong usage is 64`() async throws {
        let office = try await ExamRoutesTests.office()
        #expect(await run("create", in: office) == 64)
        #expect(await run("publish", in: office) == 64)
        #expect(await run("extend", "1", in: office) == 64)
        #expect(await run("results", "1", "--json", "--csv", in: office) == 64)
        #expect(await run("nonsense", in: office) == 64)
        #expect(await run("list", "--nonsense", in: office) == 64)
    }
}
