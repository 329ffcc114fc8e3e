/// The beginning `[…]:` of a line.
struct MarkdownBracket {
    private let name: Substring
    /// What stands behind the colon and the space after it.
    let rest: Substring

    /// Nil when the line does not begin so.
    init?(_ words: Substring) {
        guard words.utf8.first == UInt8(ascii: "["), let end = words.utf8.firstIndex(of: UInt8(ascii: "]")) else {
            return nil
        }
        let behind = words[end...].utf8.dropFirst()
        guard behind.first == UInt8(ascii: ":") else { return nil }
        name = words[words.utf8.index(after: words.startIndex)..<end]
        rest = Substring(behind.dropFirst().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
    }

    /// The name of the footnote that the line explains; nil when it explains none.
    var note: Substring? {
        guard name.first == "^" else { return nil }
        let note = name.dropFirst()
        return (1...30).contains(note.count) && !note.contains { $0 == "[" || $0.isWhitespace } ? note : nil
    }

    /// Whether the line can say where the name leads: there is an address, and nothing else.
    var isDefinition: Bool {
        let address = Substring(rest.utf8.prefix { $0 > 0x20 })
        guard (1...2000).contains(address.utf8.count), rest[address.endIndex...].allSatisfy(\.isWhitespace),
            !address.utf8.contains(where: { "<>[\\".utf8.contains($0) })
        else { return false }
        return !name.isEmpty && name.utf8.count <= 600 && name.first != "^"
            && !name.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "\\") })
            && MarkdownLink.isDestination(address)
    }
}
