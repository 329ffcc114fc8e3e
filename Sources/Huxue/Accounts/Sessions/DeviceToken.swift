import Foundation

/// A token by which a browser is recognised as one where an account has signed in before.
///
/// It lets `SignInThrottle` tell the owner of an account from somebody who guesses at the same network address. It
/// consists of a random mark of the browser and one code for each login that has signed in there; see `DeviceKey`.
/// It gives no access: whoever steals it still has to guess the password.
struct DeviceToken: Hashable, Sendable {
    /// 256 random bits, base64url.
    let mark: String
    /// HMAC-SHA256 codes in base64url, the most recent login first.
    let codes: [String]

    /// How many logins one browser remembers; beyond that the one that signed in longest ago is dropped.
    static let codeLimit = 8

    init(mark: String, codes: [String]) {
        self.mark = mark
        self.codes = codes
    }

    /// Parses `text`; nil when it cannot be a token.
    init?(_ text: some StringProtocol) {
        let parts = String(text).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard (2...(1 + Self.codeLimit)).contains(parts.count), parts.allSatisfy({ Base64URL.bytes($0)?.count == 32 })
        else { return nil }
        self.init(mark: parts[0], codes: Array(parts.dropFirst()))
    }

    /// The value of the cookie: the mark, then the codes, separated by dots.
    var text: String { ([mark] + codes).joined(separator: ".") }
}

/// Base64url: base64 without padding, in characters that cookies and addresses may contain.
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
