import Foundation
import GRDB
import Testing

@testable import Huxue

/// Files that come back to pages which somebody has gone on writing.
struct PageImportTests {
    private let office: SampleOffice

    init() throws {
        office = try SamplePages.office()
    }

    @discardableResult
    private func load(
        _ contents: [PageContent], overwrites: Bool = false, by login: String? = nil,
        changing: (String) -> String = { $0 }
    ) async throws -> PageImportActions.Summary {
        let files = contents.map { ("kb/" + $0.path, Array(changing(PagePrinter.print($0)).utf8)) }
        return try await PageImportActions(database: office.database, clock: office.clock, overwrites: overwrites).run(
            PageFolder.Contents(files: files.map { (path: $0.0, bytes: $0.1) }, isWhole: true), source: "test",
            by: ActionContext(
                actor: try login.map { try #require(try office.visitor($0)).actor } ?? office.session.actor,
                origin: "test", now: office.clock.now()))
    }

    private func page(_ code: String) throws -> Page { try #require(try SamplePages.current(code, in: office)).page }

    private func number(_ code: String) throws -> Int {
        try #require(try SamplePages.current(code, in: office)).revision.number
    }

    private var today: Day { ROCDate.day(of: office.clock.now()) }

    @Test func `what was changed here since the files were written stays, and is named`() async throws {
        let monday = [
            SamplePages.content("fees", .faq, body: "規費 20 元。"), SamplePages.content("old", .faq, body: "舊法。"),
        ]
        try await load(monday)
        let first = today
        office.advance(minutes: 60 * 24)
        try SamplePages.save(
            SamplePages.content("fees", .faq, body: "規費 30 元。"), over: 1, reason: "更正規費", in: office)
        var retired = monday[1]
        retired.state = .retired
        try SamplePages.save(retired, over: 1, reason: "停用", in: office)
        office.advance(minutes: 60 * 24)
        let wednesday = try await load(monday)
        #expect(wednesday.newer == ["fees"] && wednesday.unchanged == 1 && wednesday.revised == 0)
        #expect(try number("fees") == 2 && number("old") == 2)
        #expect(try page("old").state == .retired)
        #expect(try page("fees").reviewedOn == page("old").reviewedOn)
        #expect(try page("fees").reviewedOn != first && page("fees").reviewedOn != today)
        let set = try await load(monday, overwrites: true)
        #expect(set.newer.isEmpty && set.revised == 1 && set.unchanged == 1)
        #expect(try SamplePages.current("fees", in: office)?.revision.source.contains("規費 20 元。") == true)
        #expect(try page("old").state == .retired)
        // Once set back, the files are what is here.
        #expect(try await load(monday).unchanged == 2)
        #expect(try SamplePages.audit(.pageImport, in: office) == 4)
    }

    @Test func `a file that was changed is a new version, and files may go back to what files were`() async throws {
        let (one, two) = (SamplePages.content("fees", .faq, body: "一"), SamplePages.content("fees", .faq, body: "二"))
        for content in [one, two, one, two] { #expect(try await load([content]).newer.isEmpty) }
        #expect(try number("fees") == 4)
        try SamplePages.save(SamplePages.content("fees", .faq, body: "三"), over: 4, reason: "改", in: office)
        #expect(try await load([two]).newer == ["fees"])
        #expect(try await load([one]).newer == ["fees"])
        // Written from what is here, so it goes on from here.
        #expect(try await load([SamplePages.content("fees", .faq, body: "四")]).revised == 1)
    }

    @Test func `a state changes only where the file names it`() async throws {
        var content = SamplePages.content("fees", .faq, body: "甲")
        content.state = .superseded
        try await load([content])
        content.state = .current
        content.title = "新題"
        #expect(try await load([content]).revised == 1)
        #expect(try page("fees").state == .superseded && page("fees").title == "新題")
        let named = try await load([content]) { $0.replacing("owner:", with: "state: current\nowner:") }
        #expect(named.revised == 1)
        #expect(try page("fees").state == .current)
    }

    @Test func `an import is a review only where the words are others`() async throws {
        var content = SamplePages.content("fees", .faq, body: "甲")
        try await load([content])
        let first = today
        office.advance(minutes: 60 * 24 * 40)
        content.facets[.subject] = ["規費"]
        content.reviewMonths = 3
        #expect(try await load([content], by: "shufen").revised == 1)
        #expect(try page("fees").reviewedOn == first && page("fees").reviewedBy != "shufen")
        #expect(try page("fees").reviewOn == PageRules.reviewDay(after: first, months: 3))
        content.body = "乙"
        try await load([content], by: "shufen")
        #expect(try page("fees").reviewedOn == today && page("fees").reviewedBy == "shufen")
    }

    @Test func `an editor of one unit imports all of a folder or nothing`() async throws {
        var contents = (1...12).map { SamplePages.content("own-\($0)", .faq, body: "甲", unit: "登記一課") }
        #expect(try await load(contents, by: "shuhui").added == 12)
        contents = contents.map { content in
            var content = content
            content.body = "乙"
            return content
        }
        for foreign in [
            SamplePages.content("foreign", .faq, body: "甲", unit: "登記二課"),
            SamplePages.content("own-3", .faq, body: "丙"),
        ] {
            let all = contents.filter { $0.code != foreign.code } + [foreign]
            await #expect(throws: CommonRefusal.self) { try await load(all, by: "shuhui") }
            #expect(try (1...12).allSatisfy { try number("own-\($0)") == 1 })
        }
        #expect(try await load(contents, by: "shuhui").revised == 12)
    }

    @Test func `a page whose owner has left is kept, changed, retired, restored and imported`() async throws {
        let content = SamplePages.content("owned", .faq, body: "甲", owner: .login("yachu"))
        try await load([content])
        try SamplePages.save(
            SamplePages.content("owned", .faq, body: "乙", owner: .login("jian")), over: 1, in: office)
        let yesterday = ROCDate.day(of: office.clock.now()).adding(days: -1)
        try await office.database.write { db in
            try db.execute(
                sql: "UPDATE employee SET endsOn = ? WHERE staffNumber IN ('A01', 'A02')", arguments: [yesterday])
        }
        #expect(try office.visitor("yachu") == nil && office.visitor("jian") == nil)
        let files = SamplePages.content("owned", .faq, body: "乙", owner: .login("jian"))
        #expect(try await load([files]).unchanged == 1)
        await #expect(throws: PageProblems.self) { try await load([content], overwrites: true) }
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let state = "/pages/owned/state"
            #expect(
                try await editor.post(state, [("base", "2"), ("state", "retired"), ("reason", "離職")]).status == 303)
            #expect(
                try await editor.post(state, [("base", "3"), ("state", "superseded"), ("reason", "x")]).status == 303)
            // The first version's owner is not there any more either: today's stays.
            let restoration = "/pages/owned/revisions/1/restoration"
            #expect(try await editor.get(restoration).status == 200)
            #expect(try await editor.post(restoration, [("base", "4"), ("reason", "改回")]).status == 303)
        }
        let (page, revision) = try #require(try SamplePages.current("owned", in: office))
        #expect(page.owner == .login("jian") && page.state == .superseded && revision.source.hasSuffix("\n甲\n"))
        // A new page is given to nobody who left.
        await #expect(throws: PageProblems.self) {
            try await load([SamplePages.content("other", .faq, body: "甲", owner: .login("jian"))])
        }
    }

    @Test func `what nobody has is named with the line of its field`() {
        var content = SamplePages.content("x", .faq, body: "甲", unit: "登記九課", owner: .login("nobody"))
        content.restsOn = ["沒有這部法"]
        let file = (path: "kb/faq/x.md", bytes: Array(PagePrinter.print(content).utf8))
        let problems = PageFiles([file], in: PageRules.Surroundings(logins: [], units: [])).problems
        let lines = PagePrinter.print(content).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(problems.map { lines[$0.line - 1].prefix { $0 != ":" } } == ["owner", "unit", "restsOn"])
    }

    @Test func `what is no file is named and neither followed nor waited for`() async throws {
        let folder = NSTemporaryDirectory() + "huxue-kb-\(UUID().uuidString)"
        let files = FileManager.default
        defer { try? files.removeItem(atPath: folder) }
        let kb = folder + "/kb"
        for name in ["faq", "attachments", "handbook/folder.md"] {
            try files.createDirectory(atPath: "\(kb)/\(name)", withIntermediateDirectories: true)
        }
        let page = Array(PagePrinter.print(SamplePages.content("linked", .faq, body: "甲")).utf8)
        try Data(page).write(to: URL(fileURLWithPath: "\(folder)/linked.md"))
        try Data(SampleFiles.pdf).write(to: URL(fileURLWithPath: "\(folder)/outside.pdf"))
        try files.createSymbolicLink(atPath: "\(kb)/faq/linked.md", withDestinationPath: "\(folder)/linked.md")
        try files.createSymbolicLink(atPath: "\(kb)/attachments/a.pdf", withDestinationPath: "\(folder)/outside.pdf")
        try files.createSymbolicLink(atPath: "\(kb)/procedure", withDestinationPath: folder)
        #expect(mkfifo("\(kb)/faq/pipe.md", 0o600) == 0)
        #expect(mkfifo("\(kb)/attachments/pipe.pdf", 0o600) == 0)
        let contents = try PageFolder.read(kb)
        #expect(contents.files.isEmpty)
        let found = contents.problems + (try PageFolder.attachmentProblems(contents))
        #expect(
            found.map { $0.file.dropFirst(kb.count + 1) } == [
                "procedure", "faq/linked.md", "faq/pipe.md", "handbook/folder.md", "attachments/a.pdf",
                "attachments/pipe.pdf",
            ])
        #expect(found.map(\.kind) == [.linkedFolder] + Array(repeating: .notAFile, count: 5))
        let data = ["--data", office.folder.path]
        #expect(await CommandLine.run(["kb", "check", kb]) == 1)
        #expect(await CommandLine.run(["kb", "import", kb] + data) == 1)
        for path in ["faq/linked.md", "faq/pipe.md"] {
            #expect(await CommandLine.run(["kb", "import", "\(kb)/\(path)"] + data) == 1, "\(path)")
        }
        #expect(try SamplePages.current("linked", in: office) == nil)
        #expect(try office.database.readAndWait { try AttachmentStore.names(in: $0) }.isEmpty)
    }

    @Test func `the command names what it left alone`() async throws {
        let folder = NSTemporaryDirectory() + "huxue-kb-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let data = ["--data", office.folder.path]
        try SamplePages.save(SamplePages.content("fees", .faq, body: "一"), in: office)
        #expect(await CommandLine.run(["kb", "export", folder] + data) == 0)
        try SamplePages.save(SamplePages.content("fees", .faq, body: "二"), over: 1, in: office)
        #expect(await CommandLine.run(["kb", "import", folder, "--json"] + data) == 0)
        #expect(try number("fees") == 2)
        #expect(await CommandLine.run(["kb", "import", folder, "--overwrite"] + data) == 0)
        #expect(try number("fees") == 3)
    }
}
