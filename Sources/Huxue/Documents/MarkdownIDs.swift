/// The ids of a text's headings, each used once.
struct MarkdownIDs {
    private var used: Set<String> = []
    /// The next number to try for headings with the same text, so that many equal headings do not take quadratic time.
    private var numbers: [String: Int] = [:]

    mutating func next(for text: String) -> String {
        let base = Markdown.Heading.id(of: text)
        var id = base
        var number = numbers[base, default: 2]
        // The numbered id may already belong to another heading with exactly that text.
        while !used.insert(id).inserted {
            id = "\(base)-\(number)"
            number += 1
        }
        numbers[base] = number
        return id
    }
}
