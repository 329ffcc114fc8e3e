/// Two versions of a page side by side.
struct PageComparison: Sendable {
    /// A field that differs, as it is shown.
    struct Field: Sendable {
        let name: PageField
        let row: ArticleComparison.Row
    }

    /// Lines of the text, or so many that are the same and left out.
    enum Part: Sendable {
        case row(ArticleComparison.Row)
        case gap(Int)
    }

    let fields: [Field]
    let text: [Part]

    /// How many lines that are the same are shown around what changed.
    private static let context = 2

    init(from old: PageContent, to new: PageContent) {
        let (before, after) = (PageForm(old), PageForm(new))
        fields = PageField.content.compactMap { field in
            let (left, right) = (PageTerms.shown(field, before[field]), PageTerms.shown(field, after[field]))
            guard left != right else { return nil }
            let rows = ArticleComparison(exactly: [left], [right]).rows
            // Values that have little in common come out as two rows.
            return Field(name: field, row: ArticleComparison.Row(segments: rows.flatMap(\.segments)))
        }
        text = Self.parts(
            ArticleComparison(exactly: Self.lines(old.body), Self.lines(new.body)).rows)
    }

    var isEmpty: Bool { fields.isEmpty && text.isEmpty }

    private static func lines(_ body: String) -> [String] {
        body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private static func parts(_ rows: [ArticleComparison.Row]) -> [Part] {
        let changed = rows.indices.filter { !rows[$0].isSame }
        guard !changed.isEmpty else { return [] }
        var parts: [Part] = []
        var place = 0
        func skip(to next: Int) {
            // One line left out would take as much room as itself.
            if next - place > 1 {
                parts.append(.gap(next - place))
            } else {
                parts += rows[place..<max(place, next)].map(Part.row)
            }
            place = max(place, next)
        }
        for index in changed {
            skip(to: max(place, index - context))
            let end = min(rows.count, index + context + 1)
            if end > place { parts += rows[place..<end].map(Part.row) }
            place = max(place, end)
        }
        skip(to: rows.count)
        return parts
    }
}
