import ArgumentParser
import Foundation

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "檢查資料庫與稽核紀錄是否完好；只讀不改。")

    @OptionGroup var options: DataOptions

    @Flag(help: "以 JSON 列出發現的問題。")
    var json = false

    @Option(help: "再核對一張紀錄憑單：筆數與末筆驗證碼，以引號括起。")
    var head: String?

    func validate() throws {
        guard let head, AuditHead(reading: head) == nil else { return }
        throw ValidationError("--head 要是筆數與 64 位的驗證碼，中間隔一個空白，並以引號括起。")
    }

    func run() async throws {
        let session = try options.open()
        try Policy.requireEverywhere(.readAudit, for: session.actor)
        let folder = session.database.folder
        let heads = [head.flatMap { AuditHead(reading: $0) }].compactMap(\.self)
        let findings = try session.database.readAndWait {
            try Doctor.findings(of: FeatureList.current, in: folder, $0) + Doctor.changedHeads(heads, in: $0)
        }
        let facts = try session.database.readAndWait { try OfficeStore.facts(in: $0) }
        Console.say("SQLite \(OfficeDatabase.sqliteVersion)；3.51.3 以前的版本，寫入與檢查點由同一把檔案鎖保護。")
        if facts?.minimumPasswordLength == 12 {
            Console.say("提醒：密碼最短長度設為 12，低於建議的 15。")
        }
        if json { try Console.json(findings) }
        guard findings.isEmpty else {
            if !json { for finding in findings { Console.say("\(finding.check)：\(finding.detail)") } }
            Console.say("發現 \(findings.count) 個問題。請停止服務，保留資料夾原樣，再處理。")
            throw ExitCode.failure
        }
        Console.say("沒有發現問題。")
    }
}
