import Crypto
import Foundation

/// Names of feeds and entries that stay the same for ever, whatever the site's address: UUIDs made of a digest.
///
/// Source: RFC 9562, version 8.
enum FeedIdentity {
    /// `parts`: what tells it from all others, the office first.
    static func urn(_ parts: String...) -> String {
        var bytes = Array(SHA256.hash(data: Data(parts.joined(separator: "\n").utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { String(UInt16($0) | 0x100, radix: 16).dropFirst() }.joined()
        let lengths = [8, 4, 4, 4, 12]
        var rest = Substring(digits)
        let groups = lengths.map { length in
            defer { rest = rest.dropFirst(length) }
            return String(rest.prefix(length))
        }
        return "urn:uuid:" + groups.joined(separator: "-")
    }
}
