import Foundation

/// The name with which an account signs in.
enum Login {
    static let lengthLimit = 64

    /// What is longer than this, in bytes, is no login however it is folded; folding it could take seconds.
    private static let typedLimit = 1000

    /// As it is stored and compared: without space around it, half-width, in lower case.
    static func folded(_ text: String) -> String {
        guard text.utf8.count <= typedLimit else { return text }
        return text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCompatibilityMapping
            .lowercased()
    }

    /// Whether a folded login may be an account's: letters a–z, digits, `.` `_` `-` `@`, beginning with one of the
    /// former two.
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
