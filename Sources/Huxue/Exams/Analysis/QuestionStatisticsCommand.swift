import ArgumentParser
import Foundation

struct QuestionStatisticsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "statistics", abstract: "列出試題的作答統計：難易度、鑑別度與提醒；給代號時逐版列出，並列使用紀錄。",
        discussion: "只算已結束的測驗；未滿十份試卷的不列數字。給代號時會列出各選項，查閱留下稽核紀錄。")

    @Argument(help: "試題代號；不給時列出使用中而有人作答的全部試題。")
    var code: String?

    @Option(help: "只算這一次測驗（測驗編號，見 huxue exam list）。")
    var exam: String?

    @Flag(help: "以 JSON 列出。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let session = try options.open()
        let chosen = try exam.map { text in
            guard let id = ID<Exam>(text) else { throw ExamRefusal.unknownExam }
            return id
        }
        if let code { try await one(code, chosen, session) } else { try await all(chosen, session) }
    }

    private func all(_ chosen: ID<Exam>?, _ session: CommandSession) async throws {
        let (cache, acting) = (ItemAnalysisActions.makeCache(), session.acting)
        let (lines, exams, open) = try await session.database.read { db in
            guard let chosen else {
                let (lines, exams) = try QuestionStatisticsActions.bank(cache: cache, for: acting, in: db)
                return (lines, exams.count, nil as Exam?)
            }
            let exam = try ItemAnalysisActions.exam(chosen, for: acting.actor, in: db)
            let analysis = try ItemAnalysisActions.analysis(of: exam, cache: cache, in: db)
            return (try ItemAnalysisActions.lines(of: exam, analysis, in: db), 1, analysis == nil ? exam : nil)
        }
        let records = lines.map {
            ItemRecord(code: $0.question.code, revision: nil, papers: $0.papers, figures: $0.figures)
        }
        if let open { Self.say(open) }
        if json { return try Console.json(records) }
        if open != nil { return }
        for record in records { Console.data(record.line) }
        Console.say("共 \(records.count) 題，依 \(exams) 次已結束的測驗。")
    }

    private static func say(_ open: Exam) { Console.say("\(AnalysisTerms.unfinished(open))結束後才有統計。") }

    private func one(_ code: String, _ chosen: ID<Exam>?, _ session: CommandSession) async throws {
        let (cache, acting) = (ItemAnalysisActions.makeCache(), session.acting)
        let (contents, open) = try await session.database.read { db in
            let exam = try chosen.map { try ItemAnalysisActions.exam($0, for: acting.actor, in: db) }
            let contents = try QuestionStatisticsActions.statistics(
                of: code, only: chosen, cache: cache, for: acting.actor, in: db)
            return (contents, exam?.state == .closed ? nil : exam)
        }
        guard let contents else { throw QuestionRefusal.missing(code) }
        if let refusal = contents.refusal { throw refusal }
        if let open { Self.say(open) }
        if contents.showsKey {
            try await session.database.write(as: acting) {
                try QuestionStatisticsActions.record(contents.question, by: $0, in: $1)
            }
        }
        let record = StatisticsRecord(contents)
        if json { return try Console.json(record) }
        for line in record.revisions + record.uses {
            Console.data("\(line.exam.map(\.description) ?? "")\t\(line.revision.map(String.init) ?? "")\t\(line.line)")
        }
        if open != nil { return }
        Console.say("用過 \(contents.revisions.count { $0.papers > 0 }) 版，在 \(contents.uses.count) 次已結束的測驗裡。")
    }
}

/// `questions statistics CODE --json`.
private struct StatisticsRecord: Encodable {
    let id: String
    /// Over all closed exams, newest first.
    let revisions: [ItemRecord]
    /// The usage log, the latest first.
    let uses: [ItemRecord]

    init(_ contents: QuestionStatisticsViews.Contents) {
        let code = contents.question.code
        id = code
        revisions = contents.revisions.map { line in
            ItemRecord(
                code: code, revision: line.revision.number, papers: line.papers, figures: line.figures,
                choices: line.revision.choices)
        }
        uses = contents.uses.map { use in
            ItemRecord(code: code, revision: use.number, papers: use.papers, figures: use.figures, exam: use.exam.id)
        }
    }
}
