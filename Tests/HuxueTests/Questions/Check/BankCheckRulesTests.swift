import Testing

@testable import Huxue

struct BankCheckRulesTests {
    private func lines(_ readings: [QuestionReading], topic: String = "甲") -> [BankCheckRules.Line] {
        readings.enumerated().map { place, reading in
            let id = Int64(place + 1)
            let question = CheckedQuestion(
                id: ID(rawValue: id), revision: ID(rawValue: id), code: reading.code ?? "", topic: topic)
            return (question, QuestionFacts(of: reading))
        }
    }

    private func findings(_ readings: [QuestionReading], closed: Set<Int64> = []) -> [BankFinding] {
        let lines = lines(readings)
        return BankCheckRules.findings(
            lines, stems: BankCheckRules.stems(of: lines), closed: Set(closed.map { ID(rawValue: $0) }))
    }

    private static let stems = ["期限為何？", "由何人申請？", "應備何種文件？", "於何處辦理？", "須繳納多少規費？"]

    /// Five questions that differ in all but what `make` gives them.
    private static func five(_ make: (Int, String) -> QuestionReading) -> [QuestionReading] {
        stems.enumerated().map { make($0.offset, $0.element) }
    }

    /// Each kind with a bank that has it alone, and the codes of what is found.
    private static let banks: [(kind: BankFinding.Kind, bank: [QuestionReading], codes: [[String]])] = [
        (
            .sameStem, [.sample("a-1", stem: "期限為何？"), .sample("a-2"), .sample("a-3", stem: "期限為何")],
            [["a-1", "a-2", "a-3"]]
        ),
        (
            .likeStem,
            [
                .sample("a-1", stem: "未成年人改姓應由何人向戶政事務所申請？"), .sample("a-2"),
                .sample("a-3", stem: "未成年人改名應由何人向戶政事務所申請？"),
            ], [["a-1", "a-3"]]
        ),
        (.answerInStem, [.sample(stem: "期限為何？答案：B")], [["a-1"]]),
        (.keyInStem, [.sample(stem: "依規定於六十日內申請者，期限為何？")], [["a-1"]]),
        (
            .longestIsRight, [.sample(choices: ["三十日", "自知悉事實發生之日起六十日內", "九十日"])], [["a-1"]]
        ),
        (
            .sweepingWord,
            stems.prefix(3).enumerated().map {
                .sample("a-\($0.offset + 1)", stem: $0.element, choices: ["一律\($0.offset)號", "六十日", "九十日"])
            },
            [["a-1", "a-2", "a-3"]]
        ),
        (
            .filler,
            stems.prefix(2).enumerated().map {
                .sample("a-\($0.offset + 1)", stem: $0.element, choices: ["抽籤", "六十日", "九十日"])
            },
            [["a-1", "a-2"]]
        ),
        (
            .sameNumberOfAnswers,
            five {
                .sample("a-\($0 + 1)", .multiple, stem: $1, choices: ["紅\($0)", "白\($0)", "藍\($0)"], key: [0, 1])
            }, [[]]
        ),
        (.oneSided, five { .sample("a-\($0 + 1)", .trueFalse, stem: "\($1.dropLast())。", key: [0]) }, [[]]),
        (.labelInExplanation, [.sample(explanation: "選項A正確。")], [["a-1"]]),
        (.labelledChoices, [.sample(choices: ["A.本人", "B.戶長", "C.里長"])], [["a-1"]]),
        (.labelsInChoice, [.sample(choices: ["三十日", "六十日", "甲、乙皆是"])], [["a-1"]]),
        (.fixedChoice, [.sample(choices: ["三十日", "六十日", "以上皆非"])], [["a-1"]]),
        (.statementAsks, [.sample("a-1", .trueFalse, stem: "期限為何？", key: [0])], [["a-1"]]),
        (.privateCharacter, [.sample(stem: "\u{E000}的期限為何？")], [["a-1"]]),
    ]

    @Test(arguments: BankFinding.Kind.allCases)
    func `each kind is found, with its questions and what to do`(kind: BankFinding.Kind) throws {
        let (_, bank, codes) = try #require(Self.banks.first { $0.kind == kind })
        let found = findings(bank)
        #expect(found.map(\.kind) == Array(repeating: kind, count: codes.count), "\(found)")
        #expect(found.map(\.codes) == codes)
        #expect(found.allSatisfy { $0.topics == (codes == [[]] ? [] : ["甲"]) })
        #expect(!BankCheckTerms.name(of: kind).isEmpty && BankCheckTerms.advice(on: kind).hasSuffix("。"))
        #expect(found.allSatisfy { BankCheckTerms.sentence($0).hasSuffix("。") })
    }

    /// What stands in stems and choices is told; whatever rests on a key is not.
    @Test(arguments: BankFinding.Kind.allCases)
    func `of a closed question only what every examinee sees is told`(kind: BankFinding.Kind) throws {
        let (_, bank, _) = try #require(Self.banks.first { $0.kind == kind })
        let told: Set<BankFinding.Kind> = [
            .sameStem, .likeStem, .labelledChoices, .labelsInChoice, .fixedChoice, .statementAsks, .privateCharacter,
        ]
        let found = findings(bank, closed: Set(bank.indices.map { Int64($0 + 1) }))
        #expect(found.map(\.kind) == (told.contains(kind) ? [kind] : []))
        #expect(findings([.sample(explanation: "見\u{E000}條文。")], closed: [1]).isEmpty)
        #expect(findings([.sample(explanation: "見\u{E000}條文。")]).map(\.tellsKey) == [true])
    }

    /// Whatever its key and explanation are, with every other bank around it: the page says the same.
    @Test(arguments: BankFinding.Kind.allCases)
    func `nothing that is found depends on the key of a closed question`(kind: BankFinding.Kind) throws {
        let (_, bank, _) = try #require(Self.banks.first { $0.kind == kind })
        for place in bank.indices {
            let original = bank[place]
            let keys = original.type == .multiple ? [[0], [1, 2], [0, 1, 2]] : original.choices.indices.map { [$0] }
            var answers: Set<[BankFinding]> = []
            for key in keys {
                for explanation in ["見條文。", "選項A正確，\u{E000}。"] {
                    var twin = bank
                    twin[place] = QuestionReading(
                        file: original.file, line: 1, code: original.code, state: .active, type: original.type,
                        stem: original.stem, stemLine: 1, choices: original.choices, key: ChoiceSet(key),
                        explanation: explanation, explanationLine: 1, citations: [])
                    answers.insert(findings(twin, closed: [Int64(place + 1)]))
                }
            }
            #expect(answers.count == 1, "\(kind) \(place)")
        }
    }

    @Test func `findings stand in the order of kinds, and then of the bank`() {
        let found = findings([
            .sample("a-1", choices: ["三十日", "六十日", "以上皆非"]),
            .sample("a-2", stem: "由何人申請？", choices: ["七日", "自知悉之日起六十日內", "以上皆非"]),
            .sample("a-3", stem: "期限為何"),
        ])
        #expect(found.map(\.kind) == [.sameStem, .longestIsRight, .fixedChoice, .fixedChoice])
        #expect(found.map(\.codes) == [["a-1", "a-3"], ["a-2"], ["a-1"], ["a-2"]])
    }
}
