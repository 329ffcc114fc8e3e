import Foundation
import Testing

@testable import Huxue

/// The commands, run as the command line runs them.
@Suite struct RubricCommandsTests {
    private let office: SampleOffice

    init() throws {
        office = try SampleRubrics.office()
    }

    private func run(_ arguments: String..., as login: String? = nil, onData: Bool = true) async -> Int32 {
        let options = onData ? ["--data", office.folder.path] : []
        return await Huxue.CommandLine.run(["rubric"] + arguments + options + (login.map { ["--as", $0] } ?? []))
    }

    private func write(_ text: String) throws -> String {
        let path = office.folder.path + "/rubric.yaml"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func lines() throws -> [RubricLine] {
        try office.database.readAndWait { try RubricStore.lines(around: .everywhere, in: $0) }
    }

    @Test func `check exits with 1 when something is wrong`() async throws {
        let good = try write(RubricFileTests.example)
        #expect(await run("check", good, onData: false) == 0)
        #expect(await run("check", good, "--json", onData: false) == 0)
        let bad = try write(RubricFileTests.example.replacing("weight: 30", with: "weight: 0"))
        #expect(await run("check", bad, onData: false) == 1)
        #expect(await run("check", bad, "--json", onData: false) == 1)
        #expect(await run("check", office.folder.path + "/none.yaml", onData: false) == 1)
        #expect(await run("check", onData: false) == 64)
        #expect(try lines().isEmpty)
    }

    @Test(arguments: RubricFile.samples) func `what comes with the program passes`(name: String) async {
        #expect(await run("check", "\(SampleOffice.resources)/rubrics/\(name).yaml", onData: false) == 0)
    }

    @Test func `import makes a rubric, and the same file again changes nothing`() async throws {
        let file = try write(RubricFileTests.example)
        #expect(await run("import", file, "--as", "guanting") == 0)
        #expect(await run("import", file, as: "guanting") == 0)
        #expect(try lines().map(\.title) == ["創意提案"])
        _ = try write(RubricFileTests.example.replacing("weight: 30", with: "weight: 40"))
        #expect(await run("import", file) == 0)
        let rubric = try SampleRubrics.rubric(try #require(try lines().first).id, in: office)
        #expect(rubric.version.number == 1 && rubric.version.plan.criteria[0].weight == Points(whole: 40))
        #expect(await run("list") == 0)
        #expect(await run("list", "--json", as: "guanting") == 0)
        #expect(await run("show", "\(rubric.id)") == 0)
        #expect(await run("show", "\(rubric.id)", "--version", "1") == 0)
        #expect(await run("show", "\(rubric.id)", "--version", "2") == 1)
        #expect(await run("show", "99") == 1)
        #expect(await run("show", "甲") == 1)
    }

    @Test func `a unit's manager imports into that unit`() async throws {
        let file = try write(RubricFileTests.example)
        #expect(await run("import", file, as: "jian") == 0)
        #expect(try lines().map(\.unitName) == ["南華區戶政事務所/東興辦公室"])
        #expect(await run("import", file, "--unit", "南華區戶政事務所", as: "jian") == 1)
        #expect(await run("import", file, "--unit", "沒有這個單位", as: "guanting") == 1)
        #expect(try lines().count == 1)
    }

    @Test(arguments: ["yachu", "shufen"]) func `without the role every command is refused`(login: String) async throws {
        try SampleRubrics.create(in: office)
        let file = try write(RubricFileTests.example)
        #expect(await run("import", file, as: login) == 1)
        #expect(await run("list", as: login) == 1)
        #expect(await run("show", "1", as: login) == 1)
        #expect(try lines().map(\.title) == ["創意提案評分表"])
    }

    @Test func `a file with something wrong changes nothing`() async throws {
        let file = try write(RubricFileTests.example.replacing("step: 0.5", with: "step: 0.3"))
        #expect(await run("import", file) == 1)
        #expect(try lines().isEmpty)
    }
}
