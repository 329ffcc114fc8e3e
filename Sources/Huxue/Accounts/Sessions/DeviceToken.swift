import Foundation

/// What a browser keeps once somebody has signed in there: it tells the owner of an account from a stranger who guesses
/// at the same address.
///
/// A random mark of the browser, and one code for each login that has signed in there; see `DeviceKey`. It opens
/// nothing: a thief of it still has to guess.
struct DeviceToken: Hashable, Sendable {
    /// 256 random bits, base64url.
    let mark: String
    /// HMAC-SHA256, base64url; the latest login's first.
    let codes: [String]

    /// How many people may share a counter's browser before the first is forgotten.
    static let codeLimit = 8

    init(mark: String, codes: [String]) {
        self.mark = mark
        self.codes = codes
    }

    /// Reads `text`; nil for what cannot be a token.
    init?(_ text: some StringProtocol) {
        let parts = String(text).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard (2...(1 + Self.codeLimit)).contains(parts.count), parts.allSatisfy({ Base64URL.bytes($0)?.count == 32 })
        else { return nil }
        self.init(mark: parts[0], codes: Array(parts.dropFirst()))
    }

    /// As it stands in the cookie: the mark, then the codes, with dots between.
    var text: String { ([mark] + codes).joined(separator: ".") }
}

/// Base64 in the letters that cookies and addresses may hold, without padding.
enum Base64URL {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// 256 random bits, 43 characters.
    static func random(using generator: inout some RandomNumberGenerator) -> String {
        text((0..<4).flatMap { _ in withUnsafeBytes(of: generator.next()) { Array($0) } })
    }

    /// Nil for text that is not base64url.
    static func bytes(_ text: String) -> Data? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + padding)
    }
}
