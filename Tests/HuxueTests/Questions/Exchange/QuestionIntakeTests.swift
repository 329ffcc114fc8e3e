import Testing

@testable import Huxue

/// What becomes of what a foreign file says, and leaves unsaid.
struct QuestionIntakeTests {
    private static let bank = QuestionBank(
        SampleBank.topics(), positions: ["birth-001": 1, "birth-002": 2, "birth-003": 3, "death-001": 1])

    private func intake(
        _ text: String, topic: String? = "出生登記", citations: [String] = ["戶籍法第1條"], bank: QuestionBank = bank
    ) -> QuestionIntake {
        SampleFormats.intake(
            GIFTReader.bank(of: Array(text.utf8)), bank: bank, topic: topic,
            citations: citations.compactMap { try? Citation(parsing: $0, names: .table) })
    }

    @Test func `what a new question does not say has a default, with a notice`() throws {
        let intake = intake("死亡登記須本人到場{F}")
        let draft = try #require(intake.taken.first?.draft)
        #expect(SampleFormats.lines(intake.problems) == [])
        #expect(draft.code == "birth-004" && draft.state == QuestionIntake.defaultState && draft.level == .understand)
        #expect(draft.lawAsOf == Day(daysSinceEpoch: 20_700) && draft.explanation == "見戶籍法第1條。")
        #expect(
            intake.notices.map(\.kind) == [
                .defaultLevel, .defaultDay(Day(daysSinceEpoch: 20_700)), .defaultExplanation,
            ])
    }

    @Test func `topic and citations must come from somewhere`() {
        #expect(intake("新題{F}", topic: nil).problems.map(\.kind) == [.missingTopic])
        #expect(intake("新題{F}", citations: []).problems.map(\.kind) == [.missingCitations])
        let found = intake("新題{F####依戶籍法第48條第1項與民法第1052條。}", citations: [])
        #expect(found.taken.first?.draft.citations.map(\.description) == ["戶籍法第48條第1項", "民法第1052條"])
        #expect(found.notices.map(\.kind).contains(.foundCitations(["戶籍法第48條第1項", "民法第1052條"])))
        let new = intake("新題{F}", topic: "新主題")
        #expect(new.taken.map(\.topic) == ["新主題"] && new.notices.map(\.kind).contains(.newTopic("新主題")))
        #expect(new.taken.map(\.draft.code) == ["新主題-001"])
    }

    @Test func `what every question of a file lacks is said once, of the file`() {
        let three = "甲題{F}\n\n乙題{T}\n\n丙題{F}"
        let nowhere = intake(three, topic: nil, citations: []).problems
        #expect(nowhere.map(\.kind) == [.missingTopic, .missingCitations])
        #expect(nowhere.allSatisfy { $0.place == .file })
        let some = intake("$CATEGORY: 出生登記\n\n" + three + "\n\n// [id:birth-001]\n改過{F}", citations: []).problems
        #expect(some.map(\.kind) == Array(repeating: .missingCitations, count: 3))
        #expect(some.allSatisfy { $0.place != .file })
    }

    @Test func `what a known question does not say stays as it is`() throws {
        let intake = intake("// [id:birth-002]\n新的題幹{~%50%甲 ~%50%乙 ~%-100%丙}", topic: nil, citations: [])
        let (taken, old) = (try #require(intake.taken.first), try #require(Self.bank.known["birth-002"]?.draft))
        #expect(SampleFormats.lines(intake.problems + intake.notices) == [])
        #expect(taken.topic == "出生登記" && taken.draft.stem == "新的題幹" && taken.draft.key == ChoiceSet([0, 1]))
        #expect(taken.draft.level == old.level && taken.draft.lawAsOf == old.lawAsOf && taken.draft.state == old.state)
        #expect(taken.draft.citations == old.citations && taken.draft.explanation == old.explanation)
    }

    @Test func `a question without a code is known by what it asks`() {
        let intake = intake("死亡登記，得以書面委託他人為之{F}", topic: nil)
        #expect(intake.taken.map(\.draft.code) == ["death-001"])
        #expect(intake.notices.map(\.kind) == [.knownStem("death-001")])
    }

    @Test func `codes follow those of their topic and never meet one of the file`() {
        let text = "// [id:birth-005]\n甲{T}\n\n乙{T}\n\n// [id:birth-004]\n丙{T}\n\n丁{T}\n\n// [id:Q 12/3]\n戊{T}"
        let intake = intake(text)
        #expect(intake.taken.map(\.draft.code) == ["birth-005", "birth-006", "birth-004", "birth-007", "birth-008"])
        #expect(intake.notices.map(\.kind).contains(.foreignCode("Q 12/3")))
    }

    @Test(arguments: [("出生 登記", "出生登記-001"), ("A/B", "AB-001"), ("：", "q-001")])
    func `codes of a new topic begin with its name`(topic: String, code: String) {
        var codes = QuestionCodes(.empty, others: [])
        #expect(codes.code(for: topic) == code)
        #expect(QuestionReader.isCode(code))
    }

    @Test(
        arguments: [
            ([], "birth-001"), (["birth-007"], "birth-008"), (["birth-0999", "birth-5"], "birth-1000"),
            (["birth-9223372036854775807"], "birth-001"),
            (["birth-9223372036854775807", "birth-2"], "birth-003"),
            (["birth-9223372036854775806", "birth-99999999999999999999999999"], "birth-001"),
            (["birth-1000000000"], "birth-001"), (["birth-999999999"], "birth-1000000000"),
            (["birth-999999999", "birth-1000000000", "birth-1000000001"], "birth-1000000002"),
            (
                ["birth--9223372036854775808", "birth--5", "birth-x", "birth-", "birth", "birthday-9", "birth-７"],
                "birth-001"
            ),
        ] as [([String], String)])
    func `the next code counts on from numbers that somebody can have counted to`(taken: [String], code: String) {
        #expect(QuestionCodes.free("birth", among: Set(taken)) == code)
        let topic = QuestionTopic(
            fileName: "birth.yaml", name: "出生登記", lawAsOf: Day(daysSinceEpoch: 20_000), questions: [])
        var codes = QuestionCodes(QuestionBank([topic], positions: [:]), others: taken)
        #expect(codes.code(for: "出生登記") == code)
        #expect(!(taken + [code]).contains(codes.code(for: "出生登記")))
    }

    @Test func `the bank's rules hold for every format`() {
        func kinds(_ text: String) -> [FormatProblem.Kind] { intake(text).problems.map(\.kind) }
        #expect(kinds("甲*{=a ~b}") == [.rule(.unpairedEmphasis)])
        #expect(kinds("甲{=a ~Ａ}") == [.rule(.duplicateChoice("Ａ"))])
        #expect(kinds("甲{~%100%a ~ }") == [.missing(.choice(1))])
        #expect(kinds("{T}") == [.missing(.stem)])
        let ten = (1...9).map { "~\($0)0" }.joined()
        #expect(kinds("甲{=a \(ten)}") == [.rule(.tooManyChoices(limit: 9))])
        #expect(kinds("甲是什麼？{T}") == [.rule(.statementAsks)])
        #expect(kinds("甲{=子 ~丑####選項 A 正確}") == [.rule(.labelInExplanation("選項A"))])
        #expect(kinds(String(repeating: "甲", count: 2001) + "{T}") == [.tooLong(.stem, limit: 2000)])
        #expect(kinds("// [tag:citation:甲法第1條]\n甲{T}").count == 1)
        #expect(kinds("// [tag:citation:戶籍法第1條] [tag:戶籍法第1條]\n甲{T}") == [.rule(.duplicateCitation("戶籍法第1條"))])
    }

    @Test func `what repeats itself in the file is named with where it first stood`() {
        let intake = intake("// [id:a-1]\n甲{T}\n\n// [id:a-1]\n乙{T}\n\n甲。{F}")
        #expect(
            SampleFormats.lines(intake.problems) == [
                "f:5: 代號「a-1」已經用在第 2 行，全題庫不得重複。",
                "f:7: 題幹與「a-1」（第 2 行）相同，答案卻不同（標點、全形半形與空白不計）。請改寫題幹，或刪除其中一題。",
            ])
    }

    @Test func `a code of another question is refused`() {
        let intake = intake("$CATEGORY: 死亡登記\n\n// [id:birth-001]\n另一題{T}")
        #expect(intake.problems.map(\.kind) == [.codeInUse("birth-001", topic: "出生登記")])
    }

    @Test func `a file without questions says so`() {
        #expect(intake("").problems.map(\.kind) == [.rule(.noQuestions)])
        #expect(intake("只是說明").problems == [] && intake("只是說明").unsupported.count == 1)
    }
}
