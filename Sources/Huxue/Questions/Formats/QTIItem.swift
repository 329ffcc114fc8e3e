import Foundation

/// One assessment item of QTI, as far as it is a choice among texts.
struct QTIItem: Sendable {
    struct Choice: Sendable {
        let identifier: String
        let text: String
    }

    /// Why the bank cannot have it; nil for an item that it can.
    private(set) var unsupported: FormatProblem.Kind?
    private(set) var type = QuestionType.single
    private(set) var stem = ""
    private(set) var choices: [Choice] = []
    /// The identifiers of the right choices.
    private(set) var right: Set<String> = []
    private(set) var explanation: String?
    private(set) var hasPartialCredit = false
    private(set) var hasInlineFeedback = false

    init(_ element: XMLElement) {
        let parts = Self.parts(of: element)
        guard let body = parts["itembody"]?.first else {
            unsupported = .unsupportedType(.description)
            return
        }
        let interactions = Self.interactions(in: body)
        guard let interaction = interactions.first, interactions.count == 1,
            QTIReader.kind(of: interaction) == "choiceinteraction"
        else {
            unsupported = .unsupportedType(Self.unsupportedType(interactions))
            return
        }
        var flow = QTIFlow(isStem: true)
        flow.add(body)
        stem = flow.text
        var hasMedia = flow.hasMedia
        for choice in interaction.elements where QTIReader.kind(of: choice) == "simplechoice" {
            var flow = QTIFlow(isStem: false)
            flow.add(choice)
            choices.append(Choice(identifier: choice.attributes["identifier"] ?? "", text: flow.text))
            hasMedia = hasMedia || flow.hasMedia
            hasInlineFeedback = hasInlineFeedback || flow.hasFeedback
        }
        let feedback = (parts["modalfeedback"] ?? []).map { element in
            var flow = QTIFlow(isStem: false)
            flow.add(element)
            return flow.text
        }.filter { !$0.isEmpty }
        explanation = feedback.isEmpty ? nil : feedback.joined(separator: "\n")
        readKey(parts["responsedeclaration"] ?? [], of: interaction)
        if hasMedia { unsupported = .media }
    }

    /// The elements directly in the item, by kind.
    private static func parts(of element: XMLElement) -> [String: [XMLElement]] {
        Dictionary(grouping: element.elements, by: QTIReader.kind)
    }

    private static func interactions(in element: XMLElement) -> [XMLElement] {
        element.elements.flatMap { element in
            QTIReader.kind(of: element).hasSuffix("interaction") ? [element] : interactions(in: element)
        }
    }

    private static func unsupportedType(_ interactions: [XMLElement]) -> FormatProblem.UnsupportedType {
        guard let first = interactions.first else { return .description }
        let kinds = Set(interactions.map(QTIReader.kind))
        if kinds.count > 1 || kinds == ["choiceinteraction"] || kinds == ["inlinechoiceinteraction"] { return .cloze }
        switch QTIReader.kind(of: first) {
        case "extendedtextinteraction": return .essay
        case "textentryinteraction": return .shortAnswer
        case "matchinteraction", "associateinteraction", "gapmatchinteraction": return .matching
        case "orderinteraction", "graphicgapmatchinteraction": return .dragging
        default: return .other(String(first.name.prefix(60)))
        }
    }

    /// The key, by the correct response or else by the points of the mapping.
    private mutating func readKey(_ declarations: [XMLElement], of interaction: XMLElement) {
        let name = interaction.attributes["response-identifier"] ?? interaction.attributes["responseIdentifier"]
        let declaration = declarations.first { $0.attributes["identifier"] == name } ?? declarations.first
        let parts = declaration.map(Self.parts) ?? [:]
        let values = parts["correctresponse"]?.first.map(Self.parts)?["value"] ?? []
        right = Set(values.map { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) })
        if right.isEmpty, let mapping = parts["mapping"]?.first {
            for entry in mapping.elements {
                let points = entry.attributes["mapped-value"] ?? entry.attributes["mappedValue"]
                let key = entry.attributes["map-key"] ?? entry.attributes["mapKey"]
                if let key, let points = points.flatMap({ Double($0) }), points > 0 { right.insert(key) }
            }
            hasPartialCredit = !right.isEmpty
        }
        let isMultiple = declaration?.attributes["cardinality"] == "multiple"
        let isTruth = choices.map(\.identifier) == ["true", "false"]
        type = isMultiple ? .multiple : isTruth ? .trueFalse : .single
    }
}
