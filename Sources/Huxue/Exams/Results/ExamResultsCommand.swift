import ArgumentParser
import Foundation

struct ExamResultsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "列出一次測驗每位應試同仁的成績。查閱與匯出都留下稽核紀錄。",
        discussion: "進行中測驗的分數在可以公布以前不顯示。")

    @OptionGroup var exam: ExamArgument

    @Flag(help: "以 JSON 列出。")
    var json = false

    @Flag(help: "以 CSV（含 BOM，Excel 可直接開啟）列出。")
    var csv = false

    func validate() throws {
        if json && csv { throw ValidationError("--json 與 --csv 請只用一個。") }
    }

    func run() throws {
        let (id, session, acting) = try exam.open()
        let action: AuditAction = json || csv ? .examResultsExport : .examResultsView
        let (exam, results) = try session.database.readAndWait { try ResultActions.results(of: id, by: acting, in: $0) }
        try session.database.writeAndWait { db in
            try ResultActions.record(action, exam, count: results.count, by: acting, in: db)
        }
        if json { return try Console.json(results.map { ResultRecord(result: $0, exam: exam, now: acting.now) }) }
        if csv { return Console.raw(ResultFile.csv(results, of: exam, now: acting.now)) }
        for result in results {
            let score = result.score?.text ?? "—"
            Console.data(
                [
                    result.entry.staffNumber, result.entry.name, result.entry.unitName, result.state.name(of: exam),
                    score,
                    result.passed.map { $0 ? "及格" : "不及格" } ?? "—",
                    result.makeUp?.state(in: exam, now: acting.now).name,
                ].compactMap { $0 }.joined(separator: "\t"))
        }
        let passed =
            ExamRules.showsScores(exam) ? "，及格 \(results.count { $0.passed == true }) 人" : "；分數要等測驗結束"
        Console.say("應試 \(results.count) 人，交卷 \(results.count { $0.state == .submitted }) 人\(passed)。")
    }
}
