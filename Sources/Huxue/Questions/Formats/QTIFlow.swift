import Foundation

/// Text out of the XHTML of a QTI item.
struct QTIFlow {
    /// Whether emphasis is kept as the bank writes it, and what stands in interactions is left out but for the prompt.
    let isStem: Bool
    private var flow = FlowText()
    private(set) var hasMedia = false
    private(set) var hasFeedback = false

    init(isStem: Bool) {
        self.isStem = isStem
    }

    /// Names the attribute that tells which white space an element stands for, as XHTML would not keep it.
    static let spaceAttribute: StaticString = "data-space"

    var text: String { flow.text.trimmingCharacters(in: .whitespacesAndNewlines) }

    mutating func add(_ element: XMLElement) {
        for part in element.content {
            switch part {
            case .text(let words): flow.add(words)
            case .element(let element): add(part: element)
            }
        }
    }

    private mutating func add(part element: XMLElement) {
        let name = element.name.lowercased()
        let kind = QTIReader.kind(of: element)
        if FlowText.mediaNames.contains(name) { hasMedia = true }
        if name == "br" { return flow.breakLine() }
        if kind == "feedbackinline" || kind == "feedbackblock" {
            hasFeedback = true
            return
        }
        // Notes for tutors and markers are no part of the question.
        if kind == "rubricblock" || kind == "simplechoice" { return }
        if let codes = element.attributes[Self.spaceAttribute.description] {
            return flow.addExactly(Self.spaces(codes))
        }
        let isBlock =
            FlowText.blockNames.contains(name) || ["choiceinteraction", "prompt", "contentbody"].contains(kind)
        let mark = isStem && FlowText.emphasisNames.contains(name) ? "*" : ""
        if isBlock { flow.breakBlock() }
        flow.add(mark)
        add(element)
        flow.add(mark)
        if isBlock { flow.breakBlock() }
    }

    /// `20 9` for a space and a tab, as hexadecimal codes.
    private static func spaces(_ codes: String) -> String {
        let scalars = codes.split(separator: " ").prefix(500).compactMap {
            UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
        }
        return String(String.UnicodeScalarView(scalars.filter { $0 == " " || $0 == "\t" }))
    }
}
