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
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
                case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
                case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
                case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
                case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
                case 0..<9, 11, 12, 14..<32: bytes.append(contentsOf: "\u{FFFD}".utf8)
                default: bytes.append(byte)
                }
            }
        }
    }
}

/// An address within this site, made by code and never from text that people typed.
struct Address: Sendable, Hashable, ExpressibleByStringInterpolation {
    let text: String

    init(stringLiteral literal: StaticString) {
        text = literal.description
    }

    init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
    }

    /// The same address with these query items, values percent-encoded; items with an empty value are left out.
    func with(_ query: [(name: String, value: String)]) -> Address {
        let items = query.filter { !$0.value.isEmpty }.map { "\($0.name)=\(Self.encoded($0.value))" }
        return items.isEmpty ? self : Address(made: text + "?" + items.joined(separator: "&"))
    }

    private init(made text: String) {
        self.text = text
    }

    /// Reads where to go after signing in; nil unless it is a plain path of this site.
    init?(local text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.text = text
    }

    static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                encoded += byte < 16 ? "%0" : "%"
                encoded += String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 8)
        }

        mutating func appendLiteral(_ literal: StaticString) {
            text += literal.description
        }

        mutating func appendInterpolation<Entity>(_ id: ID<Entity>) {
            text += id.description
        }

        mutating func appendInterpolation(_ number: Int) {
            text += String(number)
        }

        mutating func appendInterpolation(_ address: Address) {
            text += address.text
        }

        /// One segment of a path, percent-encoded.
        mutating func appendInterpolation(segment: String) {
            text += Address.encoded(segment)
        }
    }
}

/// What changes in a page from one second to the next.
enum PageSlot: UInt8, Sendable {
    case remainingSeconds = 1
    case remainingClock = 2
    case serverMilliseconds = 3
}

/// A page rendered once, with slots to be filled in for each visit.
struct PageTemplate: Sendable {
    private var pieces: [(text: [UInt8], slot: PageSlot?)] = []
    private let length: Int

    init(_ page: HTML) {
        length = page.bytes.count
        var start = page.bytes.startIndex
        for (place, byte) in page.bytes.enumerated() {
            guard let slot = PageSlot(rawValue: byte) else { continue }
            pieces.append((Array(page.bytes[start..<place]), slot))
            start = place + 1
        }
        pieces.append((Array(page.bytes[start...]), nil))
    }

    /// The page as UTF-8 bytes.
    func filled(_ value: (PageSlot) -> String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length + 64)
        for piece in pieces {
            bytes.append(contentsOf: piece.text)
            if let slot = piece.slot { bytes.append(contentsOf: value(slot).utf8) }
        }
        return bytes
    }
}
