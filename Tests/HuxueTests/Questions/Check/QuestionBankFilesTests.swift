import Foundation
import Testing

@testable import Huxue

struct QuestionBankFilesTests {
    private func file(_ topic: String, _ questions: String...) -> [UInt8] {
        Array("topic: \(topic)\nlawAsOf: 2024-10-11\nquestions:\n\(questions.joined())".utf8)
    }

    /// Nine lines: the stem on the fourth, the answer on the sixth, the citations on the last.
    private func question(
        _ code: String, stem: String = "期限為何？", choices: String = "[甲地, 乙地]", answer: String = "甲地",
        citations: String = "[戶籍法第1條]", extra: String = "state: active"
    ) -> String {
        """
          - id: \(code)
            type: single
            level: recall
            stem: \(stem)
            choices: \(choices)
            answer: \(answer)
            explanation: 見條文。
            \(extra)
            citations: \(citations)

        """
    }

    @Test(
        arguments: [
            ("期限為何？", "甲地", true), ("期限為何？", "乙地", false), ("*期限*　為何", "甲地", true), ("期限：為何?", "乙地", false),
        ])
    func `the same stem twice is refused, in one file and in two`(stem: String, answer: String, isSame: Bool) {
        let (one, other) = (question("a-1"), question("a-2", stem: "\"\(stem)\"", answer: answer))
        let inOne = QuestionBankFiles([("a.yaml", file("甲", one, other))])
        #expect(
            inOne.problems == [
                QuestionProblem(
                    file: "a.yaml", line: 16,
                    kind: .duplicateStem(code: "a-1", file: "a.yaml", line: 7, isSameAnswer: isSame))
            ])
        let inTwo = QuestionBankFiles([("a.yaml", file("甲", one)), ("b.yaml", file("乙", other))])
        #expect(
            inTwo.problems == [
                QuestionProblem(
                    file: "b.yaml", line: 7,
                    kind: .duplicateStem(code: "a-1", file: "a.yaml", line: 7, isSameAnswer: isSame))
            ])
    }

    @Test func `a retired question may have a successor with its stem`() {
        let files = QuestionBankFiles([
            ("a.yaml", file("甲", question("a-1", extra: "state: retired"), question("a-2", answer: "乙地")))
        ])
        #expect(files.problems == [])
    }

    @Test func `a question that lacks something else is compared all the same`() {
        let files = QuestionBankFiles([
            ("a.yaml", file("甲", question("a-1", answer: "丙地"), question("a-2", citations: "[]")))
        ])
        #expect(
            files.problems.map(\.kind) == [
                .answerIsNotAChoice("丙地"),
                .duplicateStem(code: "a-1", file: "a.yaml", line: 7, isSameAnswer: false), .noCitations,
            ])
    }

    @Test func `a topic is found twice whatever else is wrong with its file`() {
        let files = QuestionBankFiles([
            ("a.yaml", file("甲", question("a-1", answer: "丙地"))), ("b.yaml", file("甲", question("a-2", stem: "何者？"))),
        ])
        #expect(files.problems.map(\.kind) == [.answerIsNotAChoice("丙地"), .duplicateTopic("甲", file: "a.yaml")])
    }

    @Test(
        arguments: [
            ("甲地", "[不存在的法第1條, 戶籍法第9條]", "[甲地, 乙地]"), ("丙地", "[戶籍法第9條]", "[甲地, 乙地]"),
            ("甲地", "[戶籍法第9條]", "[~, 甲地, 甲地]"), ("~", "[戶籍法第9條]", "[甲地, 乙地]"),
        ])
    func `no finding hides an article that does not exist`(answer: String, citations: String, choices: String) throws {
        let files = QuestionBankFiles([
            ("a.yaml", file("甲", question("a-1", choices: choices, answer: answer, citations: citations)))
        ])
        #expect(!files.problems.isEmpty)
        let pcodes = Set(files.readings.flatMap(\.citations).map(\.citation.statute.pcode))
        let found = QuestionRules.problems(of: files, against: try SampleStatutes.file(keeping: pcodes))
        #expect(found.map(\.kind) == [.missingArticle("戶籍法第9條")])
        let all = files.problems(and: found)
        #expect(all.count == files.problems.count + 1 && all.map(\.line) == all.map(\.line).sorted())
    }

    @Test func `everything that is wrong with one question is found at once`() {
        let files = QuestionBankFiles([
            (
                "a.yaml",
                file(
                    "甲",
                    question(
                        "a 1", stem: "單*號", choices: "[甲地, 甲 地, ~]", answer: "丙地",
                        citations: "[不存在的法第1條, 民法第1條, 民法§1]", extra: "level2: x"))
            )
        ])
        let kinds = files.problems.map(\.kind)
        #expect(kinds.contains(.wrongCode("a 1")) && kinds.contains(.unpairedEmphasis))
        #expect(kinds.contains(.duplicateChoice("甲 地")) && kinds.contains(.field(.missingField("choices"))))
        #expect(kinds.contains(.answerIsNotAChoice("丙地")) && kinds.contains(.duplicateCitation("民法第1條")))
        #expect(kinds.contains { $0.isOfCitation })
        #expect(kinds.count == 8)
    }

    @Test(arguments: ["[~, null, ]", "[~, ~, ~]"])
    func `values that are missing on one line are one finding`(choices: String) {
        let files = QuestionBankFiles([("a.yaml", file("甲", question("a-1", choices: choices)))])
        #expect(
            files.problems.map(\.description) == [
                "a.yaml:8: 缺少欄位「choices」，或內容是空白的。", "a.yaml:9: 答案「甲地」不在選項裡，文字要與選項完全相同。",
            ])
    }

    /// 不 as U+4E0D and as the compatibility ideograph U+F967.
    private let spellings = ["不-1", "\u{F967}-1"]

    @Test func `a code in both spellings is one question`() throws {
        let read = try spellings.map { code in
            try #require(QuestionFile(reading: file("\u{F967}動", question(code)), path: "a.yaml").topic)
        }
        for topic in read {
            #expect(Array(topic.questions[0].code.unicodeScalars) == ["\u{4E0D}", "-", "1"])
            #expect(Array(topic.name.unicodeScalars) == ["\u{4E0D}", "\u{52D5}"])
        }
        let files = QuestionBankFiles([
            ("a.yaml", file("甲", question(spellings[0]), question(spellings[1], stem: "何者？")))
        ])
        #expect(files.problems.map(\.kind) == [.duplicateCode("不-1", file: "a.yaml", line: 4)])
    }

    @Test func `texts stay as they were typed`() throws {
        let text = question("a-1", stem: "\u{F967}得為何？", choices: "[\u{F967}得, 乙地]", answer: "\u{F967}得")
        let topic = try #require(QuestionFile(reading: file("甲", text), path: "a.yaml").topic)
        #expect(topic.questions[0].stem.unicodeScalars.first == "\u{F967}")
        #expect(topic.questions[0].choices[0].unicodeScalars.first == "\u{F967}")
        #expect(topic.questions[0].key.places == [0])
    }
}
