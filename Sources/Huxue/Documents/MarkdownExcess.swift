/// Something in a text that is shown as it was typed, because as markup it would be too much.
struct MarkdownExcess: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Quotes and lists in one another, more than `MarkdownContainers.limit`.
        case nesting
        /// A table with more missing cells than `MarkdownTable.limit`.
        case table
        /// The address behind a name that is used more often than `MarkdownReferences.limit` allows.
        case reference
        /// The whole text.
        case text
    }

    let kind: Kind
    /// From 1.
    let line: Int
}
