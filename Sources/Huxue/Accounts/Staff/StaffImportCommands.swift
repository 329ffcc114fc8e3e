import ArgumentParser
import Foundation

struct StaffImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "由 CSV 檔匯入人員。",
        discussion: """
            第一列是標題：員工編號、姓名、單位、職稱、帳號、臨櫃、到職日、離職日，順序不拘，其他欄位不讀。
            有任何一列不對，就全部不匯入，並列出是第幾列與原因。檔案裡沒有的同仁維持原狀。
            """)

    @OptionGroup var options: DataOptions

    @Argument(help: "CSV 檔（UTF-8 或 Big5）。")
    var file: String

    @Flag(help: "略過不對的列，只匯入其餘的列。")
    var skipBad = false

    @Flag(help: "只檢查並說明會有什麼變動，不匯入。")
    var dryRun = false

    @Flag(help: "已經看過提醒，照樣匯入。")
    var acceptWarnings = false

    @Flag(help: "以 JSON 印出結果。")
    var json = false

    func run() async throws {
        let session = try options.open()
        try Policy.requireSomewhere(.manageStaff, for: session.actor)
        guard let bytes = FileManager.default.contents(atPath: file) else { throw StaffRefusal.unreadableFile(file) }
        let parsed = try StaffFile(bytes: Array(bytes))
        let acting = session.acting
        let plan = try session.database.readAndWait { try StaffImportActions.plan(parsed, by: acting, in: $0) }
        tell(plan)
        if !plan.problems.isEmpty, !skipBad { throw StaffRefusal.badRows(count: plan.badRowCount) }
        if !plan.warnings.isEmpty, !acceptWarnings, !dryRun { throw StaffRefusal.doubts(count: plan.warnings.count) }
        guard !dryRun else {
            try answer(plan)
            return Console.say("以上是預覽，沒有匯入。")
        }
        let done = try await StaffImport(
            file: parsed, skippingBad: skipBad, followers: House.current.staffFollowers, acting: acting
        ).run(in: session.database)
        try answer(done)
    }

    private func tell(_ plan: StaffImportPlan) {
        if plan.separator != .comma { Console.say(AccountTerms.separated(by: plan.separator)) }
        if !plan.ignoredColumns.isEmpty {
            Console.say("不讀的欄位：\(plan.ignoredColumns.joined(separator: "、"))")
        }
        if let notice = AccountTerms.placedBelow(plan) {
            Console.say("注意：\(notice)" + (dryRun ? "若是機關名稱寫錯，請先修正檔案再匯入。" : "匯入前可先加 --dry-run 預覽。"))
        }
        for warning in plan.warnings { Console.say("\(file)：第 \(warning.line) 列：提醒：\(warning.sentence)") }
        for problem in plan.problems { Console.say("\(file)：第 \(problem.line) 列：\(problem.sentence)") }
    }

    private func answer(_ plan: StaffImportPlan) throws {
        let outcome = StaffImportOutcome(plan)
        if json { try Console.json(outcome) }
        Console.say(AccountTerms.imported(StaffImportFigures(plan)))
    }
}

/// What a finished import did, as the command prints it.
struct StaffImportOutcome: Codable {
    let created: Int
    let changed: Int
    let unchanged: Int
    let skipped: Int
    let newUnits: [String]

    init(_ plan: StaffImportPlan) {
        created = plan.creations.count
        changed = plan.changes.count
        unchanged = plan.unchangedCount
        skipped = plan.badRowCount
        newUnits = plan.newUnits.map(\.fullName)
    }
}
