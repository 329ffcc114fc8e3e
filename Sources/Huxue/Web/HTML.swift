/// Markup, as UTF-8 bytes.
///
/// Literal text is markup; every interpolated string is escaped, so nothing typed by people can become markup by
/// accident. Interpolated `HTML` stays markup.
///
///     let row: HTML = "<td class=\"num\">\(score)</td>"
///
/// There is no way to make markup from text at run time. Attribute values are always quoted.
struct HTML: Sendable, ExpressibleByStringInterpolation {
    fileprivate(set) var bytes: [UInt8]

    static let empty: HTML = ""

    init(stringLiteral literal: StaticString) {
        bytes = literal.withUTF8Buffer { Array($0) }
    }

    init(stringInterpolation: Interpolation) {
        bytes = stringInterpolation.bytes
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// A place in a page that is filled in later.
    ///
    /// Control bytes never come out of interpolated text.
    static func slot(_ slot: PageSlot) -> HTML {
        var html = HTML.empty
        html.bytes = [slot.rawValue]
        return html
    }

    mutating func append(_ other: HTML) {
        bytes.append(contentsOf: other.bytes)
    }

    static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum.append(right)
        return sum
    }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8]

        init(literalCapacity: Int, interpolationCount: Int) {
            bytes = []
            bytes.reserveCapacity(literalCapacity + interpolationCount * 32)
        }

        mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        mutating func appendInterpolation(_ markup: HTML) {
            bytes.append(contentsOf: markup.bytes)
        }

        /// Nothing for nil.
        mutating func appendInterpolation(_ markup: HTML?) {
            if let markup { bytes.append(contentsOf: markup.bytes) }
        }

        mutating func appendInterpolation(_ text: some StringProtocol) {
            appendEscaped(text)
        }

        /// Nothing for nil.
        mutating func appendInterpolation(_ text: String?) {
            if let text { appendEscaped(text) }
        }

        mutating func appendInterpolation(_ number: some BinaryInteger) {
            bytes.append(contentsOf: String(number).utf8)
        }

        mutating func appendInterpolation<Entity>(_ id: ID<Entity>) {
            bytes.append(contentsOf: String(id.rawValue).utf8)
        }

        /// A typed address of ours.
        mutating func appendInterpolation(_ address: Address) {
            appendEscaped(address.text)
        }

        /// One piece of markup for each item, in order.
        mutating func appendInterpolation<Items: Sequence>(each items: Items, _ markup: (Items.Element) -> HTML) {
            for item in items { bytes.append(contentsOf: markup(item).bytes) }
        }

        /// The markup when `condition` holds, otherwise nothing.
        mutating func appendInterpolation(when condition: Bool, _ markup: @autoclosure () -> HTML) {
            if condition { bytes.append(contentsOf: markup().bytes) }
        }

        private mutating func appendEscaped(_ text: some StringProtocol) {
            guard text.utf8.withContiguousStorageIfAvailable({ appendEscaped($0) }) == nil else { return }
            Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) }
        }

        /// Nearly all of a text needs no escape, and is taken in long pieces.
        private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
            var start = 0
            for place in text.indices {
                let escape: StaticString
                switch text[place] {
                case UInt8(ascii: "&"): escape = "&amp;"
                case UInt8(ascii: "<"): escape = "&lt;"
                case UInt8(ascii: ">"): escape = "&gt;"
                case UInt8(ascii: "\""): escape = "&quot;"
                case UInt8(ascii: "'"): escape = "&#39;"
                case 0..<9, 11, 12, 14..<32: escape = "\u{FFFD}"
                default: continue
                }
                bytes.append(contentsOf: text[start..<place])
                appendLiteral(escape)
                start = place + 1
            }
            bytes.append(contentsOf: text[start...])
        }
    }
}
