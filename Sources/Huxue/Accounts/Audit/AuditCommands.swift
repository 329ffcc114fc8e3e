import ArgumentParser
import Foundation

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "稽核紀錄。", subcommands: [AuditListCommand.self])
}

struct AuditListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出稽核紀錄，新的在前。")

    @OptionGroup var options: DataOptions

    @Option(help: "只列這一天（含）以後的，例如 115/11/21 或 2026-11-21。")
    var since: String?

    @Option(help: "只列這個帳號所為的。")
    var actor: String?

    @Option(help: "最多列幾筆；不指定時全部。")
    var limit: Int?

    @Flag(help: "以 JSON 印出。")
    var json = false

    struct Item: Codable {
        let id: ID<AuditEntry>
        let at: String
        let actor: String
        let action: String
        let subject: String
        let detail: String
        let origin: String
    }

    func validate() throws {
        if let since, ROCDate.parseDay(since) == nil {
            throw ValidationError("--since 看不懂或沒有這一天：\(since)（例：115/11/21）")
        }
        if let limit, limit < 1 { throw ValidationError("--limit 要是 1 以上的整數。") }
    }

    func run() throws {
        let session = try options.open()
        var filter = AuditFilter()
        filter.since = since.flatMap(ROCDate.parseDay).map(ROCDate.start)
        filter.actor = actor ?? ""
        let lines = try session.database.readAndWait {
            try AuditActions.lines(filter, limit: limit, house: .current, for: session.actor, in: $0)
        }
        if json {
            return try Console.json(
                lines.map(\.entry).map {
                    Item(
                        id: $0.id, at: ROCDate.iso($0.at), actor: $0.actor, action: $0.action, subject: $0.subject,
                        detail: $0.detail, origin: $0.origin)
                })
        }
        Console.data("序號\t時間\t人員\t動作\t對象\t內容\t來源")
        for line in lines { Console.data(Self.text(of: line)) }
    }

    /// The columns of one row, separated by tabs.
    static func text(of line: AuditLine) -> String {
        [
            line.entry.id.description, ROCDate.withTime(line.entry.at), line.actor.text,
            line.action, line.subject.text, line.detail, line.origin,
        ].joined(separator: "\t")
    }
}
