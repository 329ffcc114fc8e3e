import Crypto
import Foundation

/// The secret of a signed-in browser: 256 random bits, of which the server stores only the SHA-256.
struct SessionToken: Sendable {
    /// Base64url without padding, 43 characters.
    let text: String

    init(using generator: inout some RandomNumberGenerator) {
        text = Base64URL.random(using: &generator)
    }

    /// Parses `text`; nil when it cannot be a token.
    init?(_ text: some StringProtocol) {
        guard text.utf8.count == 43 else { return nil }
        self.text = String(text)
    }

    var hash: Data { Data(SHA256.hash(data: Data(text.utf8))) }

    /// The token that every form of the session must contain; derived from this one, so that it need not be stored.
    var formToken: String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("form".utf8), using: SymmetricKey(data: Data(text.utf8)))
        return Base64URL.text(code)
    }
}
