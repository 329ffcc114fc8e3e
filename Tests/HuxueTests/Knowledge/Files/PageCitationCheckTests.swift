import Foundation
import Testing

@testable import Huxue

/// What checking and importing files says of the law that they cite.
@Suite struct PageCitationCheckTests {
    private let office: SampleOffice
    private let folder = NSTemporaryDirectory() + "huxue-kb-\(UUID().uuidString)"

    init() throws {
        office = try SampleOffice()
        try SamplePages.importLaw(SampleLaw.first, into: office)
    }

    /// The FAQ of the sample with a line before its text, the fourteenth of the file.
    private func file(_ line: String) -> (String, String) {
        ("kb/faq/proxy.md", SamplePages.faq.replacing("可以，得以書面", with: line + "\n\n可以，得以書面"))
    }

    private func procedure() -> (String, String) { ("kb/procedure/sample-registration.md", SamplePages.procedure) }

    private func write(_ files: [(String, String)]) throws {
        for (path, text) in files {
            _ = try PageFolder.write(Data(text.utf8), to: String(path.dropFirst(3)), in: folder)
        }
    }

    @Test func `an article that a loaded statute never had is named by file and line`() async throws {
        let files = [procedure(), file("依戶籍法第999條。")]
        // As in the browser, it does not keep the page out.
        let summary = try await SamplePages.load(files, into: office)
        #expect(
            summary.warnings.map { "\($0.file):\($0.line) \($0.problem)" }
                == ["kb/faq/proxy.md:14 「戶籍法第999條」無法連到條文：這部法規沒有這一條。"])
        #expect(summary.added == 2)
        try write(files)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // Without the office nobody knows its law.
        #expect(await CommandLine.run(["kb", "check", folder]) == 0)
        #expect(await CommandLine.run(["kb", "check", folder, "--data", office.folder.path]) == 1)
        #expect(await CommandLine.run(["kb", "check", folder, "--data", folder]) == 1)
        try write([file("依戶籍法第3條。")])
        #expect(await CommandLine.run(["kb", "check", folder, "--data", office.folder.path, "--json"]) == 0)
    }

    @Test func `a statute that nobody knows is named by file and line, and does not keep the page out`() async throws {
        let files = [procedure(), file("依戶藉法第48條。")]
        let summary = try await SamplePages.load(files, into: office)
        #expect(summary.added == 2)
        #expect(summary.warnings.map { "\($0.file):\($0.line)" } == ["kb/faq/proxy.md:14"])
        #expect(summary.warnings.first?.problem.contains("沒有收錄「戶藉法」") == true)
        try write(files)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(await CommandLine.run(["kb", "check", folder]) == 0)
    }

    @Test func `an office's own characters are named with code, field and line, and do not keep the page out`()
        async throws
    {
        let path = "kb/faq/proxy.md"
        let text = SamplePages.faq.replacing("title: 可以", with: "title: \u{E001}可以")
            .replacing("subject: [出生登記, 委託]", with: "subject: [出生登記, 委\u{F8FE}託]")
            .replacing("可以，得以書面", with: "一\u{E002}\n\n可以\u{E002}，\u{E003}得以書面")
        let summary = try await SamplePages.load([procedure(), (path, text)], into: office)
        #expect(summary.added == 2)
        let lines = summary.warnings.map { "\($0.line) \($0.problem.prefix(16))" }
        #expect(
            lines == [
                "4 「標題」有自造字（U+E001）", "11 「主題」有自造字（U+F8FE）", "14 「內文」有自造字（U+E002）",
                "16 「內文」有自造字（U+E003）",
            ])
        try write([procedure(), (path, text)])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(await CommandLine.run(["kb", "check", folder]) == 0)
    }

    @Test func `the editor names an office's own characters too`() async throws {
        let office = try SamplePages.office()
        var content = SamplePages.content("moving-in", .faq, body: "一\n\n二\u{E002}")
        content.title = "遷\u{E001}入"
        try SamplePages.save(content, in: office)
        try await office.test { browser in
            let text = try await browser.signedIn("shufen").get("/pages/moving-in/warnings").text
            #expect(text.contains("<li>「標題」有自造字（U+E001）"))
            #expect(text.contains("內文第 3 行：「內文」有自造字（U+E002）") && text.contains("有 2 處要留意"))
        }
    }

    @Test func `a heading that the other page does not have is named, in the folder or in the office`() async throws {
        let dead = file("見[表](../procedure/sample-registration.md#s-%E8%A6%8F%E8%B2%BB)。")
        let expected = "連結「../procedure/sample-registration.md#s-%E8%A6%8F%E8%B2%BB」指向的那一頁沒有這個標題。"
        await #expect { try await SamplePages.load([procedure(), dead], into: office) } throws: { error in
            (error as? PageProblems)?.problems.map(\.description) == ["kb/faq/proxy.md:14: \(expected)"]
        }
        try await SamplePages.load([procedure(), file("見表。")], into: office)
        await #expect { try await SamplePages.load([dead], into: office) } throws: { error in
            (error as? PageProblems)?.problems.map(\.kind.sentence) == [expected]
        }
        let content = try #require(SamplePages.read(SamplePages.procedure, path: procedure().0).content)
        let heading = try #require(PageReading(content).anchors.first)
        let alive = file("見[表](../procedure/sample-registration.md#\(heading))。")
        #expect(try await SamplePages.load([alive], into: office).revised == 1)
    }

    @Test func `the editor is told the same`() async throws {
        let office = try SamplePages.office()
        try SamplePages.importLaw(SampleLaw.first, into: office)
        try SamplePages.save(
            SamplePages.content("moving-in", .faq, body: "一\n\n戶藉法第2條\n\n戶籍法第999條"), in: office)
        try await office.test { browser in
            let text = try await browser.signedIn("shufen").get("/pages/moving-in/warnings").text
            #expect(text.contains("內文第 3 行：「戶藉法第2條」無法連到條文") && text.contains("內文第 5 行：「戶籍法第999條」無法連到條文"))
        }
    }
}
