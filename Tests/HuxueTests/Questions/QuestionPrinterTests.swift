import Testing

@testable import Huxue

struct QuestionPrinterTests {
    @Test(
        arguments: [
            ("十五日", "十五日"), ("30", "\"30\""), ("30日", "30日"), ("1.5", "\"1.5\""), ("2024-10-11", "\"2024-10-11\""),
            ("true", "\"true\""), ("No", "\"No\""), ("null", "\"null\""), ("~", "\"~\""), ("甲: 乙", "\"甲: 乙\""),
            ("甲:乙", "甲:乙"), ("甲：乙", "甲：乙"), ("甲 #乙", "\"甲 #乙\""), ("甲#乙", "甲#乙"), ("甲:", "\"甲:\""),
            ("*不得*", "\"*不得*\""), ("何者*不得*？", "何者*不得*？"), ("- 甲", "\"- 甲\""), ("「甲」", "「甲」"),
            ("他說\"好\"", "他說\"好\""), ("\"好\"", "'\"好\"'"), ("'\"好\"'", "'''\"好\"'''"), ("甲 & 乙", "\"甲 \\x26 乙\""),
            ("R&D", "R&D"), ("甲\t乙", "\"甲\\t乙\""), ("甲\n乙", "|-\n  甲\n  乙"), ("[甲]", "\"[甲]\""), ("甲[乙]", "甲[乙]"),
            ("𠮷㐂𡘙", "𠮷㐂𡘙"), ("+886", "\"+886\""), ("0x1F", "\"0x1F\""), ("C:\\甲", "C:\\甲"), ("\\甲: \"", "'\\甲: \"'"),
        ])
    func `text is quoted exactly where it must be`(text: String, printed: String) {
        #expect(YAMLText.printed(text, indentation: 2) == printed)
    }

    @Test func `random banks come back as they were printed`() throws {
        var generator = SplitMix(seed: 20_241_011)
        for round in 0..<150 {
            let topic = RandomBank.topic(using: &generator)
            let printed = QuestionPrinter.print(topic)
            let file = QuestionFile(reading: Array(printed.utf8), path: "bank/\(topic.fileName)")
            #expect(file.problems == [], "round \(round):\n\(printed)")
            let read = try #require(file.topic)
            #expect(read == topic, "round \(round)")
            #expect(QuestionPrinter.print(read) == printed)
        }
    }
}

/// Banks of texts that look like trouble.
enum RandomBank {
    private static let pieces = [
        "甲", "乙", "戶政事務所", "𠮷", "㐂", "𡘙", "🈶", " ", "  ", ": ", " #", "#", "- ", "-", "? ", "'", "\"", "\\", "&",
        " &z ", "*", "!",
        "%", "@", "`", "|", ">", "[", "]", "{", "}", ",", ":", "\n", "\n\n", "\n ", "\t", "true", "null", "30",
        "2024-10-11", "~",
        "=", "<<", "---", "...", "\u{3000}", "\u{A0}", "é", "e\u{301}", "「", "」", "0x", ".inf", "yes", "﨑",
    ]

    static func topic(using generator: inout SplitMix) -> QuestionTopic {
        let day = Day(daysSinceEpoch: Int.random(in: 15_000...20_500, using: &generator))
        let count = Int.random(in: 1...6, using: &generator)
        return QuestionTopic(
            fileName: "topic.yaml", name: line(using: &generator), lawAsOf: day,
            questions: (1...count).map { question("q-\($0)", day: day, using: &generator) })
    }

    private static func question(_ code: String, day: Day, using generator: inout SplitMix) -> QuestionDraft {
        let type = QuestionType.allCases.randomElement(using: &generator) ?? .single
        var choices: [String] = []
        while choices.count < Int.random(in: 2...9, using: &generator) || choices.count < 2 {
            let new = text(using: &generator)
            if !choices.contains(where: { LawText.folded($0) == LawText.folded(new) }) { choices.append(new) }
        }
        let places = Array(choices.indices).shuffled(using: &generator)
        let right = type == .multiple ? places.prefix(2) : places.prefix(1)
        let own = Bool.random(using: &generator)
        return QuestionDraft(
            code: code, state: Bool.random(using: &generator) ? .active : .retired,
            lawAsOf: own ? day.adding(days: 3) : day, type: type,
            level: QuestionLevel.allCases.randomElement(using: &generator) ?? .apply,
            stem: "\(code)題" + text(using: &generator).filter { !"*?[]{}".contains($0) } + "幹",
            choices: type == .trueFalse ? QuestionRevision.trueFalseChoices : choices,
            key: type == .trueFalse ? ChoiceSet([right.first.map { $0 % 2 } ?? 0]) : ChoiceSet(right),
            explanation: text(using: &generator), citations: citations(using: &generator),
            unit: ["1": "登記一課/甲: 股", "2": "30"][code.suffix(1)] ?? "")
    }

    private static func citations(using generator: inout SplitMix) -> [Citation] {
        let count = Int.random(in: 1...3, using: &generator)
        return (1...count).compactMap { number in
            guard let statute = StatuteTable.all.randomElement(using: &generator),
                let article = ArticleNumber(number, branch: Int.random(in: 0...2, using: &generator))
            else { return nil }
            return Citation(statute, article, paragraph: Bool.random(using: &generator) ? 3 : nil)
        }
    }

    /// Not empty, and without white space around it.
    private static func text(using generator: inout SplitMix) -> String {
        let count = Int.random(in: 1...8, using: &generator)
        let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        return text.trimmingWhitespace.isEmpty || LawText.folded(text).isEmpty ? "字" : text.trimmingWhitespace
    }

    private static func line(using generator: inout SplitMix) -> String {
        let line = text(using: &generator).replacing("\n", with: "")
        return line.trimmingWhitespace.isEmpty ? "題" : line.trimmingWhitespace
    }
}

extension String {
    fileprivate var trimmingWhitespace: String {
        let isSpace: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{200B}" }
        let scalars = unicodeScalars.drop(while: isSpace)
        guard let last = scalars.lastIndex(where: { !isSpace($0) }) else { return "" }
        return String(scalars[...last])
    }
}
