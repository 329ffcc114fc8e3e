/// Writes XML; text and attribute values are escaped, and names can only be literals in our code.
///
///     var xml = XMLWriter()
///     xml.open("entry")
///     xml.element("title", title)
///     xml.close("entry")
struct XMLWriter {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

    mutating func open(_ name: StaticString, _ attributes: [(name: StaticString, value: String)] = []) {
        start(name, attributes)
        put(">")
    }

    /// `endsLine`: false within running text, where a line break is white space.
    mutating func close(_ name: StaticString, endsLine: Bool = true) {
        put("</")
        put(name)
        put(endsLine ? ">\n" : ">")
    }

    mutating func element(
        _ name: StaticString, _ text: String, _ attributes: [(name: StaticString, value: String)] = []
    ) {
        open(name, attributes)
        put(escaped: text)
        close(name)
    }

    /// An element whose text keeps its line breaks and tabs.
    mutating func lines(
        _ name: StaticString, _ text: String, _ attributes: [(name: StaticString, value: String)] = []
    ) {
        open(name, attributes)
        put(escaped: text, keepingLines: true)
        close(name)
    }

    /// Text between two elements.
    mutating func text(_ text: String) { put(escaped: text, keepingLines: true) }

    /// An element without content.
    mutating func empty(_ name: StaticString, _ attributes: [(name: StaticString, value: String)]) {
        start(name, attributes)
        put("/>\n")
    }

    private mutating func start(_ name: StaticString, _ attributes: [(name: StaticString, value: String)]) {
        put("<")
        put(name)
        for attribute in attributes {
            put(" ")
            put(attribute.name)
            put("=\"")
            put(escaped: attribute.value)
            put("\"")
        }
    }

    private mutating func put(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func put(escaped text: String, keepingLines: Bool = false) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": put("&amp;")
            case "<": put("&lt;")
            case ">": put("&gt;")
            case "\"": put("&quot;")
            case "\t", "\n": bytes.append(keepingLines ? UInt8(scalar.value) : UInt8(ascii: " "))
            case _ where !Self.isAllowed(scalar): put("\u{FFFD}")
            default: bytes.append(contentsOf: String(Character(scalar)).utf8)
            }
        }
    }

    /// Whether XML 1.0 can contain the character at all.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
