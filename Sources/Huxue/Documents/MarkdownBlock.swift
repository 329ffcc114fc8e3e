/// The blocks of a Markdown text.
enum MarkdownBlock: Equatable {
    case document, quote, rule, paragraph, table, tableHead, tableBody, row
    /// With the words behind the signs that begin it.
    case code(String)
    /// Nil for a list without numbers.
    case list(MarkdownNumbering?)
    case item(isTask: Bool)
    case heading(Int)
    case cell(isHead: Bool, isNumeric: Bool)
}

/// How a list is numbered.
struct MarkdownNumbering: Equatable {
    let start: Int
    /// What stands after each number: `.` or `)`.
    let delimiter: Unicode.Scalar
}

enum MarkdownSpan: Equatable {
    case emphasis, strong, code, deleted, plain
    case link(MarkdownTarget)
    case image(MarkdownTarget)
}

enum MarkdownWords: Equatable {
    case normal(String)
    case code(String)
    case lineBreak, softBreak
}

/// Decides which addresses a text may link to.
enum MarkdownLink {
    /// Whether the target is an http, https or mailto address without control characters.
    static func isAllowed(_ target: String) -> Bool {
        guard target.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else { return false }
        let scheme = target.prefix { $0 != ":" }.lowercased()
        guard scheme.count < target.count else { return false }
        return ["http", "https", "mailto"].contains(scheme)
    }

    /// Whether the word can be where a name leads.
    static func isDestination(_ word: Substring) -> Bool {
        isAllowed(String(word)) || word.hasPrefix("../") || word.hasPrefix("/") || word.hasPrefix("#")
            || word.hasSuffix(".md")
    }
}
