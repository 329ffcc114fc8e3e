/// The text of a page, read: its words, what it cites, where it leads.
struct PageReading: Sendable {
    /// A place in the words that refers to an article of law.
    struct Reference: Sendable {
        let text: String
        let meaning: CitationReference.Meaning
        /// Where it stands in `plainText`, in bytes.
        let place: Range<Int>

        /// What it cites: of a range both ends, nothing when it cannot be told.
        var citations: [Citation] {
            switch meaning {
            case .one(let citation): [citation]
            case .through(let first, let last): [first, last]
            case .unresolved: []
            }
        }
    }

    let plainText: String
    let headings: [Markdown.Heading]
    /// In the order of the text.
    let references: [Reference]
    /// What its text rests on, each passage once.
    private let passages: [CitedPassage]
    /// Links and images, in order.
    let targets: [(text: String, target: PageTarget)]
    /// What the text asks of the office, as it stands between `{{` and `}}`.
    let placeholders: [String]
    /// What is shown as typed, because as markup it would be too much.
    let excesses: [MarkdownExcess]
    private let names: StatuteNames

    /// `names`: under which statutes are cited.
    init(_ content: PageContent, names: StatuteNames) {
        self.names = names
        let markdown = Markdown(content.body)
        plainText = markdown.plainText
        headings = markdown.headings
        excesses = markdown.excesses
        placeholders = markdown.placeholders
        targets = markdown.targets.map { ($0, PageTarget($0, in: content.kind)) }
        // For the reader of citations an empty line separates blocks; a name does not go on from one to the next.
        let blocks = markdown.plainText.replacing("\n", with: "\n\n")
        let found = CitationReader(names: names).references(in: blocks)
        passages = found.passages
        references = Self.places(of: found, in: blocks)
    }

    private static func places(of found: [CitationReference], in blocks: String) -> [Reference] {
        let utf8 = blocks.utf8
        var (place, index, breaks) = (0, utf8.startIndex, 0)
        return found.map { reference in
            while index < reference.range.lowerBound {
                if utf8[index] == UInt8(ascii: "\n") { breaks += 1 }
                (place, index) = (place + 1, utf8.index(after: index))
            }
            let text = String(blocks[reference.range])
            let start = place - breaks / 2
            return Reference(
                text: text, meaning: reference.meaning, place: start..<start + text.utf8.count)
        }
    }

    /// The citations of the references that could be resolved.
    var citations: [Citation] { references.compactMap(\.meaning.target) }

    /// The same below one heading of the second level, each once.
    func citations(below heading: Markdown.Heading) -> [Citation] {
        let titles = headings.filter { $0.level <= 2 }
        guard let place = titles.firstIndex(of: heading) else { return [] }
        var (starts, start) = ([Int](), 0)
        for line in plainText.split(separator: "\n", omittingEmptySubsequences: false) {
            if starts.count < titles.count, line == titles[starts.count].text { starts.append(start) }
            start += line.utf8.count + 1
        }
        guard place < starts.count else { return [] }
        let end = place + 1 < starts.count ? starts[place + 1] : start
        var seen: Set<String> = []
        return references.filter { (starts[place]..<end).contains($0.place.lowerBound) }.compactMap(\.meaning.target)
            .filter { seen.insert($0.description).inserted }
    }

    var pages: Set<String> {
        Set(targets.compactMap { if case .page(let path, _) = $0.target { path } else { nil } })
    }

    /// Where links can lead on it.
    var anchors: Set<String> { Set(headings.map(\.id)) }

    /// Pages to whose headings it links.
    var anchoredPages: Set<String> {
        Set(
            targets.compactMap {
                if case .page(let path, let anchor) = $0.target, !anchor.isEmpty { path } else { nil }
            })
    }

    var attachments: Set<String> {
        Set(targets.compactMap { if case .attachment(let name) = $0.target { name } else { nil } })
    }

    /// What it rests on: what its text cites, and the statutes named as a whole.
    func passages(restingOn statutes: [String]) -> [CitedPassage] {
        passages
            + statutes.compactMap { try? CitedPassage(parsing: $0, names: names) }.filter { !passages.contains($0) }
    }
}
