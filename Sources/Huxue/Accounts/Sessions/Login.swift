import Foundation

/// The name with which an account signs in.
enum Login {
    static let lengthLimit = 64

    /// In bytes; longer text is no login and is not even folded, which could take seconds.
    private static let typedLimit = 1000

    /// The login as stored and compared: trimmed, in half-width and lower case.
    static func folded(_ text: String) -> String {
        guard text.utf8.count <= typedLimit else { return text }
        return StreamSafeText.compatible(text.trimmingCharacters(in: .whitespacesAndNewlines))
            .lowercased()
    }

    /// Whether a folded login is valid: letters a–z, digits, `.` `_` `-` `@`, beginning with a letter or digit.
    static func isAllowed(_ folded: String) -> Bool {
        guard let first = folded.utf8.first, isLetterOrDigit(first), folded.utf8.count <= lengthLimit else {
            return false
        }
        return folded.utf8.allSatisfy { isLetterOrDigit($0) || Array("._-@".utf8).contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
