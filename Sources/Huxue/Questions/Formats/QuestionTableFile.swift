/// The table in which questions stand in CSV and XLSX: its columns, and the words in its cells.
enum QuestionTableFile {
    /// The sheet of the questions, and the one that explains it.
    static let sheet = "試題"
    static let explanationSheet = "說明"

    enum Column: Hashable, Sendable {
        case code, topic, type, level, stem
        /// Counted from 0.
        case choice(Int)
        case answer, explanation, citations, lawAsOf, state, unit

        static let all: [Column] =
            [.code, .topic, .type, .level, .stem] + (0..<QuestionReader.choiceLimit).map(Column.choice)
            + [.answer, .explanation, .citations, .lawAsOf, .state, .unit]

        /// Without these no table is one of questions.
        static let required: [Column] = [.type, .stem, .answer]

        var title: String {
            switch self {
            case .code: "代號"
            case .topic: "主題"
            case .type: "題型"
            case .level: "認知層次"
            case .stem: "題幹"
            case .choice(let place): "選項\(place + 1)"
            case .answer: "答案"
            case .explanation: "詳解"
            case .citations: "法源依據"
            case .lawAsOf: "依據法規日期"
            case .state: "狀態"
            case .unit: "單位"
            }
        }

        var field: WrittenQuestion.Field {
            switch self {
            case .code: .code
            case .topic: .topic
            case .type: .type
            case .level: .level
            case .stem: .stem
            case .choice(let place): .choice(place)
            case .answer: .answer
            case .explanation: .explanation
            case .citations: .citations
            case .lawAsOf: .lawAsOf
            case .state: .state
            case .unit: .unit
            }
        }

        private static let byTitle = Dictionary(all.map { (LawText.folded($0.title), $0) }) { first, _ in first }

        /// Width and white space make no difference.
        static func titled(_ title: String) -> Column? { byTitle[LawText.folded(title)] }
    }

    static let types = QuestionType.allCases.map(QuestionTerms.name)
    static let levels = QuestionLevel.allCases.map(QuestionTerms.name)
    static let states = QuestionState.allCases.map(QuestionTerms.name)

    static func words(_ names: [String]) -> String { names.joined(separator: "、") }

    static func type(_ text: String) -> QuestionType? {
        let text = LawText.folded(text)
        if text == "多選" || text == "多選題" { return .multiple }
        return QuestionType.allCases.first { type in
            let name = QuestionTerms.name(of: type)
            return [name, name + "題", type.rawValue].map(LawText.folded).contains(text)
        }
    }

    static func level(_ text: String) -> QuestionLevel? {
        let text = LawText.folded(text)
        return QuestionLevel.allCases.first {
            [QuestionTerms.name(of: $0), $0.rawValue].map(LawText.folded).contains(text)
        }
    }

    static func state(_ text: String) -> QuestionState? {
        let text = LawText.folded(text)
        if text == "停用" { return .retired }
        return QuestionState.allCases.first {
            [QuestionTerms.name(of: $0), $0.rawValue].map(LawText.folded).contains(text)
        }
    }

    private static let trueWords = Set(["○", "o", "v", "✓", "是", "對", "正確", "真", "true", "t"].map(LawText.folded))
    private static let falseWords = Set(["×", "x", "✗", "否", "錯", "錯誤", "不正確", "假", "false", "f"].map(LawText.folded))

    /// Whether a statement is true; nil for other words.
    static func truth(_ text: String) -> Bool? {
        let text = LawText.folded(text)
        return trueWords.contains(text) ? true : falseWords.contains(text) ? false : nil
    }

    /// The right choices: numbers from 1, letters from A, or the text of one; nil for anything else.
    static func key(_ text: String, among choices: [String]) -> ChoiceSet? {
        // Longer than any choice, in UTF-8.
        guard text.utf8.count <= 4 * QuestionReader.choiceTextLimit else { return nil }
        let places = text.split { "、,，;；/／".contains($0) || $0.isWhitespace }.map {
            place(String($0), of: choices.count)
        }
        if !places.isEmpty, !places.contains(nil) { return ChoiceSet(places.compactMap { $0 }) }
        let folded = LawText.folded(text)
        return choices.firstIndex { LawText.folded($0) == folded }.map { ChoiceSet([$0]) }
    }

    private static func place(_ text: String, of count: Int) -> Int? {
        let folded = LawText.folded(text).replacing(/[()]/, with: "")
        let number =
            Int(folded)
            ?? folded.unicodeScalars.first.flatMap { letter in
                folded.unicodeScalars.count == 1 && ("a"..."i").contains(letter) ? Int(letter.value) - 96 : nil
            }
        return number.flatMap { (1...max(1, count)).contains($0) ? $0 - 1 : nil }
    }

    /// The cells of a question, in the order of the columns.
    static func cells(of draft: QuestionDraft, topic: String) -> [String] {
        Column.all.map { column in
            switch column {
            case .code: draft.code
            case .topic: topic
            case .type: QuestionTerms.name(of: draft.type)
            case .level: QuestionTerms.name(of: draft.level)
            case .stem: draft.stem
            case .choice(let place):
                draft.type != .trueFalse && draft.choices.indices.contains(place) ? draft.choices[place] : ""
            case .answer:
                draft.type == .trueFalse
                    ? (draft.key.contains(0) ? "○" : "×")
                    : draft.key.places.map { String($0 + 1) }.joined(separator: ",")
            case .explanation: draft.explanation
            case .citations: draft.citations.map(\.description).joined(separator: "\n")
            case .lawAsOf: draft.lawAsOf.description
            case .state: QuestionTerms.name(of: draft.state)
            case .unit: draft.unit
            }
        }
    }
}
