import Foundation

/// How the texts of a GIFT question are written.
enum GIFTFormat: String {
    case html, markdown, plain
    /// Moodle's own: text in which there may be HTML.
    case moodle

    /// The text without the `[format]` at its beginning, and the format; without one, `inherited`.
    static func split(_ text: GIFTText, inherited: GIFTFormat = .moodle) -> (text: GIFTText, format: GIFTFormat) {
        let text = text.trimmed
        guard text.starts("["), let end = text.first("]") else { return (text, inherited) }
        let name = text.after(text.characters.startIndex).before(end).text.lowercased()
        return GIFTFormat(rawValue: name).map { (text.after(end), $0) } ?? (text, inherited)
    }

    /// `isStem`: whether emphasis is kept as the bank writes it.
    func plain(_ text: GIFTText, isStem: Bool = false) -> String {
        let words = text.text
        guard isHTML(words) else { return words }
        return HTMLText(words, emphasis: isStem ? "*" : "").text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func hasMedia(_ text: GIFTText) -> Bool {
        let words = text.text
        return isHTML(words) && HTMLText(words).hasMedia
    }

    private func isHTML(_ text: String) -> Bool { self == .html || self == .moodle && HTMLText.isLikely(text) }
}
