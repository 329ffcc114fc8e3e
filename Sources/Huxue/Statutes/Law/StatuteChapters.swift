/// How a long statute is divided into pages: by its 編, 章 and 節, as wide as a page may become.
struct StatuteChapters: Sendable {
    struct Chapter: Sendable {
        /// From 1, as in its address.
        let number: Int
        /// Its headings and articles, by their places in the outline.
        let range: Range<Int>
        let title: String
        /// The headings that it stands under and that are not its own, the widest first.
        let above: [StatuteHeading]
    }

    /// A line of the table of contents.
    struct Line: Sendable {
        /// Nil for a run of articles without a heading.
        let heading: StatuteHeading?
        /// Place of the heading in the outline.
        let place: Int
        let chapter: Int
        fileprivate(set) var first: ArticleNumber?
        fileprivate(set) var last: ArticleNumber?
    }

    let outline: [StatuteOutline]
    /// One when the statute stands on one page.
    let chapters: [Chapter]

    private static let articleLimit = 100
    /// About so many bytes of a page are its articles.
    private static let sizeLimit = 60_000

    /// Divides what stands in `outline`.
    ///
    /// `size`: about how many bytes an article takes on a page.
    init(_ outline: [StatuteOutline], size: (ArticleNumber) -> Int) {
        self.outline = outline
        let ranges = Self.divide(outline[...], size).map { $0.startIndex..<$0.endIndex }
        var open: [StatuteHeading] = []
        chapters = ranges.enumerated().map { number, range in
            let own = outline[range].prefix { $0.heading != nil }.compactMap(\.heading)
            let above = own.first.map { first in open.filter { $0.depth < first.depth } } ?? open
            for heading in outline[range].compactMap(\.heading) {
                open.removeAll { $0.depth >= heading.depth }
                open.append(heading)
            }
            return Chapter(
                number: number + 1, range: range,
                title: own.last?.title ?? Self.title(of: outline[range], in: above.last), above: above)
        }
    }

    var isWhole: Bool { chapters.count <= 1 }

    /// The page on which an article stands.
    func chapter(of number: ArticleNumber) -> Int? {
        chapters.first { outline[$0.range].contains(.article(number)) }?.number
    }

    /// The headings with the articles below them; runs of articles where there are no headings.
    var lines: [Line] {
        var lines: [Line] = []
        var open: [Int] = []
        for chapter in chapters {
            if outline[chapter.range].first?.heading == nil {
                let numbers = outline[chapter.range].prefix { $0.heading == nil }.compactMap(\.article)
                lines.append(
                    Line(
                        heading: nil, place: chapter.range.lowerBound, chapter: chapter.number, first: numbers.first,
                        last: numbers.last))
            }
            for place in chapter.range {
                switch outline[place] {
                case .heading(let heading):
                    open.removeAll { (lines[$0].heading?.depth ?? .max) >= heading.depth }
                    open.append(lines.count)
                    lines.append(Line(heading: heading, place: place, chapter: chapter.number))
                case .article(let number):
                    for index in open {
                        if lines[index].first == nil { lines[index].first = number }
                        lines[index].last = number
                    }
                }
            }
        }
        return lines
    }

    private static func title(of parts: ArraySlice<StatuteOutline>, in heading: StatuteHeading?) -> String {
        let numbers = parts.compactMap(\.article)
        let words = [numbers.first, numbers.last].compactMap { $0.map { "第 \($0.plain) 條" } }.joined(separator: "至")
        return heading.map { "\($0.title)（\(words)）" } ?? words
    }

    private static func divide(
        _ parts: ArraySlice<StatuteOutline>, _ size: (ArticleNumber) -> Int
    ) -> [ArraySlice<StatuteOutline>] {
        let articles = parts.compactMap(\.article)
        guard articles.count > articleLimit || articles.reduce(0, { $0 + size($1) }) > sizeLimit else { return [parts] }
        let lead = parts.firstIndex { $0.heading == nil } ?? parts.endIndex
        guard let depth = parts[lead...].compactMap({ $0.heading?.depth }).min() else { return runs(parts, size) }
        let cuts = parts[lead...].indices.filter { parts[$0].heading?.depth == depth }
        return zip([parts.startIndex] + cuts, cuts + [parts.endIndex]).flatMap { divide(parts[$0..<$1], size) }
    }

    private static func runs(
        _ parts: ArraySlice<StatuteOutline>, _ size: (ArticleNumber) -> Int
    ) -> [ArraySlice<StatuteOutline>] {
        var runs: [ArraySlice<StatuteOutline>] = []
        var (start, count, bytes) = (parts.startIndex, 0, 0)
        for (place, part) in zip(parts.indices, parts) {
            guard let article = part.article else { continue }
            let more = size(article)
            if count > 0, count == articleLimit / 2 || bytes + more > sizeLimit {
                runs.append(parts[start..<place])
                (start, count, bytes) = (place, 0, 0)
            }
            (count, bytes) = (count + 1, bytes + more)
        }
        return runs + [parts[start...]]
    }
}

extension StatuteOutline {
    var heading: StatuteHeading? { if case .heading(let heading) = self { heading } else { nil } }
    var article: ArticleNumber? { if case .article(let number) = self { number } else { nil } }
}
