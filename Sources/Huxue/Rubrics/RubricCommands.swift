import ArgumentParser
import Foundation

struct RubricCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rubric", abstract: "評分表：檢查、匯入、列出與印出。",
        subcommands: [
            RubricCheckCommand.self, RubricImportCommand.self, RubricListCommand.self, RubricShowCommand.self,
        ])
}

struct RubricCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "檢查評分表檔，不匯入。每個問題都指出行號。",
        discussion: "欄位說明見文件 Huxue.docc/Formats.md。")

    @Argument(help: "評分表檔（YAML）。")
    var file: String

    @Flag(help: "以 JSON 列出問題。")
    var json = false

    func run() throws {
        var problems: [RubricFileProblem] = []
        var summary = ""
        do {
            let (code, plan) = try RubricCommandFile.read(file)
            summary = "評分表「\(plan.title)」（\(code)）有 \(plan.criteria.count) 項，滿分 \(plan.total) 分，沒有問題。"
        } catch RubricRefusal.fileInvalid(let found) {
            problems = found
        }
        if json {
            try Console.json(problems.map { RubricProblemRecord(file: file, line: $0.line, problem: $0.sentence) })
        } else {
            for problem in problems { Console.say("\(file)：\(problem)") }
        }
        guard problems.isEmpty else {
            Console.say("共 \(problems.count) 個問題。")
            throw ExitCode.failure
        }
        Console.say(summary)
    }
}

struct RubricImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "匯入評分表檔，印出評分表編號。",
        discussion: "單位裡沒有這個代號就建立；已有時修改它，如果已經有人照它評分，就另存一版。有任何一處不對就不匯入。")

    @Argument(help: "評分表檔（YAML）。")
    var file: String

    @Option(help: "屬於哪個單位，寫全名；不指定時是您管理的最上層單位。")
    var unit: String?

    @OptionGroup var options: DataOptions

    func run() throws {
        let session = try options.open()
        let (code, plan) = try RubricCommandFile.read(file)
        let (acting, name) = (session.acting, unit)
        let (id, change) = try session.database.writeAndWait { db in
            let unit = try RubricActions.unit(name, for: acting.actor, in: db)
            return try RubricActions.bring(plan, code: code, unit: unit, by: acting, in: db)
        }
        Console.data("\(id)")
        Console.say("評分表「\(plan.title)」，編號 \(id)：\(RubricDeed(change).sentence)")
    }
}

struct RubricListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出評分表，各以最新的版本。")

    @Flag(help: "以 JSON 列出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() throws {
        let session = try options.open()
        let lines = try session.database.readAndWait { try RubricActions.lines(for: session.actor, in: $0) }
        guard !json else { return try Console.json(lines.map(RubricListing.init)) }
        for line in lines { Console.data("\(line.id)\t\(line.code)\t\(line.number)\t\(line.unitName)\t\(line.title)") }
        Console.say("共 \(lines.count) 份評分表。")
    }
}

struct RubricShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "以 YAML 印出評分表；存成檔案後可以再匯入。")

    @Argument(help: "評分表編號，見 huxue rubric list。")
    var id: String

    @Option(help: "第幾版；不指定時是最新的。")
    var version: Int?

    @OptionGroup var options: DataOptions

    func run() throws {
        guard let id = ID<Rubric>(id) else { throw RubricRefusal.missing }
        let session = try options.open()
        let number = version
        let (shown, version) = try session.database.readAndWait {
            try RubricActions.version(number, of: id, for: session.actor, in: $0)
        }
        Console.raw(Array(RubricFile.text(of: shown.rubric.code, version.plan).utf8))
    }
}

/// Reads the file that a command names.
private enum RubricCommandFile {
    static func read(_ path: String) throws -> (code: String, plan: RubricPlan) {
        guard let data = FileManager.default.contents(atPath: path) else { throw RubricRefusal.unreadableFile(path) }
        return try RubricFile.rubric(reading: Array(data))
    }
}

/// A line of `rubric check --json`.
private struct RubricProblemRecord: Encodable {
    let file: String
    let line: Int
    let problem: String
}
