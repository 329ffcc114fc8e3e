import Crypto
import Foundation

/// What stands in the address of somebody's own feeds: 256 random bits, of which only the SHA-256 is stored.
struct FeedToken: Sendable {
    /// Base64url without padding, 43 characters.
    let text: String

    init(using generator: inout some RandomNumberGenerator) {
        text = Base64URL.random(using: &generator)
    }

    /// Nil for text that cannot be a token.
    init?(_ text: String) {
        guard text.utf8.count == 43 else { return nil }
        self.text = text
    }

    var hash: Data { Data(SHA256.hash(data: Data(text.utf8))) }
}
