import ArgumentParser
import Foundation

struct ExamAnalysisCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analysis", abstract: "列出一次已結束測驗的試題分析：難易度、鑑別度、信度。",
        discussion: "測驗結束、補考也結束以後才有；未滿十份試卷的不列數字。公式見文件 Huxue.docc/Scoring.md。")

    @OptionGroup var exam: ExamArgument

    @Flag(help: "以 JSON 列出。")
    var json = false

    func run() throws {
        let (id, session, acting) = try exam.open()
        let cache = ItemAnalysisActions.makeCache()
        let (exam, analysis, lines) = try session.database.readAndWait { db in
            let exam = try ItemAnalysisActions.exam(id, for: acting.actor, in: db)
            let analysis = try ItemAnalysisActions.analysis(of: exam, cache: cache, in: db)
            return (exam, analysis, try ItemAnalysisActions.lines(of: exam, analysis, in: db))
        }
        let records = lines.map {
            ItemRecord(code: $0.question.code, revision: nil, papers: $0.papers, figures: $0.figures)
        }
        if json {
            return try Console.json(
                ExamAnalysisRecord(exam: id, title: exam.plan.title, analysis: analysis, questions: records))
        }
        for record in records { Console.data(record.line) }
        guard let analysis else { return Console.say("\(AnalysisTerms.unfinished(exam))結束後才有試題分析。") }
        let basis = AnalysisTerms.basis(AnalysisBasis(papers: analysis.papers))
        guard AnalysisBasis(papers: analysis.papers) != .tooFew else {
            return Console.say("交卷 \(analysis.papers) 份：\(basis)。")
        }
        let figures = analysis.figures
        Console.say(
            """
            交卷 \(analysis.papers) 份\(basis.isEmpty ? "" : "（\(basis)）")：平均 \(AnalysisTerms.number(figures.mean))，\
            中位數 \(AnalysisTerms.number(figures.median))，標準差 \(AnalysisTerms.number(figures.deviation))，\
            內部一致性 \(AnalysisTerms.percent(figures.consistency))，\
            測量標準誤 \(AnalysisTerms.number(figures.standardError))。
            """)
    }
}

extension ItemRecord {
    /// A row of values separated by tabs: code, papers, P, D, index, efficiency, weight, findings.
    var line: String {
        [
            code, "\(papers)", AnalysisTerms.percent(figures?.facility), AnalysisTerms.number(figures?.discrimination),
            AnalysisTerms.percent(figures?.index), AnalysisTerms.percent(figures?.efficiency),
            AnalysisTerms.percent(figures?.weight), (figures?.findings ?? []).map(\.name).joined(separator: "、"),
        ].joined(separator: "\t")
    }
}
