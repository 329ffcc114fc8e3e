import Foundation

/// The rules for passwords that people choose.
///
/// Deliberately, no kinds of characters are required, and a password never has to be changed because of its age.
enum PasswordRules {
    /// The minimum lengths among which an office can choose, in characters; 15 unless it chooses 12.
    static let minimumLengths = [12, 15]
    static let byteLimit = 1000
    /// In bytes as typed; longer input is refused before Unicode composition, which could take seconds.
    static let typedLimit = 4 * byteLimit
    /// A password that only repeats a piece of up to this many characters is refused.
    private static let repeatedPieceLimit = 8

    /// Words about the password's owner, of which a password must not entirely consist.
    struct Owner: Sendable {
        let login: String
        let name: String
        let officeName: String
    }

    /// Refuses a password that is too short, too long, common, a repetition, or made of the owner's own words.
    ///
    /// `minimum`: in Unicode scalars of the composed form (NFC).
    static func check(
        _ password: String, minimum: Int, owner: Owner, common: CommonPasswords
    ) throws(PasswordRefusal) {
        guard password.utf8.count <= typedLimit else { throw .tooLong }
        let composed = StreamSafeText.key(password)
        let count = composed.unicodeScalars.count
        guard count >= minimum else { throw .tooShort(count: count, minimum: minimum) }
        guard composed.utf8.count <= byteLimit else { throw .tooLong }
        let folded = CommonPasswords.folded(composed)
        guard !isRepetition(Array(folded.unicodeScalars)) else { throw .repetition }
        guard !common.contains(composed) else { throw .common }
        guard !isMadeOf(owner, folded) else { throw .ownWords }
    }

    /// Whether the text only repeats one short piece, of which the last repetition may be cut off.
    private static func isRepetition(_ scalars: [Unicode.Scalar]) -> Bool {
        guard scalars.count > 1 else { return true }
        return (1...min(repeatedPieceLimit, scalars.count / 2)).contains { length in
            scalars.indices.dropFirst(length).allSatisfy { scalars[$0] == scalars[$0 - length] }
        }
    }

    /// Whether the password contains the owner's own words and no letter is left without them.
    private static func isMadeOf(_ owner: Owner, _ folded: String) -> Bool {
        var rest = folded
        for word in [owner.officeName, owner.login, owner.name, Terms.product, "huxue"] {
            let word = CommonPasswords.folded(word)
            if word.unicodeScalars.count > 1 { rest = rest.replacingOccurrences(of: word, with: "") }
        }
        return rest != folded && !rest.unicodeScalars.contains { $0.properties.isAlphabetic }
    }
}
