import ArgumentParser
import Foundation

struct StatuteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statutes", abstract: "匯入法規，列出法規，預告修法影響。",
        subcommands: [StatuteImportCommand.self, StatuteImpactCommand.self, StatuteListCommand.self])
}

/// The ministry's file, and which of its statutes count.
struct StatuteSelection: ParsableArguments {
    @Argument(help: "全國法規資料庫開放資料的 JSON 檔，或下載的 ZIP 檔。")
    var path: String

    @Option(help: "只處理這些法規代碼，以逗號分隔，例如 D0030006,D0030007。")
    var only: String?

    @Flag(help: "只處理本系統認得的法規，以及已經匯入過的法規。")
    var follow = false

    /// - Throws: `CommonRefusal.forbidden` for somebody who may not bring in the law.
    func actions(in session: CommandSession) throws -> StatuteImportActions {
        try StatuteUploadActions.requireImport(by: session.actor)
        return StatuteImportActions(
            database: session.database, clock: session.clock, sources: FeatureList.current.citations,
            only: try pcodes(in: session))
    }

    /// The file from its beginning; an import reads it twice.
    /// - Throws: `StatuteRefusal.missingFile`, `StatuteFileRefusal`.
    func file() throws -> StatuteFile {
        try StatuteSource.open(path)
    }

    private func pcodes(in session: CommandSession) throws -> Set<String>? {
        if let only {
            return Set(only.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map { $0.uppercased() })
        }
        guard follow else { return nil }
        return try session.database.readAndWait { try StatuteStore.followed(in: $0) }
    }
}

struct StatuteImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "匯入全國法規資料庫的 JSON 檔。相同或較舊的內容不會改變任何資料；修正的條文會讓引用它的試題與條目待複核。")

    @OptionGroup var selection: StatuteSelection

    @Flag(help: "只說明會改變什麼，不匯入。")
    var dryRun = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let session = try options.open()
        let actions = try selection.actions(in: session)
        let plan = try actions.plan(selection.file())
        for problem in plan.problems { Console.say(problem.sentence) }
        for change in plan.changes { if let words = Self.words(change) { Console.say(words) } }
        if let day = plan.published {
            for kept in plan.vanished { Console.say("\(kept.name)：\(StatuteTerms.missing(since: day))") }
        }
        guard !dryRun else { return Console.say("\(Self.summary(plan))試算完畢，沒有匯入。") }
        let bar = ProgressBar("匯入法規", total: plan.changes.count)
        let flags = try actions.run(
            plan, from: selection.file(), by: session.acting
        ) { bar.advance(to: $0) }
        bar.finish()
        Console.say("\(Self.summary(plan))\(flags) 處引用待複核。")
    }

    private static func summary(_ plan: StatuteImport) -> String {
        "\(StatuteTerms.words(of: plan))。"
    }

    /// Nil for a statute that is new: the national file has thousands.
    private static func words(_ change: StatuteImport.Change) -> String? {
        guard case .next(let comparison) = change.step else { return nil }
        return "\(change.name)：\(StatuteTerms.words(of: comparison))"
    }
}

struct StatuteImpactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact", abstract: "列出匯入這個檔案會讓哪些試題與條目待複核；不匯入。")

    @OptionGroup var selection: StatuteSelection

    @Flag(help: "以 JSON 列出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let session = try options.open()
        let actions = try selection.actions(in: session)
        let all = try actions.plan(selection.file()).findings
        let findings = try Self.visible(all, in: session)
        if json { return try Console.json(findings.map(StatuteImpactLine.init)) }
        for finding in findings {
            let part = finding.isCitedPartTouched ? "" : "（引用的部分沒有變）"
            Console.data(
                "\(finding.work.subject.name)　\(finding.work.code)　\(finding.work.passage)　\(StatuteTerms.name(of: finding.change))\(part)"
            )
        }
        let hidden = StatuteTerms.hidden(all, visible: findings)
        Console.say("共 \(all.count) 處。" + (hidden.isEmpty ? "" : "\(hidden)。"))
    }

    /// Somebody at the console sees all.
    private static func visible(
        _ findings: [AmendmentRules.Finding], in session: CommandSession
    ) throws -> [AmendmentRules.Finding] {
        guard case .visitor(let visitor) = session.actor else { return findings }
        return try session.database.readAndWait {
            try AmendmentListActions.visible(findings, FeatureList.current.desks, for: visitor, in: $0)
        }
    }
}

/// A line of `statutes impact --json`.
struct StatuteImpactLine: Encodable {
    let subject: String
    let code: String
    let title: String
    let citation: String
    let change: String
    let citedPartTouched: Bool
    /// From which day it counts; nil while the day is not set.
    @OrNull var opens: String?

    init(_ finding: AmendmentRules.Finding) {
        subject = finding.work.subject.code
        code = finding.work.code
        title = finding.work.title
        citation = finding.work.passage.description
        change = finding.change.rawValue
        citedPartTouched = finding.isCitedPartTouched
        opens = finding.opens?.description
    }
}

struct StatuteListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出已匯入的法規。")

    @Flag(help: "以 JSON 列出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let session = try options.open()
        let statutes = try session.database.readAndWait { try StatuteActions.summaries(by: session.actor, in: $0) }
        if json { return try Console.json(statutes.map(StatuteListLine.init)) }
        for statute in statutes {
            Console.data("\(statute.pcode)　\(statute.name)\(statute.isRepealed ? "（廢）" : "")　\(statute.articles) 條")
        }
    }
}

/// A line of `statutes list --json`.
struct StatuteListLine: Encodable {
    let pcode: String
    let name: String
    let level: String
    @OrNull var modified: String?
    let repealed: Bool
    let articles: Int
    let versions: Int

    init(_ statute: StatuteSummary) {
        pcode = statute.pcode
        name = statute.name
        level = statute.level
        modified = statute.modified?.description
        repealed = statute.isRepealed
        articles = statute.articles
        versions = statute.versions
    }
}
