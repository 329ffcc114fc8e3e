/// Details as the log stores them: JSON with the names in a fixed order, so that a row always has the same hash.
enum AuditDetailText {
    /// The detail as JSON; the empty string when it has no values.
    static func print(_ detail: AuditDetail) -> String {
        guard !detail.isEmpty else { return "" }
        var text = ""
        write(detail, to: &text)
        return text
    }

    private static func write(_ detail: AuditDetail, to text: inout String) {
        text += "{"
        for (index, pair) in detail.pairs.enumerated() {
            if index > 0 { text += "," }
            write(pair.name, to: &text)
            text += ":"
            write(pair.value, to: &text)
        }
        text += "}"
    }

    private static func write(_ value: AuditValue, to text: inout String) {
        switch value {
        case .text(let string): write(string, to: &text)
        case .number(let number): text += String(number)
        case .detail(let detail): write(detail, to: &text)
        case .list(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                write(value, to: &text)
            }
            text += "]"
        }
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case _ where scalar.value < 0x20:
                text += "\\u" + (scalar.value < 0x10 ? "000" : "00") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }

    /// The detail that `print` wrote as `text`; nil for other text, as in rows older than 115/11/30 (2026-11-30).
    static func read(_ text: String) -> AuditDetail? {
        guard text.utf8.first == UInt8(ascii: "{") else { return nil }
        var reader = AuditDetailReader(text)
        guard case .detail(let detail) = reader.value(), reader.isAtEnd else { return nil }
        return detail
    }
}

/// A parser for the JSON of one detail.
private struct AuditDetailReader {
    private let bytes: [UInt8]
    private var index = 0
    private static let depthLimit = 8
    private var depth = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { index == bytes.count }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    mutating func value() -> AuditValue? {
        guard index < bytes.count, depth < Self.depthLimit else { return nil }
        depth += 1
        defer { depth -= 1 }
        switch bytes[index] {
        case UInt8(ascii: "\""): return string().map(AuditValue.text)
        case UInt8(ascii: "{"): return detail()
        case UInt8(ascii: "["): return list()
        default: return number()
        }
    }

    private mutating func detail() -> AuditValue? {
        index += 1
        var pairs: [(String, AuditValue?)] = []
        guard !take("}") else { return .detail([:]) }
        repeat {
            guard let name = string(), take(":"), let value = value() else { return nil }
            pairs.append((name, value))
        } while take(",")
        return take("}") ? .detail(AuditDetail(pairs)) : nil
    }

    private mutating func list() -> AuditValue? {
        index += 1
        var values: [AuditValue] = []
        guard !take("]") else { return .list([]) }
        repeat {
            guard let value = value() else { return nil }
            values.append(value)
        } while take(",")
        return take("]") ? .list(values) : nil
    }

    private mutating func number() -> AuditValue? {
        let start = index
        while index < bytes.count, bytes[index] == UInt8(ascii: "-") || (0x30...0x39).contains(bytes[index]) {
            index += 1
        }
        return Int(String(decoding: bytes[start..<index], as: UTF8.self)).map(AuditValue.number)
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        var found: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: found, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let escaped = escaped() else { return nil }
                found.append(escaped)
            default: found.append(byte)
            }
        }
        return nil
    }

    private mutating func escaped() -> UInt8? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "u") where index + 4 <= bytes.count:
            defer { index += 4 }
            return UInt8(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        default: return nil
        }
    }
}
