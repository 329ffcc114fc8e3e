import Foundation
import Testing

@testable import Huxue

/// What commands print, and how they end.
@Suite struct ItemRecordTests {
    private func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func analysis(_ papers: Int) -> ExamAnalysis {
        SampleAnswers.analysis(
            SampleAnswers.shared((0..<papers).map(SampleAnswers.row)),
            keys: Dictionary(uniqueKeysWithValues: (1...6).map { ($0, SampleAnswers.single) }))
    }

    @Test func `a question's figures are exact decimals, and every key is there`() throws {
        let figures = try SampleAnswers.figures(5, of: analysis(12))
        let record = ItemRecord(code: "q5", revision: 1, papers: 12, figures: figures)
        #expect(
            try text(record)
                == #"{"basis":"rough","discrimination":-1,"discriminationIndex":-87.93,"discriminativeEfficiency":-100,"#
                + #""effectiveWeight":null,"facility":50,"findings":["inverted"],"id":"q5","papers":12,"revision":1}"#)
        let few = ItemRecord(code: "q5", revision: nil, papers: 9, figures: nil, choices: ["甲", "乙"])
        #expect(
            try text(few)
                == #"{"basis":"tooFew","discrimination":null,"discriminationIndex":null,"#
                + #""discriminativeEfficiency":null,"effectiveWeight":null,"facility":null,"findings":[],"id":"q5","#
                + #""papers":9,"revision":null}"#)
    }

    @Test func `choices say who took them`() throws {
        let statement = QuestionKey(type: .trueFalse, choices: ChoiceSet([0]), choiceCount: 2)
        let analysis = SampleAnswers.analysis(
            SampleAnswers.shared((0..<10).map { [$0 < 4 ? 1 : 2, $0 == 9 ? 0 : 1] }),
            keys: [1: statement, 2: statement])
        let record = ItemRecord(
            code: "q", revision: 2, papers: 10, figures: try SampleAnswers.figures(1, of: analysis),
            choices: ["對", "錯"])
        let printed = try text(record)
        #expect(
            printed.contains(
                #""choices":[{"chosen":{"all":4,"lower":0,"middle":0,"upper":4},"text":"對"},"#
                    + #"{"chosen":{"all":6,"lower":6,"middle":0,"upper":0},"text":"錯"}]"#))
        #expect(printed.contains(#""groups":{"all":10,"lower":6,"middle":0,"upper":4}"#))
    }

    @Test func `an exam of few papers prints their number and no figure`() throws {
        let few = ExamAnalysisRecord(exam: ID(rawValue: 1), title: "小考", analysis: analysis(9), questions: [])
        #expect(
            try text(few)
                == #"{"basis":"tooFew","distribution":[],"errorRatio":null,"exam":1,"internalConsistency":null,"#
                + #""kurtosis":null,"mean":null,"median":null,"papers":9,"questions":[],"sharedQuestions":null,"#
                + #""skewness":null,"standardDeviation":null,"standardError":null,"title":"小考"}"#)
        let open = ExamAnalysisRecord(exam: ID(rawValue: 1), title: "小考", analysis: nil, questions: [])
        #expect(try text(open).contains(#""papers":null"#))
        let some = ExamAnalysisRecord(exam: ID(rawValue: 1), title: "小考", analysis: analysis(12), questions: [])
        #expect(try text(some).contains(#""mean":54.17,"median":50,"papers":12"#))
        #expect(try text(some).contains(#""internalConsistency":-3.27"#))
    }

    private func run(_ arguments: String..., in office: SampleOffice, as login: String? = nil) async -> Int32 {
        let options = ["--data", office.folder.path] + (login.map { ["--as", $0] } ?? [])
        return await Huxue.CommandLine.run(arguments + options)
    }

    @Test(arguments: [[], ["--json"], ["move-001"]])
    func `of an exam that is not over the commands say so`(arguments: [String]) async throws {
        let (office, exam) = try await SampleAnswers.office(papers: 12, closed: false)
        #expect(AnalysisTerms.unfinished(exam) == "測驗還沒有結束。")
        let command = ["questions", "statistics", "--exam", "1", "--data", office.folder.path]
        #expect(await Huxue.CommandLine.run(command + arguments) == 0)
        #expect(await run("exam", "analysis", "1", in: office) == 0)
    }

    @Test func `the commands answer whoever may read, and refuse others`() async throws {
        let (office, _) = try await SampleAnswers.office(papers: 12)
        #expect(await run("exam", "analysis", "1", in: office) == 0)
        #expect(await run("exam", "analysis", "1", "--json", in: office, as: "guanting") == 0)
        #expect(await run("exam", "analysis", "1", in: office, as: "yachu") == 1)
        #expect(await run("exam", "analysis", "9", in: office) == 1)
        #expect(await run("exam", "analysis", "x", in: office) == 1)
        #expect(await run("questions", "statistics", in: office) == 0)
        #expect(await run("questions", "statistics", "--json", in: office, as: "meiling") == 1)
        #expect(await run("questions", "statistics", "--exam", "1", "--json", in: office, as: "meiling") == 0)
        #expect(await run("questions", "statistics", "move-001", "--json", in: office, as: "guanting") == 0)
        #expect(await run("questions", "statistics", "move-001", "--exam", "1", in: office, as: "shufen") == 0)
        #expect(await run("questions", "statistics", "move-001", in: office, as: "meiling") == 1)
        #expect(await run("questions", "statistics", "move-999", in: office) == 1)
        #expect(await run("questions", "statistics", "move-001", "--exam", "9", in: office) == 1)
        // Whoever has only the data folder is nobody who could take a test.
        let views = try await office.database.read { db in
            try KeyDisclosureStore.all(of: Array(try KeyDisclosureStore.employees(in: db)), in: db)
        }
        #expect(views.map(\.codes) == [["move-001"], ["move-001"]])
    }
}
