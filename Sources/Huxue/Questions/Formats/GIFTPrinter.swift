/// Prints questions in GIFT so that nothing is lost when they are read again; see `GIFTReader`.
enum GIFTPrinter {
    static func print(_ topics: [QuestionTopic]) -> String {
        topics.map { topic in
            "$CATEGORY: \(topic.name.replacing("/", with: "//"))\n\n" + topic.questions.map(print).joined()
        }.joined()
    }

    private static func print(_ draft: QuestionDraft) -> String {
        let tags = QuestionTags.tags(of: draft).map { " [tag:\($0.replacing("]", with: "\\]"))]" }.joined()
        // Emphasis is Markdown's; other texts are neither Markdown nor HTML, whatever is in them.
        let format = draft.stem.unicodeScalars.contains("*") ? GIFTFormat.markdown : .plain
        return """
            // [id:\(draft.code)]\(tags)
            ::\(escaped(draft.code))::[\(format.rawValue)]\(escaped(draft.stem)) {
            \(answers(of: draft))\t####\(guarded(draft.explanation))
            }


            """
    }

    private static func answers(of draft: QuestionDraft) -> String {
        if draft.type == .trueFalse { return draft.key.contains(0) ? "TRUE\n" : "FALSE\n" }
        let share = weight(100 / Double(max(1, draft.key.count)))
        return draft.choices.enumerated().map { place, choice in
            let isRight = draft.key.contains(place)
            let sign =
                draft.type == .multiple
                ? "~%\(isRight ? share : "-100")%" : isRight ? "=" : choice.hasPrefix("%") ? "~%0%" : "~"
            return "\t\(sign)\(guarded(choice))\n"
        }.joined()
    }

    /// As Moodle writes shares: `50`, `33.33333`.
    static func weight(_ share: Double) -> String {
        let digits = String(Int((share * 100_000).rounded()))
        guard share < 100 else { return "100" }
        let part = digits.suffix(5).trimmingSuffix("0")
        return digits.dropLast(5) + (part.isEmpty ? "" : "." + part)
    }

    /// A text that begins with a bracket could be taken for one that names its format.
    private static func guarded(_ text: String) -> String {
        (text.hasPrefix("[") ? "[\(GIFTFormat.plain.rawValue)]" : "") + escaped(text)
    }

    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if "\\~=#{}:".unicodeScalars.contains(scalar) { escaped.append("\\") }
            if scalar == "\n" { escaped.append(contentsOf: "\\n".unicodeScalars) } else { escaped.append(scalar) }
        }
        return String(escaped)
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ mark: Character) -> Substring {
        var rest = self
        while rest.last == mark { rest.removeLast() }
        return rest
    }
}
