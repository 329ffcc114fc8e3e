import Foundation

@testable import Huxue

/// Banks whose texts hold every sign that a format could take for its own, and what a file of a format says.
enum SampleFormats {
    private static let pieces = [
        "甲", "乙", "戶政事務所", "𠮷", "㐂", "𡘙", "🈶", " ", "  ", "\t", "\n", "\n\n", "\n ", "\u{3000}", "\u{A0}", "é",
        "=", "~", "#", "####", "{", "}", "{}", ":", "::", "\\", "\\n", "\\\\", "->", "//", "// ", "$CATEGORY: x",
        "%50%",
        "%", "[html]", "[markdown]", "[", "]", "[tag:x]", "<", ">", "<b>", "</p>", "<br/>", "<img src=x>", "&",
        "&nbsp;", "&amp;",
        "&#65;", "]]>", "<![CDATA[", "<!--", "\"", "'", "'=", "=1+1", "＝", "－", "@", "+", "-", ",", ";", "|", "_x0041_",
        "_",
        "1,3", "30", "00123", "2024-10-11", "TRUE", "T", "○", "×", "、", "；", "。", "「", "」", "﨑",
    ]

    static func topics(using generator: inout SplitMix) -> [QuestionTopic] {
        (1...Int.random(in: 1...3, using: &generator)).map { number in
            let day = Day(daysSinceEpoch: Int.random(in: 15_000...20_500, using: &generator))
            let name = ["出生/登記", "死亡登記", "A: b {c}", "//甲/", "top-1"].randomElement(using: &generator) ?? "甲"
            let count = Int.random(in: 1...5, using: &generator)
            return QuestionTopic(
                fileName: "t\(number).yaml", name: "\(name)\(number)", lawAsOf: day,
                questions: (1...count).map { draft("t\(number)-\($0)", day: day, using: &generator) })
        }
    }

    private static func draft(_ code: String, day: Day, using generator: inout SplitMix) -> QuestionDraft {
        let type = QuestionType.allCases.randomElement(using: &generator) ?? .single
        var choices: [String] = []
        let count = Int.random(in: 2...9, using: &generator)
        while choices.count < count {
            let new = text(using: &generator)
            if !choices.contains(where: { LawText.folded($0) == LawText.folded(new) }) { choices.append(new) }
        }
        let places = Array(choices.indices).shuffled(using: &generator)
        let right =
            type == .multiple ? places.prefix(Int.random(in: 1...choices.count, using: &generator)) : places.prefix(1)
        let emphasis = Bool.random(using: &generator) ? "*\(text(using: &generator))*" : ""
        return QuestionDraft(
            code: code, state: Bool.random(using: &generator) ? .active : .retired,
            lawAsOf: day.adding(days: Int.random(in: 0...9, using: &generator)), type: type,
            level: QuestionLevel.allCases.randomElement(using: &generator) ?? .apply,
            stem: text(using: &generator) + emphasis + code,
            choices: type == .trueFalse ? QuestionRevision.trueFalseChoices : choices,
            key: type == .trueFalse ? ChoiceSet([(right.first ?? 0) % 2]) : ChoiceSet(right),
            explanation: text(using: &generator), citations: citations(using: &generator),
            unit: ["1": "登記一課", "2": "甲]: 課/[tag:乙] 股"][code.suffix(1)] ?? "")
    }

    private static func citations(using generator: inout SplitMix) -> [Citation] {
        (1...Int.random(in: 1...3, using: &generator)).compactMap { number in
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
            .trimmingCharacters(in: .whitespacesAndNewlines)
        return LawText.folded(text).isEmpty ? "字" : text
    }

    /// What these bytes say, each text clean, as questions with their topics.
    static func read(_ bytes: [UInt8], as format: QuestionFormat) -> (bank: WrittenBank, taken: [QuestionIntake.Taken])
    {
        let bank = format.bank(of: bytes) ?? WrittenBank()
        return (bank, intake(bank).taken)
    }

    static func intake(
        _ written: WrittenBank, bank: QuestionBank = .empty, topic: String? = nil, citations: [Citation] = []
    ) -> QuestionIntake {
        QuestionIntake(
            written, bank: bank,
            defaults: .init(topic: topic, citations: citations, today: Day(daysSinceEpoch: 20_700)), names: .table)
    }

    /// A line for each finding: its place and sentence.
    static func lines(_ problems: [FormatProblem]) -> [String] {
        problems.map { QuestionFinding($0, in: "f").description }
    }
}
