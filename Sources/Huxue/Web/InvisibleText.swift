/// Characters that nobody sees, which come along from PDF files, web pages and other systems.
///
/// They make two numbers, names or titles look equal that are not, or turn what is read around. In forms they are taken
/// out, but for what turns a person's or unit's name or number: that is refused as in files, with the code point, so that
/// it is put right where it comes from.
enum InvisibleText {
    /// Whether the character shows nothing and joins nothing: zero-width spaces, signs of direction, soft hyphens, fillers,
    /// tags.
    ///
    /// Joiners and variation selectors are left alone: emoji and rare Han characters are made with them.
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0001...0xE007F:
            true
        default: false
        }
    }

    /// Whether the character turns the direction of what follows.
    static func turns(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isBidiControl }

    /// The text without such characters.
    ///
    /// `keepingTurns`: whether those that turn the direction stay, for a reader who refuses them.
    static func removed(from text: String, keepingTurns: Bool = false) -> String {
        func isRemoved(_ scalar: Unicode.Scalar) -> Bool { contains(scalar) && !(keepingTurns && turns(scalar)) }
        guard text.unicodeScalars.contains(where: isRemoved) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isRemoved($0) }))
    }

    /// Whether the text has more than one line, or characters that control a terminal.
    static func breaksLine(_ text: String) -> Bool {
        text.unicodeScalars.contains {
            [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
        }
    }

    /// What to say, without a full stop, of the first character in a text that turns its direction; nil for none.
    ///
    /// `place`: the name of the field.
    static func sentence(onTurnsIn text: String, in place: String) -> String? {
        text.unicodeScalars.first(where: turns).map {
            "「\(place)」含有看不見、會改變文字方向的字元（\(code(of: $0))），請刪去或重打這一格"
        }
    }

    /// `U+202E`.
    static func code(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Whether Unicode leaves the character to each office, so that only its own fonts show it.
    static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xE000 && scalar.properties.generalCategory == .privateUse
    }

    /// The different private characters of the text, each with the line, from 1, on which it first stands.
    static func privateCharacters(in text: String) -> [(scalar: Unicode.Scalar, line: Int)] {
        var found: [(scalar: Unicode.Scalar, line: Int)] = []
        var seen: Set<Unicode.Scalar> = []
        var line = 1
        for scalar in text.unicodeScalars {
            if scalar == "\n" { line += 1 }
            if isPrivate(scalar), seen.insert(scalar).inserted { found.append((scalar, line)) }
        }
        return found
    }

    /// What to say of a private character, without a full stop; `place`: the name of the field, or the words around it.
    static func sentence(onPrivate scalar: Unicode.Scalar, in place: String) -> String {
        "\(place)有自造字（\(code(of: scalar))），其他電腦可能顯示成空白或別的字；有標準字時請改用標準字"
    }
}
