/// A line of a text: what it is for the parser, and its words.
struct MarkdownLine {
    enum Kind: Equatable {
        case blank, rule, heading, fence, code, text
        /// Below the head of a table, and each row behind it.
        case underline, row
        /// The name of a footnote that is explained.
        case note(Substring)
        /// Where links with a name lead; counted from 0.
        case definition(Int)
    }

    var kind: Kind
    /// The marks of the quotes and items in which it stands, as typed.
    let margin: Substring
    var words: String
    /// Whether the next line does not go on behind it.
    var isEnded = false

    /// Whether the next line may belong to the same paragraph.
    var isText: Bool {
        switch kind {
        case .text, .note, .definition: true
        default: false
        }
    }

    var isTable: Bool { kind == .underline || kind == .row }
}
