import Foundation

/// What a chosen password must be.
///
/// There are no rules about kinds of characters, and no forced change.
enum PasswordRules {
    /// From which an office may choose: 15, or 12 where it decided so.
    static let minimumLengths = [12, 15]
    static let byteLimit = 1000
    /// Bytes as typed beyond which composing, which can take seconds, is not even tried.
    static let typedLimit = 4 * byteLimit
    /// Repeating a piece of up to this many characters makes no long password.
    private static let repeatedPieceLimit = 8

    /// Whose password it is: words that must not be all there is to it.
    struct Owner: Sendable {
        let login: String
        let name: String
        let officeName: String
    }

    /// `minimum`: in characters: Unicode scalars of the composed form (NFC), whatever the script.
    static func check(
        _ password: String, minimum: Int, owner: Owner, common: CommonPasswords
    ) throws(PasswordRefusal) {
        guard password.utf8.count <= typedLimit else { throw .tooLong }
        let composed = password.precomposedStringWithCanonicalMapping
        let count = composed.unicodeScalars.count
        guard count >= minimum else { throw .tooShort(count: count, minimum: minimum) }
        guard composed.utf8.count <= byteLimit else { throw .tooLong }
        let folded = CommonPasswords.folded(composed)
        guard !isRepetition(Array(folded.unicodeScalars)) else { throw .repetition }
        guard !common.contains(composed) else { throw .common }
        guard !isMadeOf(owner, folded) else { throw .ownWords }
    }

    /// Whether nothing but a short piece is repeated to the end, the last time perhaps cut short.
    private static func isRepetition(_ scalars: [Unicode.Scalar]) -> Bool {
        guard scalars.count > 1 else { return true }
        return (1...min(repeatedPieceLimit, scalars.count / 2)).contains { length in
            scalars.indices.dropFirst(length).allSatisfy { scalars[$0] == scalars[$0 - length] }
        }
    }

    /// Whether no letter is left once the owner's own words are taken out.
    private static func isMadeOf(_ owner: Owner, _ folded: String) -> Bool {
        var rest = folded
        for word in [owner.officeName, owner.login, owner.name, Terms.product, "huxue"] {
            let word = CommonPasswords.folded(word)
            if word.unicodeScalars.count > 1 { rest = rest.replacingOccurrences(of: word, with: "") }
        }
        return rest != folded && !rest.unicodeScalars.contains { $0.properties.isAlphabetic }
    }
}
