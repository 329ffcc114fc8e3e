/// Prints questions in Moodle's XML format so that nothing is lost when they are read again; see `MoodleReader`.
enum MoodlePrinter {
    static func print(_ topics: [QuestionTopic]) -> [UInt8] {
        var xml = XMLWriter()
        xml.open("quiz")
        for topic in topics {
            xml.open("question", [("type", "category")])
            xml.open("category")
            xml.lines("text", topic.name.replacing("/", with: "//"))
            xml.close("category")
            xml.close("question")
            for draft in topic.questions { add(draft, to: &xml) }
        }
        xml.close("quiz")
        return xml.bytes
    }

    private static func add(_ draft: QuestionDraft, to xml: inout XMLWriter) {
        xml.open("question", [("type", draft.type == .trueFalse ? "truefalse" : "multichoice")])
        add("name", draft.code, format: nil, to: &xml)
        // Emphasis is Markdown's; other texts are neither Markdown nor HTML, whatever is in them.
        add(
            "questiontext", draft.stem, format: draft.stem.unicodeScalars.contains("*") ? "markdown" : "plain_text",
            to: &xml)
        add("generalfeedback", draft.explanation, format: "plain_text", to: &xml)
        xml.element("defaultgrade", "1")
        xml.element("penalty", draft.type == .trueFalse ? "1" : "0.3333333")
        xml.element("hidden", draft.state == .retired ? "1" : "0")
        xml.element("idnumber", draft.code)
        if draft.type == .trueFalse {
            for (place, word) in ["true", "false"].enumerated() {
                answer(word, share: draft.key.contains(place) ? "100" : "0", format: "moodle_auto_format", to: &xml)
            }
        } else {
            xml.element("single", draft.type == .single ? "true" : "false")
            xml.element("shuffleanswers", "true")
            xml.element("answernumbering", "123")
            let share = GIFTPrinter.weight(100 / Double(max(1, draft.key.count)))
            for (place, choice) in draft.choices.enumerated() {
                let wrong = draft.type == .single ? "0" : "-100"
                answer(choice, share: draft.key.contains(place) ? share : wrong, format: "plain_text", to: &xml)
            }
        }
        xml.open("tags")
        for tag in QuestionTags.tags(of: draft) {
            xml.open("tag")
            xml.lines("text", tag)
            xml.close("tag")
        }
        xml.close("tags")
        xml.close("question")
    }

    private static func add(_ name: StaticString, _ text: String, format: String?, to xml: inout XMLWriter) {
        xml.open(name, format.map { [(name: "format" as StaticString, value: $0)] } ?? [])
        xml.lines("text", text)
        xml.close(name)
    }

    private static func answer(_ text: String, share: String, format: String, to xml: inout XMLWriter) {
        xml.open("answer", [("fraction", share), ("format", format)])
        xml.lines("text", text)
        add("feedback", "", format: "plain_text", to: &xml)
        xml.close("answer")
    }
}
