import Foundation
import Testing

@testable import Huxue

struct QuestionFileTests {
    @Test func `a file in canonical form comes back byte for byte`() throws {
        let topic = try #require(SampleBank.read(SampleBank.birth).topic)
        #expect(QuestionPrinter.print(topic) == SampleBank.birth)
        #expect(topic.fileName == "birth.yaml")
        #expect(topic.questions.map(\.key.places) == [[2], [0, 2], [1]])
        #expect(topic.questions.map(\.lawAsOf.description) == ["2024-10-11", "2025-01-01", "2024-10-11"])
        #expect(topic.questions[1].explanation == "第一段。\n\n  第二段，縮排。")
        #expect(topic.questions[2].choices == QuestionRevision.trueFalseChoices)
        #expect(topic.questions[2].state == .retired)
    }

    @Test func `other ways of writing the same are read the same`() throws {
        let written = """
            \u{FEFF}# 註解
            "questions":
              - {id: 'a-1', type: single, level: recall, stem: "題\\n幹", choices: [3, 七日, ~x, 'true'], answer: '3',
                 explanation: >-
                   甲
                   乙
                 , citations: [民法§5, "戶籍法第十四條之一"]}
            lawAsOf: '2024-10-11'
            topic: 樣本
            """.replacingOccurrences(of: "\n", with: "\r\n")
        let simple = """
            topic: 樣本
            lawAsOf: 2024-10-11
            questions:
              - id: a-1
                type: single
                level: recall
                stem: |-
                  題
                  幹
                choices:
                  - "3"
                  - 七日
                  - "~x"
                  - "true"
                answer: "3"
                explanation: 甲 乙
                citations:
                  - 民法第5條
                  - 戶籍法第14條之1

            """
        let flow = written.replacingOccurrences(of: ">-\r\n       甲\r\n       乙\r\n     ", with: "甲 乙 ")
        let file = SampleBank.read(flow)
        #expect(file.problems == [])
        #expect(file.topic.map(QuestionPrinter.print) == simple)
    }

    private static let head = "topic: 樣本\nlawAsOf: 2024-10-11\nquestions:\n"
    private static let single = """
          - id: a-1
            type: single
            level: recall
            stem: 題幹
            choices:
              - 甲
              - 乙
            answer: 甲
            explanation: 詳解
            citations:
              - 民法第1條

        """

    /// Replaces one piece of a good file.
    private func problems(_ piece: String, _ replacement: String) -> [QuestionProblem] {
        let good = Self.head + Self.single
        #expect(SampleBank.read(good).problems == [])
        #expect(good.contains(piece))
        return SampleBank.read(good.replacingOccurrences(of: piece, with: replacement)).problems
    }

    @Test(
        arguments: [
            ("topic: 樣本\n", "", [(1, QuestionProblem.Kind.field(.missingField("topic")))]),
            ("topic: 樣本", "topic:", [(1, .field(.missingField("topic")))]),
            ("topic: 樣本", "topic: [樣本]", [(1, .field(.notText("topic")))]),
            ("topic: 樣本", "topic: \"樣\\n本\"", [(1, .field(.severalLines("topic")))]),
            (
                "topic: 樣本", "topic: 樣本\nauthor: 某人",
                [(2, .field(.unknownField("author", known: QuestionReader.topicFields)))]
            ),
            ("2024-10-11", "2024-13-11", [(2, .field(.wrongDate("2024-13-11")))]),
            ("2024-10-11", "113年10月11日", [(2, .field(.wrongDate("113年10月11日")))]),
            ("id: a-1", "id: a 1", [(4, .wrongCode("a 1"))]),
            ("id: a-1", "id: -a", [(4, .wrongCode("-a"))]),
            ("id: a-1", "id: a/1", [(4, .wrongCode("a/1"))]),
            (
                "type: single", "type: essay",
                [(5, .field(.wrongValue("type", "essay", allowed: ["single", "multiple", "trueFalse"])))]
            ),
            ("    level: recall\n", "", [(4, .field(.missingField("level")))]),
            (
                "level: recall", "level: 記憶",
                [(6, .field(.wrongValue("level", "記憶", allowed: ["recall", "understand", "apply"])))]
            ),
            (
                "level: recall", "level: recall\n    hint: x",
                [(7, .field(.unknownField("hint", known: QuestionReader.questionFields)))]
            ),
            ("level: recall", "level: recall\n    lawAsOf: 昨天", [(7, .field(.wrongDate("昨天")))]),
            (
                "level: recall", "level: recall\n    state: gone",
                [(7, .field(.wrongValue("state", "gone", allowed: ["draft", "inReview", "active", "retired"])))]
            ),
            ("stem: 題幹", "stem: \"  \"", [(7, .field(.missingField("stem")))]),
            ("stem: 題幹", "stem: 題*幹", [(7, .unpairedEmphasis)]),
            ("stem: 題幹", "stem: " + String(repeating: "長", count: 2001), [(7, .field(.tooLong("stem", limit: 2000)))]),
            ("      - 乙\n", "", [(8, .tooFewChoices)]),
            ("      - 乙", "      - 乙\n      - 　乙　", [(11, .duplicateChoice("乙"))]),
            ("      - 乙", "      - 乙\n      - 乙1\n      - 乙１", [(12, .duplicateChoice("乙１"))]),
            ("      - 乙", "      - 乙" + (1...8).map { "\n      - 丙\($0)" }.joined(), [(8, .tooManyChoices(limit: 9))]),
            ("      - 乙", "      - {乙: 丙}", [(10, .field(.notText("choices")))]),
            ("      - 乙", "      -", [(10, .field(.missingField("choices")))]),
            ("    choices:\n      - 甲\n      - 乙", "    choices: 甲", [(8, .field(.notAList("choices")))]),
            ("answer: 甲", "answer: 丙", [(11, .answerIsNotAChoice("丙"))]),
            ("answer: 甲", "answer: [甲]", [(11, .answerIsNotText)]),
            ("    answer: 甲\n", "", [(4, .field(.missingField("answer")))]),
            ("explanation: 詳解", "explanation:", [(12, .field(.missingField("explanation")))]),
            ("explanation: 詳解", "explanation: ''", [(12, .field(.missingField("explanation")))]),
            ("      - 民法第1條", "      []", [(13, .noCitations)]),
            ("民法第1條", "民法第條", [(14, .citation(CitationRefusal.missingArticle("民法第條").sentence))]),
            ("- 民法第1條", "- 民法第1條\n      - 民法§1", [(15, .duplicateCitation("民法第1條"))]),
            ("type: single", "type: trueFalse", [(8, .choicesOfTrueFalse), (11, .answerIsNotTrueOrFalse)]),
            ("type: single", "type: multiple", [(11, .answerIsNotAList)]),
        ])
    func `a problem is reported with its line`(
        piece: String, replacement: String, expected: [(Int, QuestionProblem.Kind)]
    ) {
        let found = problems(piece, replacement)
        #expect(found.map(\.kind) == expected.map(\.1))
        #expect(found.map(\.line) == expected.map(\.0))
        #expect(found.allSatisfy { $0.file == "questions/birth.yaml" })
    }

    @Test(
        arguments: [
            ("[甲, 丙]", [QuestionProblem.Kind.answerIsNotAChoice("丙")]),
            ("[甲, 甲]", [.duplicateAnswer("甲")]), ("[]", [.noAnswers]),
        ])
    func `the answer of a multiple-choice question`(answer: String, expected: [QuestionProblem.Kind]) {
        let text = (Self.head + Self.single).replacingOccurrences(of: "type: single", with: "type: multiple")
            .replacingOccurrences(of: "answer: 甲", with: "answer: \(answer)")
        #expect(SampleBank.read(text).problems.map(\.kind) == expected)
    }

    @Test func `problems of one file are all reported, in the order of lines`() {
        let found = SampleBank.read(
            Self.head + Self.single + Self.single
                + Self.single.replacingOccurrences(of: "a-1", with: "a-2")
                .replacingOccurrences(of: "answer: 甲", with: "answer: 丁"))
        #expect(
            found.problems.map(\.description) == [
                "questions/birth.yaml:15: 代號「a-1」已經用在 questions/birth.yaml 第 4 行，全題庫不得重複。",
                "questions/birth.yaml:33: 答案「丁」不在選項裡，文字要與選項完全相同。",
            ])
        #expect(found.topic == nil)
    }

    @Test func `codes and topics are unique across files`() {
        let other = SampleBank.birth.replacingOccurrences(of: "birth-001", with: "other-001")
        let files = QuestionBankFiles([
            ("a.yaml", Array(SampleBank.birth.utf8)), ("b.yaml", Array(other.utf8)),
        ])
        #expect(
            files.problems.map { "\($0.file):\($0.line)" } == [
                "b.yaml:1", "b.yaml:7", "b.yaml:17", "b.yaml:21", "b.yaml:38",
            ])
        #expect(files.problems[0].kind == .duplicateTopic("出生登記", file: "a.yaml"))
        #expect(
            files.problems[1].kind
                == .duplicateStem(code: "birth-001", file: "a.yaml", line: 7, isSameAnswer: true))
        #expect(files.problems[2].kind == .duplicateCode("birth-002", file: "a.yaml", line: 17))
    }

    @Test(arguments: ["birth.txt", ".yaml", "x/.hidden.yml"])
    func `a file name that could not be written back is refused`(path: String) {
        #expect(SampleBank.read(SampleBank.birth, path: path).problems.map(\.kind) == [.wrongFileName])
    }
}
