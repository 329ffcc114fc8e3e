/// Prints questions as a QTI 3 package: an item for each, and a manifest with what QTI has no field for.
enum QTIPrinter {
    private static let itemSpace = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
    private static let packageSpace = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
    private static let metadataSpace = "http://ltsc.ieee.org/xsd/LOM"
    private static let match = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"
    private static let feedbackOutcome = "FEEDBACK"
    private static let explanation = "explanation"

    static func print(_ topics: [QuestionTopic]) -> [UInt8] {
        var zip = ZipWriter()
        let drafts = topics.flatMap { topic in topic.questions.map { (topic.name, $0) } }
        zip.add("imsmanifest.xml", manifest(drafts))
        for (place, (_, draft)) in drafts.enumerated() { zip.add(path(place), item(draft, number: place)) }
        return zip.finished()
    }

    private static func path(_ place: Int) -> String { "items/\(identifier(place)).xml" }
    private static func identifier(_ place: Int) -> String { "item-\(place + 1)" }

    private static func manifest(_ drafts: [(topic: String, draft: QuestionDraft)]) -> [UInt8] {
        var xml = XMLWriter()
        xml.open("manifest", [("xmlns", packageSpace), ("identifier", "questions")])
        xml.open("metadata")
        xml.element("schema", "QTI Package")
        xml.element("schemaversion", "3.0.0")
        xml.close("metadata")
        xml.empty("organizations", [])
        xml.open("resources")
        for (place, (topic, draft)) in drafts.enumerated() {
            xml.open(
                "resource",
                [("identifier", identifier(place)), ("type", "imsqti_item_xmlv3p0"), ("href", path(place))])
            xml.open("metadata")
            xml.open("lom", [("xmlns", metadataSpace)])
            xml.open("general")
            xml.open("identifier")
            xml.lines("catalog", QTIManifest.catalog)
            xml.lines("entry", draft.code)
            xml.close("identifier")
            for tag in QuestionTags.tags(of: draft, topic: topic) {
                xml.open("keyword")
                xml.lines("string", tag)
                xml.close("keyword")
            }
            xml.close("general")
            xml.close("lom")
            xml.close("metadata")
            xml.empty("file", [("href", path(place))])
            xml.close("resource")
        }
        xml.close("resources")
        xml.close("manifest")
        return xml.bytes
    }

    private static func item(_ draft: QuestionDraft, number: Int) -> [UInt8] {
        var xml = XMLWriter()
        xml.open(
            "qti-assessment-item",
            [
                ("xmlns", itemSpace), ("identifier", identifier(number)), ("title", draft.code), ("adaptive", "false"),
                ("time-dependent", "false"), ("xml:lang", "zh-Hant-TW"),
            ])
        declare(draft, in: &xml)
        xml.open("qti-item-body")
        xml.open("p")
        add(stem: draft.stem, to: &xml)
        xml.close("p")
        xml.open(
            "qti-choice-interaction",
            [
                ("response-identifier", "RESPONSE"), ("shuffle", draft.type == .trueFalse ? "false" : "true"),
                ("max-choices", draft.type == .multiple ? "0" : "1"),
            ])
        for (place, choice) in draft.choices.enumerated() {
            xml.open("qti-simple-choice", [("identifier", name(of: place, in: draft))])
            add(choice, to: &xml)
            xml.close("qti-simple-choice")
        }
        xml.close("qti-choice-interaction")
        xml.close("qti-item-body")
        xml.empty("qti-response-processing", [("template", match)])
        xml.open(
            "qti-modal-feedback",
            [("outcome-identifier", feedbackOutcome), ("identifier", explanation), ("show-hide", "show")])
        xml.open("qti-content-body")
        xml.open("p")
        add(draft.explanation, to: &xml)
        xml.close("p")
        xml.close("qti-content-body")
        xml.close("qti-modal-feedback")
        xml.close("qti-assessment-item")
        return xml.bytes
    }

    private static func name(of place: Int, in draft: QuestionDraft) -> String {
        draft.type == .trueFalse ? (place == 0 ? "true" : "false") : "choice-\(place + 1)"
    }

    private static func declare(_ draft: QuestionDraft, in xml: inout XMLWriter) {
        xml.open(
            "qti-response-declaration",
            [
                ("identifier", "RESPONSE"), ("cardinality", draft.type == .multiple ? "multiple" : "single"),
                ("base-type", "identifier"),
            ])
        xml.open("qti-correct-response")
        for place in draft.key.places { xml.lines("qti-value", name(of: place, in: draft)) }
        xml.close("qti-correct-response")
        xml.close("qti-response-declaration")
        xml.empty(
            "qti-outcome-declaration", [("identifier", "SCORE"), ("cardinality", "single"), ("base-type", "float")])
        xml.open(
            "qti-outcome-declaration",
            [("identifier", feedbackOutcome), ("cardinality", "single"), ("base-type", "identifier")])
        xml.open("qti-default-value")
        xml.lines("qti-value", explanation)
        xml.close("qti-default-value")
        xml.close("qti-outcome-declaration")
    }

    /// A stem as XHTML, with its emphasis.
    private static func add(stem: String, to xml: inout XMLWriter) {
        let parts = stem.unicodeScalars.split(separator: "*", omittingEmptySubsequences: false)
        for (place, part) in parts.enumerated() {
            if place % 2 == 1 { xml.open("em") }
            add(String(part), to: &xml)
            if place % 2 == 1 { xml.close("em", endsLine: false) }
        }
    }

    /// Text as XHTML: line breaks as `br`, and white space that XHTML would lose as an element that says what it is.
    private static func add(_ text: String, to xml: inout XMLWriter) {
        for (place, line) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if place > 0 { xml.empty("br", []) }
            var rest = line
            while !rest.isEmpty {
                let words = rest.prefix { $0 != " " && $0 != "\t" }
                xml.text(String(words))
                rest = rest.dropFirst(words.count)
                let spaces = rest.prefix { $0 == " " || $0 == "\t" }
                rest = rest.dropFirst(spaces.count)
                if spaces.elementsEqual([" "]), !words.isEmpty, !rest.isEmpty {
                    xml.text(" ")
                } else if !spaces.isEmpty {
                    let codes = spaces.map { String($0.value, radix: 16) }.joined(separator: " ")
                    xml.open("span", [(QTIFlow.spaceAttribute, codes)])
                    xml.close("span", endsLine: false)
                }
            }
        }
    }
}
