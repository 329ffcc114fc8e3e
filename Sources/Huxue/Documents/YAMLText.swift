/// Prints text as a YAML value that reads back as exactly that text, quoted only where it must be.
///
/// The text has no white space around it and no characters that `YAMLFile` forbids.
enum YAMLText {
    /// The text as a value; text of several lines gets `indentation` spaces before each line.
    static func printed(_ text: String, indentation: Int) -> String {
        // What was saved before such characters were taken out may still hold them.
        let text = InvisibleText.removed(from: text)
        let scalars = Array(text.unicodeScalars)
        if needsEscapes(scalars) { return escaped(scalars) }
        if scalars.contains("\n") { return literal(text, indentation: indentation) }
        if isPlain(scalars) { return text }
        if !scalars.contains("\""), !scalars.contains("\\") { return "\"\(text)\"" }
        return "'" + text.replacing("'", with: "''") + "'"
    }

    /// The text, which must have only one line, as an item of a list in brackets.
    static func printedInList(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        if !scalars.contains(where: { ",[]{}".unicodeScalars.contains($0) }) || needsEscapes(scalars) {
            return printed(text, indentation: 0)
        }
        return escaped(scalars)
    }

    /// Whether the text contains a tab, or a `&` that could be taken for an anchor.
    private static func needsEscapes(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.contains("\t")
            || scalars.indices.contains { place in
                scalars[place] == "&" && (place == 0 || !YAMLFile.isWordLike(scalars[place - 1]))
            }
    }

    private static func escaped(_ scalars: [Unicode.Scalar]) -> String {
        var printed = "\""
        for scalar in scalars {
            switch scalar {
            case "\"": printed += "\\\""
            case "\\": printed += "\\\\"
            case "\n": printed += "\\n"
            case "\t": printed += "\\t"
            case "&": printed += "\\x26"
            default: printed.unicodeScalars.append(scalar)
            }
        }
        return printed + "\""
    }

    private static func literal(_ text: String, indentation: Int) -> String {
        let margin = String(repeating: " ", count: indentation)
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        return "|-" + lines.map { $0.isEmpty ? "\n" : "\n" + margin + String($0) }.joined()
    }

    private static func isPlain(_ scalars: [Unicode.Scalar]) -> Bool {
        guard let first = scalars.first, let last = scalars.last, !indicators.contains(first), last != ":",
            !readsAsOtherType(scalars)
        else { return false }
        return !zip(scalars, scalars.dropFirst()).contains { ($0 == ":" && $1 == " ") || ($0 == " " && $1 == "#") }
    }

    private static let indicators: Set<Unicode.Scalar> = [
        "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "=", "~", "<",
    ]

    private static let words: Set<String> = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan", "+.inf",
    ]

    /// Whether YAML 1.1 or 1.2 might read the text as a number, date, truth value or null; errs on the side of true.
    private static func readsAsOtherType(_ scalars: [Unicode.Scalar]) -> Bool {
        let text = String(String.UnicodeScalarView(scalars)).lowercased()
        if words.contains(text) { return true }
        guard let first = scalars.first, ("0"..."9").contains(first) || first == "+" || first == "." else {
            return false
        }
        return text.unicodeScalars.allSatisfy { numeric.contains($0) }
    }

    private static let numeric = Set("0123456789+-._:abcdefoxtz ".unicodeScalars)
}
