import ArgumentParser
import Foundation

struct PageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kb", abstract: "檢查、匯入、匯出與列出知識庫條目。",
        subcommands: [PageCheckCommand.self, PageImportCommand.self, PageExportCommand.self, PageListCommand.self])
}

struct PageCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "檢查條目檔案，不動知識庫。每個問題都指出檔案與行號。")

    @Argument(help: "放條目檔案的資料夾，或一個條目檔案（Markdown）。")
    var path: String

    @Option(help: "機關的資料夾；指定時照匯入這個機關時的標準檢查，也核對條文、負責人與單位。")
    var data: String?

    @Flag(help: "以 JSON 列出問題與提醒。")
    var json = false

    func run() async throws {
        let contents = try PageFolder.read(path)
        let files = try await files(contents)
        // Of one file by itself nobody can say whether its neighbours are there.
        let isJudged = contents.isWhole || data != nil
        let problems =
            try contents.problems + PageFolder.attachmentProblems(contents)
            + (isJudged ? files.problems : files.problems.filter { !$0.kind.isOfNeighbours })
            + files.warnings.filter(\.kind.isMissingArticle)
        let warnings = files.warnings.filter { !$0.kind.isMissingArticle }
            .map { PageProblemRecord($0, isWarning: true) }
        if json {
            try Console.json(problems.map { PageProblemRecord($0) } + warnings)
        } else {
            for problem in problems { Console.say(problem.description) }
            PageProblemRecord.tell(warnings)
        }
        guard problems.isEmpty else {
            Console.say("共 \(problems.count) 個問題。")
            throw ExitCode.failure
        }
        Console.say("\(files.entries.count) 個條目，沒有問題。")
    }

    private func files(_ contents: PageFolder.Contents) async throws -> PageFiles {
        guard let data else {
            var surroundings = PageRules.Surroundings()
            surroundings.attachments = Set(contents.attachments.keys)
            return PageFiles(contents.files, in: surroundings)
        }
        let folder = DataFolder(path: data)
        guard folder.holdsDatabase else { throw CommandRefusal.noOffice(data) }
        let database = try OfficeDatabase(folder: folder, migrations: House.current.migrations)
        return try await PageImportActions(database: database, clock: OfficeClock()).judged(contents)
    }
}

extension PageProblemRecord {
    /// Says what should be looked at, line by line.
    fileprivate static func tell(_ warnings: [PageProblemRecord]) {
        for warning in warnings { Console.say("\(warning.file):\(warning.line): 提醒：\(warning.problem)") }
    }
}

struct PageImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "匯入條目檔案與附件。內容有變的條目成為新版本；有任何問題就全部不匯入。",
        discussion: """
            檔案裡的內容如果是這裡的舊版，而系統上後來又有人改過，這個條目維持現狀，並列出代號；要改回檔案的內容，請加 --overwrite。\
            檔案沒有寫 state 的條目，狀態（現行、停止適用、停用）維持現狀。內文與 lawAsOf 都沒有變的條目，不算複核過。
            """)

    @Argument(help: "放條目檔案的資料夾，或一個條目檔案（Markdown）。")
    var path: String

    @Flag(help: "系統上後來改過的條目，也改回檔案的內容（成為新版本，原來的版本還在）。")
    var overwrite = false

    @Flag(help: "以 JSON 印出結果。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let session = try options.open()
        let contents = try PageFolder.read(path)
        let bar = ProgressBar("匯入條目", total: contents.files.count)
        let summary = try await PageImportActions(
            database: session.database, clock: session.clock, overwrites: overwrite
        ).run(
            contents, source: path, by: session.acting
        ) { bar.advance(to: $0) }
        bar.finish()
        if json { return try Console.json(summary) }
        PageProblemRecord.tell(summary.warnings)
        Console.say("新增 \(summary.added)，改版 \(summary.revised)，未變 \(summary.unchanged)；新的附件 \(summary.attachments)。")
        guard !summary.newer.isEmpty else { return }
        Console.say(
            "系統上有 \(summary.newer.count) 個條目比檔案新，沒有更動：\(summary.newer.joined(separator: "、"))。要改回檔案的內容，請加 --overwrite。")
    }
}

struct PageExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "把知識庫寫成條目檔案與附件；內容沒有變的檔案不動。")

    @Argument(help: "要寫入的資料夾。")
    var folder: String

    @OptionGroup var options: DataOptions

    func run() async throws {
        let session = try options.open()
        let folder = folder
        let contents = try await session.database.write(as: session.acting) {
            try PageExportActions.export(to: folder, by: $0, in: $1)
        }
        let vault = AttachmentFolder(session.database.folder)
        var written = try PageFolder.write(contents.sources, to: folder)
        for attachment in contents.attachments {
            guard let bytes = vault.bytes(of: attachment) else { throw AttachmentRefusal.lost(attachment.name) }
            let path = "\(PageFolder.attachments)/\(attachment.name)"
            if try PageFolder.write(Data(bytes), to: path, in: folder) { written += 1 }
        }
        Console.say("共 \(contents.sources.count) 個條目、\(contents.attachments.count) 個附件；寫入 \(written) 個檔案，其餘沒有變動。")
    }
}

struct PageListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出知識庫條目。")

    @Option(help: "只列這一種：procedure、interpretation、faq、handbook、announcement。")
    var kind: PageKind?

    @Flag(help: "只列到期該複核的。")
    var due = false

    @Flag(help: "以 JSON 列出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let session = try options.open()
        let (today, actor) = (ROCDate.day(of: session.clock.now()), session.actor)
        let (kind, due) = (kind, due)
        let pages = try await session.database.read {
            try PageExportActions.list(of: kind, isDue: due, for: actor, today: today, in: $0)
        }
        guard !json else { return try Console.json(pages.map(PageRecord.init)) }
        for page in pages {
            Console.data(
                [page.code, page.kind.rawValue, page.state.rawValue, "\(page.reviewOn)", page.title].joined(
                    separator: "\t"))
        }
        Console.say("共 \(pages.count) 個條目。")
    }
}

extension PageKind: ExpressibleByArgument {}

/// A line of `kb list --json`.
private struct PageRecord: Encodable {
    let id: String
    let kind: PageKind
    let title: String
    let state: PageState
    let owner: String
    let unit: String
    let `public`: Bool
    let lawAsOf: Day
    let reviewedOn: Day
    let reviewOn: Day

    init(_ page: Page) {
        id = page.code
        kind = page.kind
        title = page.title
        state = page.state
        owner = page.owner.text
        unit = page.unit
        `public` = page.isPublic
        lawAsOf = page.lawAsOf
        reviewedOn = page.reviewedOn
        reviewOn = page.reviewOn
    }
}
