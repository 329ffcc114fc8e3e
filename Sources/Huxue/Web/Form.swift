import Foundation

/// The fields of a submitted form (`application/x-www-form-urlencoded`) or of a query.
///
/// A field is read by name; one that should stand once and stands twice is refused.
struct Form: Sendable {
    private var values: [String: [String]] = [:]

    /// - Throws: `CommonRefusal.invalid` for bytes that are not UTF-8, broken escapes or more than 2,000 fields.
    init(decoding text: some StringProtocol) throws {
        let pairs = text.utf8.split(separator: UInt8(ascii: "&"))
        guard pairs.count <= 2000 else { throw CommonRefusal.invalid("表單的欄位太多，沒有處理。") }
        for pair in pairs {
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(halves[0]), let value = halves.count == 2 ? Self.decoded(halves[1]) : ""
            else { throw Self.unreadable }
            values[try Self.checked(name), default: []].append(try Self.checked(value))
        }
    }

    /// The fields of a form that came with files.
    /// - Throws: `CommonRefusal.invalid`, as for any other form.
    init(uploaded fields: [String: [String]]) throws {
        for text in Array(fields.keys) + fields.values.joined() { _ = try Self.checked(text) }
        values = fields
    }

    private static var unreadable: CommonRefusal {
        .invalid("表單含有無法辨識的文字（不是 UTF-8），沒有處理。請重新輸入後再送一次。")
    }

    /// Before the text is compared with anything; even as a key of a dictionary it would be normalised.
    private static func checked(_ text: String) throws -> String {
        // SQLite ends text at a NUL, so the stored text would not be the text that was checked.
        guard !text.utf8.contains(0) else { throw unreadable }
        guard StreamSafeText.holds(text) else {
            throw CommonRefusal.invalid("表單的文字疊了太多附加符號，沒有處理。請重新輸入後再送一次。")
        }
        return text
    }

    init(_ fields: [String: [String]] = [:]) {
        values = fields
    }

    /// The value of `name`, without space around it and what nobody sees, in composed form; empty when missing.
    ///
    /// `keepingTurns`: whether signs of direction stay, for a reader who refuses them; see `InvisibleText`.
    ///
    /// - Throws: `CommonRefusal.invalid` when the field stands more than once.
    func text(_ name: String, keepingTurns: Bool = false) throws -> String {
        StreamSafeText.composed(
            InvisibleText.removed(from: try verbatim(name), keepingTurns: keepingTurns)
                .trimmingCharacters(in: .whitespacesAndNewlines))
    }

    /// The value of `name` exactly as sent, for passwords; empty when missing.
    func verbatim(_ name: String) throws -> String {
        let found = values[name] ?? []
        guard found.count <= 1 else { throw CommonRefusal.invalid("欄位「\(name)」重複出現，沒有處理。請重新整理頁面後再送一次。") }
        return found.first ?? ""
    }

    /// All values of `name`, in order, without what nobody sees; empty when missing.
    func all(_ name: String) -> [String] { (values[name] ?? []).map { InvisibleText.removed(from: $0) } }

    func has(_ name: String) -> Bool { values[name] != nil }

    /// The whole number in `name`; nil when missing or not a number.
    func number(_ name: String) throws -> Int? { Self.number(typed: try text(name)) }

    /// A whole number from 0 that an address carries; 0 for anything else.
    func count(_ name: String) throws -> Int { max(0, try number(name) ?? 0) }

    /// A whole number as people type it, full-width digits included; nil for anything else.
    static func number(typed text: String) -> Int? { Int(ROCDate.halfWidth(text)) }

    /// The words of a field, separated by white space or any comma.
    static func words(typed text: String) -> [String] {
        text.split { $0.isWhitespace || ",，、;；".contains($0) }.map(String.init)
    }

    /// The lines of a field without the empty ones.
    static func lines(typed text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    var names: [String] { Array(values.keys) }

    private static func decoded(_ bytes: some Collection<UInt8>) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(hexDigit), let low = iterator.next().flatMap(hexDigit)
                else { return nil }
                result.append(high << 4 | low)
            default: result.append(byte)
            }
        }
        return String(validating: result, as: UTF8.self)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
