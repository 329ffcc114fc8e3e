/// An address within this site, made by code and never from text that people typed.
struct Address: Sendable, Hashable, ExpressibleByStringInterpolation {
    let text: String

    init(stringLiteral literal: StaticString) {
        text = literal.description
    }

    init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
    }

    /// The same address with these query items added, values percent-encoded; items with an empty value are left out.
    func with(_ query: [(name: String, value: String)]) -> Address {
        let items = query.filter { !$0.value.isEmpty }.map { "\($0.name)=\(Self.encoded($0.value))" }
        let mark = text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
        return items.isEmpty ? self : Address(made: text + mark + items.joined(separator: "&"))
    }

    private init(made text: String) {
        self.text = text
    }

    /// Reads the page to return to after signing in; nil unless it is a plain path of this site.
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
