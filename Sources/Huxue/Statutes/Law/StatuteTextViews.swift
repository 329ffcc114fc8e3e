/// Headings and articles of a statute, as one of its pages shows them.
enum StatuteTextViews {
    /// About how many bytes an article takes.
    static func size(of text: String?) -> Int {
        guard let text else { return 0 }
        return text.utf8.count + 60 * text.utf8.count { $0 == UInt8(ascii: "\n") } + 320
    }

    /// `outline`: the parts of the statute's outline that are shown, with their places in it.
    static func parts(
        _ outline: ArraySlice<StatuteOutline>, of version: StatuteVersion, texts: [ArticleNumber: String]
    ) -> HTML {
        let widest = outline.compactMap { $0.heading?.depth }.min() ?? 0
        var hasHeading = false
        var markup = HTML.empty
        for (place, part) in zip(outline.indices, outline) {
            switch part {
            case .heading(let heading):
                // No level is left out: the first heading of a page is of the second.
                let isMain = heading.depth == widest || !hasHeading
                hasHeading = true
                markup.append(
                    isMain
                        ? "<h2 id=\"h\(place)\">\(heading.title)</h2>\n"
                        : "<h3 id=\"h\(place)\">\(heading.title)</h3>\n")
            case .article(let number):
                guard let text = texts[number] else { continue }
                markup.append(article(number, text, of: version.pcode, isBelowHeading: hasHeading))
            }
        }
        return markup
    }

    private static func article(
        _ number: ArticleNumber, _ text: String, of pcode: String, isBelowHeading: Bool
    ) -> HTML {
        let link: HTML = "<a href=\"\(StatuteAddress.article(pcode, number))\">第 \(number.plain) 條</a>"
        let heading: HTML =
            isBelowHeading
            ? "<h3 id=\"a\(number.plain)\">\(link)</h3>" : "<h2 id=\"a\(number.plain)\">\(link)</h2>"
        return """
            <section class="law" aria-labelledby="a\(number.plain)"><div class="law-head">\(heading)</div>
            \(ArticleTextViews.text(text, of: pcode, number))</section>

            """
    }

    /// The table of contents of a statute on several pages.
    static func contents(_ chapters: StatuteChapters, of pcode: String) -> HTML {
        """
        <nav class="stack" aria-labelledby="contents"><h2 id="contents">目次</h2><ol class="toc">\
        \(each: chapters.lines, { line($0, of: pcode) })</ol></nav>
        """
    }

    private static func line(_ line: StatuteChapters.Line, of pcode: String) -> HTML {
        let words = line.heading?.title ?? range(line)
        return """
            <li data-depth="\(line.heading?.depth ?? 1)"><a href="\(StatuteAddress.chapter(pcode, line.chapter))#h\(line.place)">\(words)</a>\
            \(when: line.heading != nil && line.first != nil, "<span class=\"soft\">\(range(line))</span>")</li>

            """
    }

    private static func range(_ line: StatuteChapters.Line) -> String {
        guard let first = line.first, let last = line.last else { return "" }
        return first == last ? "第 \(first.plain) 條" : "第 \(first.plain)–\(last.plain) 條"
    }
}
