/// Prints a topic in the one form that comes back byte for byte after reading.
enum QuestionPrinter {
    static func print(_ topic: QuestionTopic) -> String {
        var lines = [
            "topic: \(YAMLText.printed(topic.name, indentation: 2))", "lawAsOf: \(topic.lawAsOf)", "questions:",
        ]
        for question in topic.questions { append(question, of: topic, to: &lines) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func append(_ question: QuestionDraft, of topic: QuestionTopic, to lines: inout [String]) {
        lines.append("  - id: \(text(question.code))")
        lines.append("    type: \(question.type.rawValue)")
        lines.append("    level: \(question.level.rawValue)")
        if question.lawAsOf != topic.lawAsOf { lines.append("    lawAsOf: \(question.lawAsOf)") }
        if question.state != .active { lines.append("    state: \(question.state.rawValue)") }
        if !question.unit.isEmpty { lines.append("    unit: \(text(question.unit))") }
        lines.append("    stem: \(text(question.stem))")
        let right = question.key.places.compactMap {
            question.choices.indices.contains($0) ? question.choices[$0] : nil
        }
        switch question.type {
        case .trueFalse:
            lines.append("    answer: \(question.key.contains(0))")
        case .single:
            append(question.choices, called: "choices", to: &lines)
            lines.append("    answer: \(right.first.map(text) ?? "")")
        case .multiple:
            append(question.choices, called: "choices", to: &lines)
            append(right, called: "answer", to: &lines)
        }
        lines.append("    explanation: \(text(question.explanation))")
        append(question.citations.map(\.description), called: "citations", to: &lines)
    }

    private static func append(_ items: [String], called name: String, to lines: inout [String]) {
        lines.append("    \(name):")
        for item in items { lines.append("      - \(YAMLText.printed(item, indentation: 8))") }
    }

    private static func text(_ text: String) -> String {
        YAMLText.printed(text, indentation: 6)
    }
}
