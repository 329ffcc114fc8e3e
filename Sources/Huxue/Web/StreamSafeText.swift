import Foundation

/// Text whose characters are short enough to be compared, normalised and divided in linear time.
///
/// Normalising sorts runs of combining marks, and comparing normalises: with a run without end that takes quadratic time,
/// and one text could keep a core busy for minutes. So every text from outside is checked where it comes in, and
/// normalised by nothing but the functions here. Source: UAX #15, section 13, "Stream-Safe Text Format".
enum StreamSafeText {
    /// How many marks may follow a character.
    static let markLimit = 30

    /// Whether no character has more than 30 marks.
    ///
    /// A character is what a reader sees as one: combining marks, joiners and joined emoji count to the one before.
    static func holds(_ text: some StringProtocol) -> Bool {
        if text.unicodeScalars.allSatisfy(standsAlone) { return true }
        var marks = 0
        var isJoined = false
        for scalar in text.unicodeScalars {
            marks = isJoined || belongsToTheLast(scalar) ? marks + 1 : 0
            if marks > markLimit { return false }
            isJoined = scalar == joiner
        }
        return true
    }

    /// The text in composed form (NFC), with its ideographs as they were typed.
    ///
    /// NFC would replace compatibility ideographs such as 不 (U+F967), with which whole files are written; a text keeps them.
    static func composed(_ text: String) -> String {
        let scalars = bounded(text).unicodeScalars
        guard scalars.contains(where: isCompatibilityIdeograph) else { return key(text) }
        var composed = String.UnicodeScalarView()
        var rest = scalars[...]
        while let place = rest.firstIndex(where: isCompatibilityIdeograph) {
            composed.append(contentsOf: key(String(rest[..<place])).unicodeScalars)
            composed.append(rest[place])
            rest = rest[rest.index(after: place)...]
        }
        composed.append(contentsOf: key(String(rest)).unicodeScalars)
        return String(composed)
    }

    /// The text in Unicode's composed form (NFC), for names by which things are found: ids, topics, units, passwords.
    static func key(_ text: String) -> String { bounded(text).precomposedStringWithCanonicalMapping }

    private static func isCompatibilityIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0xF900...0xFAFF).contains(scalar.value) || (0x2F800...0x2FA1F).contains(scalar.value)
    }

    /// The text in composed form without differences of width, size and the like (NFKC).
    static func compatible(_ text: String) -> String {
        bounded(text).precomposedStringWithCompatibilityMapping
    }

    private static let joiner: Unicode.Scalar = "\u{200D}"

    /// Most characters of our texts; of any other the properties are looked up.
    private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x300, 0x3000..<0x302A, 0x3105...0xA4CF, 0xAC00...0xD7A3, 0xFF01...0xFF9D, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// Whether readers see it as a part of the character before: a mark, or a joiner.
    static func belongsToTheLast(_ scalar: Unicode.Scalar) -> Bool {
        if standsAlone(scalar) { return false }
        let properties = scalar.properties
        return properties.canonicalCombiningClass != .notReordered || properties.isGraphemeExtend || scalar == joiner
            || [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
    }

    /// The text itself if it holds, and otherwise without the marks beyond the limit.
    private static func bounded(_ text: String) -> String {
        guard !holds(text) else { return text }
        var kept = String.UnicodeScalarView()
        var marks = 0
        for scalar in text.unicodeScalars {
            marks = belongsToTheLast(scalar) ? marks + 1 : 0
            if marks <= markLimit { kept.append(scalar) }
        }
        return String(kept)
    }
}
