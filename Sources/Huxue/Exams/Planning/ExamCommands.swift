import ArgumentParser
import Foundation

struct ExamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exam", abstract: "測驗：建立、發布、結束、公布、列出與成績。",
        subcommands: [
            ExamCreateCommand.self, ExamPublishCommand.self, ExamCloseCommand.self, ExamReleaseCommand.self,
            ExamExtendCommand.self, ExamListCommand.self, ExamResultsCommand.self,
            ExamAnalysisCommand.self,
        ])
}

/// The exam that a command works on, and the actor in whose name it works.
struct ExamArgument: ParsableArguments {
    @Argument(help: "測驗編號，見 huxue exam list。")
    var id: String

    @OptionGroup var options: DataOptions

    func open() throws -> (id: ID<Exam>, session: CommandSession, acting: ActionContext) {
        guard let id = ID<Exam>(id) else { throw ExamRefusal.unknownExam }
        let session = try options.open()
        return (id, session, session.acting)
    }
}

struct ExamCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "由 YAML 檔建立測驗草稿，印出測驗編號。",
        discussion: "欄位與網頁相同，說明見文件 Huxue.docc/Formats.md。有任何一處不對就不建立，並列出每一處的行號。")

    @Option(help: "測驗檔（YAML）。")
    var file: String

    @Option(help: "主辦單位的全名，例如 臺南市東區戶政事務所/戶籍登記課；不指定時是最上層的單位。")
    var unit: String?

    @Flag(help: "以 JSON 印出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() throws {
        let session = try options.open()
        guard let data = FileManager.default.contents(atPath: file) else { throw ExamRefusal.unreadableFile(file) }
        let plan = try ExamFile.plan(reading: Array(data))
        let acting = session.acting
        var generator = SystemRandomNumberGenerator()
        let seed = ExamSeed.random(using: &generator)
        let name = unit
        let exam = try session.database.writeAndWait { db in
            guard let unit = try name.map({ try UnitStore.unit(fullName: $0, in: db) }) ?? UnitStore.root(in: db) else {
                throw ExamRefusal.unknownUnit(name ?? "")
            }
            let id = try ExamActions.create(plan, unit: unit.id, seed: seed, by: acting, in: db)
            return try ExamActions.listing(of: try ExamStore.require(id, in: db), in: db)
        }
        if json { try Console.json(exam) } else { Console.data("\(exam.id)") }
        Console.say("已建立草稿「\(exam.title)」，編號 \(exam.id)。發布請執行 huxue exam publish \(exam.id)。")
    }
}

struct ExamPublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "publish", abstract: "發布測驗草稿。題庫不夠出題時不發布，並列出不足的格子。")

    @OptionGroup var exam: ExamArgument

    func run() throws {
        let (id, session, acting) = try exam.open()
        let (people, held) = try session.database.writeAndWait { db in
            try ExamActions.publish(id, by: acting, in: db)
            let (exam, today) = (try ExamStore.require(id, in: db), ROCDate.day(of: acting.now))
            let held = try ExamPoolStore.stock(of: exam, on: today, in: db).held
            return (
                try RosterStore.count(of: exam, today: today, in: db),
                ExamRules.candidates(exam.plan.blueprint, bank: held).count
            )
        }
        let left = held > 0 ? "細目表的主題有 \(held) 題因法規修正待複核，沒有列入抽題；每一格仍然足夠。" : ""
        Console.say("已發布測驗 \(id)，應試 \(people) 人。\(left)")
    }
}

struct ExamCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "現在結束測驗。作答中的試卷以已儲存的答案交卷，尚未開始的同仁不能再應試。")

    @OptionGroup var exam: ExamArgument

    @Flag(help: "不再詢問；沒有終端機時一定要加。")
    var yes = false

    func run() throws {
        let (id, session, acting) = try exam.open()
        let standing = try session.database.readAndWait { db in
            let managed = try ExamActions.managed(id, by: acting.actor, in: db).exam
            try ExamRules.checkClosure(of: managed, openAttempts: 0)
            return try StandingStore.standing(
                of: managed, scope: .everywhere, today: ROCDate.day(of: acting.now), in: db)
        }
        if !yes { try ask(standing) }
        try session.database.writeAndWait { try ExamActions.close(id, by: acting, in: $0) }
        Console.say("已結束測驗 \(id)：應試 \(standing.roster) 人，交卷 \(standing.submitted + standing.open) 人。")
    }

    /// - Throws: when the person at the terminal does not agree, or when there is none.
    private func ask(_ standing: ExamStanding) throws {
        let effect = "作答中 \(standing.open) 人會以已儲存的答案交卷，未開始 \(standing.notStarted) 人不能再應試。"
        guard isatty(STDIN_FILENO) == 1 else {
            throw CommandRefusal.failed("\(effect)這裡沒有終端機可以詢問，所以沒有結束測驗；確定要結束，請加上 --yes。")
        }
        Console.say("\(effect)結束測驗？（y/N）")
        guard readLine()?.lowercased() == "y" else { throw CommandRefusal.failed("沒有結束測驗。") }
    }
}

struct ExamReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "announce", abstract: "公布已結束測驗的成績。")

    @OptionGroup var exam: ExamArgument

    func run() throws {
        let (id, session, acting) = try exam.open()
        try session.database.writeAndWait { try ExamActions.releaseResults(id, by: acting, in: $0) }
        Console.say("已公布測驗 \(id) 的成績。")
    }
}

struct ExamExtendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "extend", abstract: "延長測驗的應試期間。")

    @OptionGroup var exam: ExamArgument

    @Option(help: "新的截止時間，例如 2026-12-05T17:30 或 115/12/5 17:30。")
    var closes: String

    func run() throws {
        guard let closes = ROCDate.parseMoment(closes) else {
            throw ExamRefusal.planInvalid([ExamProblem(.closes, .notAMoment)])
        }
        let (id, session, acting) = try exam.open()
        try session.database.writeAndWait { try ExamActions.extend(id, closes: closes, by: acting, in: $0) }
        Console.say("測驗 \(id) 的截止時間改為 \(ROCDate.withTime(closes))。")
    }
}

struct ExamListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "列出測驗，最近開始的在前。")

    @Flag(help: "以 JSON 列出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() throws {
        let session = try options.open()
        try Policy.requireSomewhere(.manageExams, for: session.actor)
        let scope = Policy.scope(of: .manageExams, for: session.actor)
        let exams = try session.database.readAndWait { db in
            try ExamStore.all(within: scope, in: db).map { try ExamActions.listing(of: $0, in: db) }
        }
        guard !json else { return try Console.json(exams) }
        for exam in exams {
            Console.data("\(exam.id)\t\(exam.state)\t\(exam.opens)\t\(exam.closes)\t\(exam.title)")
        }
        Console.say("共 \(exams.count) 次測驗。")
    }
}
