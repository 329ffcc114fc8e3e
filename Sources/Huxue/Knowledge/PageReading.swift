/// The text of a page, read: its words, what it cites, where it leads.
struct PageReading: Sendable {
    let plainText: String
    let headings: [Markdown.Heading]
    /// References to articles of law in `plainText`, in order.
    let references: [CitationReference]
    /// Links and images, in order.
    let targets: [(text: String, target: PageTarget)]

    init(_ content: PageContent) {
        let markdown = Markdown(content.body)
        plainText = markdown.plainText
        headings = markdown.headings
        references = CitationReader(names: StatuteDirectory.shared.names()).references(in: markdown.plainText)
        targets = markdown.targets.map { ($0, PageTarget($0, in: content.kind)) }
    }

    /// The citations of the references that could be resolved.
    var citations: [Citation] { references.compactMap(\.target) }

    var pages: Set<String> {
        Set(targets.compactMap { if case .page(let path, _) = $0.target { path } else { nil } })
    }

    var attachments: Set<String> {
        Set(targets.compactMap { if case .attachment(let name) = $0.target { name } else { nil } })
    }

    /// What it rests on: what its text cites, and the statutes named as a whole.
    func passages(restingOn names: [String]) -> [CitedPassage] {
        references.passages + names.compactMap { try? CitedPassage(parsing: $0) }
    }
}
