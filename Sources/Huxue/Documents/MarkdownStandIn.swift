/// Characters that stand in a text for others while it is parsed, so that what an office typed as text is not taken for
/// markup; afterwards each becomes again what was typed.
///
/// They lie at the end of Unicode's last private plane; offices use those of the basic plane for characters of their own.
enum MarkdownStandIn {
    /// Stands for nothing; it separates what Markdown would join.
    static let separator: Unicode.Scalar = "\u{10FFFD}"
    /// Before the name of a footnote where the text refers to it, before the name of one that is defined, and before the
    /// words of a placeholder `{{…}}`.
    static let noteReference: Unicode.Scalar = "\u{10FFF0}"
    static let note: Unicode.Scalar = "\u{10FFF1}"
    static let placeholder: Unicode.Scalar = "\u{10FFF3}"
    /// Behind each of them.
    static let end: Unicode.Scalar = "\u{10FFF2}"

    private static let first: UInt32 = 0x10FF00
    private static let firstDefinition: UInt32 = 0x10F000
    /// How many definitions a text may have.
    static let definitionLimit = 0xF00

    /// Before the address of a definition, so that it can be told to which one a link leads; counted from 0.
    static func definition(_ number: Int) -> Unicode.Scalar {
        Unicode.Scalar(firstDefinition + UInt32(number % definitionLimit)) ?? separator
    }

    /// The number of the definition from which an address comes; nil when it was written where it is.
    static func definition(of address: some StringProtocol) -> Int? {
        guard let scalar = address.unicodeScalars.first, (firstDefinition..<first).contains(scalar.value) else {
            return nil
        }
        return Int(scalar.value - firstDefinition)
    }

    /// The stand-in of a character of ASCII; other characters need none.
    static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.isASCII ? Unicode.Scalar(first + scalar.value) ?? scalar : scalar
    }

    /// The text with nothing in it that would be taken for a stand-in, and each line ended in the same way.
    static func cleaned(_ source: String) -> String {
        var cleaned = String.UnicodeScalarView()
        var last: Unicode.Scalar = " "
        for scalar in source.unicodeScalars {
            switch scalar {
            case "\n" where last == "\r": break
            case "\r": cleaned.append("\n")
            default: cleaned.append(isOne(scalar) ? "\u{FFFD}" : scalar)
            }
            last = scalar
        }
        return String(cleaned)
    }

    static func isOne(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= firstDefinition }

    /// The text as it was typed; the marks of footnotes and placeholders remain.
    static func restored(_ text: some StringProtocol) -> String {
        guard text.unicodeScalars.contains(where: isOne) else { return String(text) }
        var restored = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where scalar != separator {
            switch scalar.value {
            case firstDefinition..<first: break
            case first..<first + 0x80: restored.append(Unicode.Scalar(scalar.value - first) ?? scalar)
            default: restored.append(scalar)
            }
        }
        return String(restored)
    }

    /// A plain text with the answers in the places of what it asks for.
    ///
    /// `answer`: given what stood between `{{` and `}}`.
    static func filled(_ plainText: String, with answer: (String) -> String) -> String {
        guard plainText.unicodeScalars.contains(placeholder) else { return plainText }
        var filled = String.UnicodeScalarView()
        var rest = plainText.unicodeScalars[...]
        while let start = rest.firstIndex(of: placeholder), let end = rest[start...].firstIndex(of: Self.end) {
            filled.append(contentsOf: rest[..<start])
            filled.append(contentsOf: answer(String(rest[rest.index(after: start)..<end])).unicodeScalars)
            rest = rest[rest.index(after: end)...]
        }
        filled.append(contentsOf: rest)
        return String(filled)
    }

    /// The text as it was typed, also where it named a footnote or a placeholder; for code, addresses and headings.
    static func typed(_ text: some StringProtocol) -> String {
        let restored = restored(text)
        guard restored.unicodeScalars.contains(where: isOne) else { return restored }
        var typed = String.UnicodeScalarView()
        var closing = ""
        for scalar in restored.unicodeScalars {
            switch scalar {
            case noteReference, note:
                typed.append(contentsOf: "[^".unicodeScalars)
                closing = "]"
            case placeholder:
                typed.append(contentsOf: "{{".unicodeScalars)
                closing = "}}"
            case end: typed.append(contentsOf: closing.unicodeScalars)
            default: typed.append(scalar)
            }
        }
        return String(typed)
    }
}
