import Foundation
import Testing

@testable import Huxue

/// The commands, run as the command line runs them; their exit codes, files and rows.
struct QuestionCommandsTests {
    /// A folder of its own, gone with the test.
    private final class Folder {
        let path = NSTemporaryDirectory() + "huxue-commands-\(UUID().uuidString)"

        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit {
            try? FileManager.default.removeItem(atPath: path)
        }

        func write(_ text: String, _ name: String) throws {
            try FileManager.default.createDirectory(atPath: path + "/bank", withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/bank/\(name)"))
        }
    }

    private func run(_ arguments: String...) async -> Int32 {
        await Huxue.CommandLine.run(["questions"] + arguments)
    }

    private func rows(_ office: SampleOffice) throws -> [String] {
        try office.database.readAndWait { db in
            try QuestionStore.lines(QuestionFilter(), in: db).map { "\($0.code) \($0.revision) \($0.state.rawValue)" }
        }
    }

    @Test func `import and export go in a circle`() async throws {
        let (folder, office) = (try Folder(), try SampleOffice())
        try folder.write(SampleBank.birth, "birth.yaml")
        try folder.write(SampleBank.death, "death.yml")
        try folder.write("not a question file", "notes.txt")
        let (bank, out, data) = (folder.path + "/bank", folder.path + "/out", ["--data", office.folder.path])
        #expect(await run("import", bank, data[0], data[1]) == 0)
        #expect(
            try rows(office) == [
                "birth-001 1 active", "birth-002 1 active", "birth-003 1 retired", "death-001 1 active",
            ])
        for _ in 0..<2 {
            #expect(await run("export", out, data[0], data[1]) == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == ["birth.yaml", "death.yml"])
            #expect(FileManager.default.contents(atPath: out + "/birth.yaml") == Data(SampleBank.birth.utf8))
            #expect(FileManager.default.contents(atPath: out + "/death.yml") == Data(SampleBank.death.utf8))
        }
        #expect(await run("import", out, data[0], data[1]) == 0)
        #expect(try rows(office).allSatisfy { $0.contains(" 1 ") })
        #expect(await run("list", "--json", data[0], data[1]) == 0)
        #expect(await run("list", "--topic", "出生登記", "--level", "apply", data[0], data[1]) == 0)
    }

    @Test func `a whole statute and a rule that is loaded go in a circle, and one that is not is refused`() async throws
    {
        let (folder, office) = (try Folder(), try SampleOffice())
        let text = SampleBank.birth.replacing("戶籍法第1條第1項", with: "戶籍法")
            .replacing("戶籍法第14條之1", with: "南華樣本庚自治規則第1條")
        try folder.write(text, "birth.yaml")
        let law = SampleLaw.file(
            updated: "20240101",
            statutes: [
                SampleLaw.statute(
                    "南華樣本庚自治規則", "ZD000003", modified: "20240101", histories: "", articles: [("第 1 條", "甲。")]),
                SampleLaw.statute(
                    "戶籍法", "D0030006", modified: "20240101", histories: "",
                    articles: [("第 1 條", "樣本登記，由本人於三十日內申請之。")]),
                SampleLaw.statute(
                    "民法", "B0000001", modified: "20240101", histories: "", articles: [("第 1052 條", "甲：\\r\\n一、乙。")]),
            ])
        try law.write(to: URL(fileURLWithPath: folder.path + "/law.json"))
        let (bank, out, data) = (folder.path + "/bank", folder.path + "/out", ["--data", office.folder.path])
        #expect(await run("check", bank) == 1)
        #expect(await run("import", bank, data[0], data[1]) == 1)
        #expect(try rows(office) == [])
        #expect(await CommandLine.run(["statutes", "import", folder.path + "/law.json"] + data) == 0)
        #expect(await run("check", bank, data[0], data[1]) == 0)
        #expect(await run("import", bank, data[0], data[1]) == 0)
        #expect(await run("export", out, data[0], data[1]) == 0)
        #expect(FileManager.default.contents(atPath: out + "/birth.yaml") == Data(text.utf8))
        let articles = try office.database.readAndWait { db in
            try QuestionCitationStore().works(citing: "ZD000003", in: db).map(\.citation)
        }
        #expect(articles == ["南華樣本庚自治規則第1條"])
    }

    @Test func `a check learns the names of the file it checks against`() async throws {
        let folder = try Folder()
        try folder.write(SampleBank.death.replacing("戶籍法第1條第2項", with: "南華樣本辛自治規則第1條"), "death.yaml")
        let law = SampleLaw.statute(
            "南華樣本辛自治規則", "ZD000004", modified: "20240101", histories: "", articles: [("第 1 條", "甲。")])
        try SampleLaw.file(updated: "20240101", statutes: [law]).write(
            to: URL(fileURLWithPath: folder.path + "/law.json"))
        #expect(await run("check", folder.path + "/bank") == 1)
        #expect(await run("check", folder.path + "/bank", "--statutes", folder.path + "/law.json") == 0)
        #expect(await run("check", folder.path + "/bank", "--data", folder.path + "/none") == 1)
    }

    @Test func `what the bank asks already under another code is refused, as within the files`() async throws {
        let (folder, office) = (try Folder(), try SampleOffice())
        let (bank, data) = (folder.path + "/bank", ["--data", office.folder.path])
        try folder.write(SampleBank.birth, "birth.yaml")
        try folder.write(SampleBank.death, "death.yaml")
        #expect(await run("import", bank, data[0], data[1]) == 0)
        #expect(await run("import", bank, data[0], data[1]) == 0)
        try FileManager.default.removeItem(atPath: bank)
        let other = SampleBank.death.replacing("topic: 死亡登記", with: "topic: 喪葬").replacing(
            "death-001", with: "burial-1"
        )
        .replacing("死亡登記得以", with: "死亡登記，得以")
        try folder.write(other, "burial.yaml")
        #expect(await run("check", bank) == 0)
        #expect(await run("check", bank, data[0], data[1]) == 1)
        #expect(await run("import", bank, data[0], data[1]) == 1)
        #expect(try rows(office).count == 4)
        let stems = try office.database.readAndWait { try QuestionStemStore.all(in: $0) }
        let file = { (text: String) in
            stems.problems(of: SampleBank.read(text, path: "burial.yaml").readings).map(\.kind)
        }
        #expect(file(other) == [.stemInBank(code: "death-001", topic: "死亡登記")])
        #expect(
            file(other.replacing("answer: true", with: "answer: false"))
                == [.stemInBank(code: "death-001", topic: "死亡登記")])
        // A retired one on either side is no matter, nor the question itself.
        #expect(file(other.replacing("level: recall", with: "level: recall\n    state: retired")) == [])
        #expect(file(SampleBank.death) == [])
        #expect(file(other.replacing("死亡登記，得以書面委託他人為之。", with: "注意：樣本登記免費")) == [])
        // With the other question in the files, what they say of it counts.
        try folder.write(
            SampleBank.death.replacing("level: recall", with: "level: recall\n    state: retired"), "death.yaml")
        #expect(await run("import", bank, data[0], data[1]) == 0)
        #expect(try rows(office).contains("burial-1 1 active"))
    }

    @Test func `five thousand stems are compared at once`() {
        var stems = QuestionStems()
        let time = threadTime {
            for number in 0..<5000 {
                stems.add(
                    .init(code: "a-\(number)", topic: "甲"),
                    stem: "申請人持國內醫院開立的出生證明書正本申請出生登記，戶政事務所查驗後，應如何處理？（第 \(number) 則）")
            }
        }
        #expect(time < .seconds(2))
    }

    @Test func `a warning keeps nothing out`() async throws {
        let (folder, office) = (try Folder(), try SampleOffice())
        try folder.write(SampleBank.birth.replacing("      - 戶長\n", with: "      - 以上皆是\n"), "birth.yaml")
        #expect(await run("check", folder.path + "/bank") == 0)
        #expect(await run("check", folder.path + "/bank", "--json") == 0)
        #expect(await run("import", folder.path + "/bank", "--data", office.folder.path) == 0)
        try folder.write(SampleBank.birth.replacing("樣本登記「由本人", with: "選項 A 正確「由本人"), "birth.yaml")
        #expect(await run("check", folder.path + "/bank", "--json") == 1)
        #expect(await run("import", folder.path + "/bank", "--data", office.folder.path) == 1)
    }

    @Test func `a code in two spellings is one question, and what is exported is right`() async throws {
        let (folder, office) = (try Folder(), try SampleOffice())
        let (bank, out, data) = (folder.path + "/bank", folder.path + "/out", ["--data", office.folder.path])
        for spelling in ["\u{4E0D}-1", "\u{F967}-1"] {
            let text = SampleBank.death.replacing("death-001", with: spelling).replacing("死亡登記得", with: "\u{F967}得")
                .replacing("topic: 死亡登記", with: "topic: \(spelling.prefix(1))動登記")
            try folder.write(text, "death.yaml")
            #expect(await run("import", bank, data[0], data[1]) == 0)
            #expect(try rows(office) == ["\u{4E0D}-1 1 active"])
        }
        #expect(await run("export", out, data[0], data[1]) == 0)
        #expect(await run("check", out) == 0)
        let written = try String(contentsOfFile: out + "/death.yaml", encoding: .utf8)
        #expect(written.utf8.starts(with: "topic: \u{4E0D}動登記\n".utf8))
        #expect(written.unicodeScalars.count { $0 == "\u{F967}" } == 1)
        #expect(await run("list", "--topic", "\u{F967}動登記", data[0], data[1]) == 0)
    }

    @Test(arguments: QuestionFormat.allCases.filter { $0 != .yaml })
    func `every other format goes in a circle`(format: QuestionFormat) async throws {
        let (folder, office, copy) = (try Folder(), try SampleOffice(), try SampleOffice())
        try folder.write(SampleBank.birth, "birth.yaml")
        try folder.write(SampleBank.death, "death.yaml")
        #expect(await run("import", folder.path + "/bank", "--data", office.folder.path) == 0)
        let file = folder.path + "/out." + format.ending
        #expect(await run("export", file, "--format", format.rawValue, "--data", office.folder.path) == 0)
        #expect(await run("import", file, "--check", "--data", copy.folder.path) == 0)
        #expect(try rows(copy) == [])
        #expect(await run("import", file, "--data", copy.folder.path) == 0)
        #expect(try rows(copy) == rows(office))
        let out = folder.path + "/again"
        #expect(await run("export", out, "--data", copy.folder.path) == 0)
        // Its topics are new there: named after themselves, with their own days.
        let topics = try copy.database.readAndWait { try TopicStore.all(in: $0) }
        #expect(topics.flatMap(\.questions) == SampleBank.topics().flatMap(\.questions))
        #expect(await run("import", file, "--json", "--data", office.folder.path) == 0)
        #expect(try rows(office).allSatisfy { $0.contains(" 1 ") })
    }

    private func units(_ office: SampleOffice) throws -> [String] {
        try office.database.readAndWait { try TopicStore.all(in: $0) }.flatMap(\.questions)
            .map { "\($0.code) \($0.unit)" }
    }

    @Test(arguments: QuestionFormat.allCases)
    func `the unit of a question goes out and comes in again`(format: QuestionFormat) async throws {
        let (folder, office, copy) = (try Folder(), try SampleOffice(), try SampleOffice())
        try folder.write(
            SampleBank.birth.replacing("    stem: 𠮷", with: "    unit: 南華區戶政事務所/登記一課\n    stem: 𠮷"), "birth.yaml")
        let wanted = ["birth-001 ", "birth-002 登記一課", "birth-003 "]
        #expect(await run("import", folder.path + "/bank", "--data", office.folder.path) == 0)
        #expect(try units(office) == wanted)
        let file = format == .yaml ? folder.path + "/out" : folder.path + "/out." + format.ending
        #expect(await run("export", file, "--format", format.rawValue, "--data", office.folder.path) == 0)
        for _ in 0..<2 {
            #expect(await run("import", file, "--data", copy.folder.path) == 0)
            #expect(try units(copy) == wanted)
        }
    }

    @Test func `units that the office has not are named by check and import`() async throws {
        let (folder, office) = (try Folder(), try SampleOffice())
        let (bank, data) = (folder.path + "/bank", ["--data", office.folder.path])
        for (unit, code) in [("登記九課", 1), ("登記一課", 0), ("\"\"", 1), ("[甲]", 1)] as [(String, Int32)] {
            try folder.write(
                SampleBank.death.replacing("    stem:", with: "    unit: \(unit)\n    stem:"), "death.yaml")
            #expect(await run("check", bank) == (unit.contains("課") ? 0 : 1), "\(unit)")
            #expect(await run("check", bank, data[0], data[1]) == code, "\(unit)")
            #expect(await run("import", bank, data[0], data[1]) == code, "\(unit)")
        }
        #expect(try units(office) == ["death-001 登記一課"])
        #expect(await run("import", bank, "--unit", "登記九課", data[0], data[1]) == 1)
    }

    @Test func `a foreign file takes what it does not say from the command, and nothing is changed before it is whole`()
        async throws
    {
        let (folder, office) = (try Folder(), try SampleOffice())
        try folder.write("甲{T}\n\n乙{}\n", "a.gift")
        let (file, data) = (folder.path + "/bank/a.gift", ["--data", office.folder.path])
        func imported(_ arguments: [String]) async -> Int32 {
            await Huxue.CommandLine.run(["questions", "import", file] + data + arguments)
        }
        let defaults = ["--topic", "新主題", "--citation", "戶籍法第1條", "--citation", "民法第1052條"]
        #expect(await imported([]) == 1)
        #expect(await imported(["--json"]) == 1)
        #expect(await imported(["--topic", "新主題"]) == 1)
        #expect(await imported(defaults) == 1)
        #expect(await imported(defaults + ["--skip-unsupported", "--check"]) == 0)
        #expect(await imported(defaults + ["--skip-unsupported", "--unit", "沒有的單位"]) == 1)
        #expect(await imported(["--format", "moodle"]) == 1)
        #expect(await imported(["--format", "doc"]) == 64)
        #expect(try rows(office) == [])
        #expect(await imported(defaults + ["--skip-unsupported"]) == 0)
        #expect(try rows(office) == ["新主題-001 1 draft"])
        #expect(await run("import", folder.path + "/bank", "--format", "gift", data[0], data[1]) == 1)
        try folder.write("??", "a.doc")
        #expect(await run("import", folder.path + "/bank/a.doc", data[0], data[1]) == 1)
    }

    @Test func `an export goes to a folder, or to a file whose ending is known`() async throws {
        let (folder, office) = (try Folder(), try SampleOffice())
        try folder.write(SampleBank.death, "death.yaml")
        let data = ["--data", office.folder.path]
        #expect(await run("import", folder.path + "/bank", data[0], data[1]) == 0)
        for name in ["x.foo", "bank.yaml", "bank.txt", "bank.csvx", "題庫.二", "new.folder/bank.doc"] {
            let path = "\(folder.path)/\(name)"
            #expect(throws: QuestionRefusal.unknownEnding(path)) { try QuestionExportCommand.format(of: path) }
            #expect(await run("export", path, data[0], data[1]) == 1, "\(name)")
            #expect(!FileManager.default.fileExists(atPath: path), "\(name)")
        }
        let exports = try office.database.readAndWait {
            try AuditStore.count(AuditFilter(action: AuditAction.questionExport.code), in: $0)
        }
        #expect(exports == 0)
        #expect(await run("export", folder.path + "/x.foo", "--format", "gift", data[0], data[1]) == 0)
        try FileManager.default.createDirectory(atPath: folder.path + "/bank.v2", withIntermediateDirectories: true)
        for name in ["out", "bank.v2", "new.v3/"] {
            #expect(try QuestionExportCommand.format(of: "\(folder.path)/\(name)") == .yaml, "\(name)")
            #expect(await run("export", "\(folder.path)/\(name)", data[0], data[1]) == 0, "\(name)")
            #expect(FileManager.default.fileExists(atPath: "\(folder.path)/\(name)/death.yaml"), "\(name)")
        }
        for format in QuestionFormat.allCases where format != .yaml {
            for name in ["a.\(format.ending)", "B.\(format.ending.uppercased())"] {
                #expect(try QuestionExportCommand.format(of: name) == format)
            }
        }
    }

    @Test func `a topic that the bank has not is named as such`() async throws {
        let (folder, office) = (try Folder(), try SampleOffice())
        try folder.write(SampleBank.death, "death.yaml")
        let data = ["--data", office.folder.path]
        #expect(await run("import", folder.path + "/bank", data[0], data[1]) == 0)
        for (topic, code) in [("無此", 1), ("死亡", 1), ("死亡登記", 0), ("", 0), ("死亡 登記", 0)] as [(String, Int32)] {
            #expect(await run("list", "--topic", topic, data[0], data[1]) == code, "\(topic)")
            let out = folder.path + "/out-\(topic.count)"
            #expect(await run("export", out, "--topic", topic, data[0], data[1]) == code, "\(topic)")
            #expect(FileManager.default.fileExists(atPath: out + "/death.yaml") == (code == 0), "\(topic)")
        }
        let (keeper, other) = (
            try #require(try office.visitor("guanting")).actor, try #require(try office.visitor("yachu")).actor
        )
        try office.database.readAndWait { db in
            let name = try TopicActions.name(typed: "死亡　登記", for: keeper, in: db)
            #expect(name == "死亡登記")
            #expect(throws: TopicRefusal.unknown("無此")) { try TopicActions.name(typed: "無此", for: keeper, in: db) }
            #expect(throws: CommonRefusal.self) { try TopicActions.name(typed: "死亡登記", for: other, in: db) }
        }
    }

    @Test func `one bad question keeps all files out`() async throws {
        let (folder, office) = (try Folder(), try SampleOffice())
        try folder.write(SampleBank.birth, "birth.yaml")
        try folder.write(SampleBank.death.replacing("level: recall", with: "level: easy"), "death.yaml")
        #expect(await run("check", folder.path + "/bank") == 1)
        #expect(await run("import", folder.path + "/bank", "--data", office.folder.path) == 1)
        #expect(try rows(office) == [])
        #expect(await run("check", folder.path + "/bank/birth.yaml") == 0)
    }

    @Test func `statutes are checked when they are given`() async throws {
        let folder = try Folder()
        try folder.write(SampleBank.death, "death.yaml")
        try folder.write(SampleStatutes.json, "law.json")
        let (file, law) = (folder.path + "/bank/death.yaml", folder.path + "/bank/law.json")
        #expect(await run("check", file, "--statutes", law) == 0)
        try folder.write(SampleBank.death.replacing("第1條第2項", with: "第9條"), "death.yaml")
        #expect(await run("check", file) == 0)
        #expect(await run("check", file, "--statutes", law) == 1)
        #expect(await run("check", file, "--statutes", file) == 1)
        #expect(await run("check", file, "--statutes", "/nonexistent") == 1)
    }

    @Test(arguments: ["/nonexistent", "/dev"])
    func `a path without question files is refused`(path: String) async {
        #expect(await run("check", path) == 1)
    }

    @Test func `wrong usage is 64`() async {
        #expect(await run("check") == 64)
        #expect(await run("list", "--level", "hard") == 64)
        #expect(await run("nonsense") == 64)
    }

    @Test func `the policy holds for commands`() async throws {
        let (folder, office) = (try Folder(), try SampleOffice())
        try folder.write(SampleBank.death, "death.yaml")
        let (bank, data) = (folder.path + "/bank", office.folder.path)
        #expect(await run("import", bank, "--data", data, "--as", "shufen") == 1)
        #expect(await run("import", bank, "--data", data, "--as", "nobody") == 1)
        #expect(try rows(office) == [])
        #expect(await run("import", bank, "--data", data, "--as", "guanting") == 0)
        #expect(await run("list", "--data", data, "--as", "shufen") == 0)
        #expect(await run("list", "--data", data, "--as", "yachu") == 1)
        #expect(await run("export", folder.path + "/out", "--data", data, "--as", "yachu") == 1)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    }

    @Test func `whoever is taking a test exports no keys until it is handed in`() async throws {
        let (folder, office) = (try Folder(), try SampleOffice())
        let attempt = try await SampleExam.begin(SampleExam.publish(in: office), by: "guanting", in: office)
        let (out, data) = (folder.path + "/out", office.folder.path)
        #expect(await run("export", out, "--data", data, "--as", "guanting") == 1)
        #expect(!FileManager.default.fileExists(atPath: out))
        #expect(try exports(office) == [])
        let visitor = try #require(try office.visitor("guanting"))
        let now = office.clock.now()
        try await office.database.write { db in
            _ = try SubmissionActions.submit(
                address: attempt.address, by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: db)
        }
        #expect(await run("export", out, "--data", data, "--as", "guanting") == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: out) == ["birth.yaml"])
        #expect(try exports(office) == ["guanting"])
    }

    private func exports(_ office: SampleOffice) throws -> [String] {
        try office.database.readAndWait { db in
            try AuditStore.entries(AuditFilter(action: AuditAction.questionExport.code), limit: 9, in: db).map(
                \.actor)
        }
    }
}
