import Foundation

/// The name under which pages link to an attachment, `../attachments/NAME`: one segment of a path that needs no escapes
/// in Markdown and harms no file system.
enum AttachmentName {
    /// In bytes of UTF-8.
    static let limit = 100

    static func isClean(_ name: String) -> Bool { !name.isEmpty && cleaned(name) == name }

    /// The name without folders, control and invisible characters, and characters with a meaning in addresses.
    ///
    /// Keeps the ending; empty when nothing is left before it.
    static func cleaned(_ name: String) -> String {
        let last = StreamSafeText.key(name).split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        var scalars: [Unicode.Scalar] = []
        for scalar in last.unicodeScalars {
            let kept = isKept(scalar) ? scalar : (isInvisible(scalar) ? nil : "-")
            // A run of dropped characters becomes a single hyphen.
            if let kept, !(kept == "-" && scalars.last == "-") { scalars.append(kept) }
        }
        let parts = String(String.UnicodeScalarView(scalars)).split(separator: ".").map(String.init)
        guard parts.count > 1, let ending = parts.last else { return shortened(parts.first ?? "", to: limit) }
        let stem = shortened(parts.dropLast().joined(separator: "."), to: max(0, limit - ending.utf8.count - 1))
        return stem.isEmpty ? "" : "\(stem).\(ending)"
    }

    /// The name for an uploaded file: the typed one with the file's ending, which may have been typed with it, or the
    /// file's own if none was typed.
    static func chosen(_ typed: String, for file: String) -> String {
        guard !typed.isEmpty else { return cleaned(file) }
        guard AttachmentKind(fileName: typed) == nil, let ending = file.split(separator: ".").last else {
            return cleaned(typed)
        }
        let typedEnding = typed.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
        return cleaned(typedEnding?.lowercased() == ending.lowercased() ? typed : "\(typed).\(ending)")
    }

    private static func shortened(_ text: String, to count: Int) -> String {
        var text = text[...]
        while text.utf8.count > count { text = text.dropLast() }
        return text.trimmingCharacters(in: CharacterSet(charactersIn: "-."))
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return "-._".unicodeScalars.contains(scalar) || isWordLike(scalar) }
        return isWordLike(scalar) || scalar.properties.generalCategory == .privateUse
            || "（）〔〕「」、，．－～：；〈〉《》【】".unicodeScalars.contains(scalar)
    }

    private static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }

    /// Whether the character is dropped without a hyphen in its place, such as a mark of text direction.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format, .surrogate, .unassigned: true
        case .control: scalar != "\t" && scalar != "\n" && scalar != "\r"
        default: false
        }
    }
}
