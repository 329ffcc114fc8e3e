/// The text of an article, as it is read on pages.
enum ArticleTextViews {
    /// How the lines of a text are set.
    enum Setting: Sendable {
        /// Paragraphs 項 with their numbers.
        case counted
        /// Without numbers, because the lines do not tell paragraphs apart.
        case plain
        /// With all their columns, because of a table or a formula in them.
        case figure

        init(of text: String) {
            self = ArticleBlock.hasFigure(text) ? .figure : ArticleText(text).paragraphs != nil ? .counted : .plain
        }
    }

    /// The paragraphs 項 with their numbers, each with its subparagraphs; without numbers when the lines do not tell.
    ///
    /// Tables and formulas keep their lines and columns.
    static func text(_ text: String, of pcode: String, _ number: ArticleNumber) -> HTML {
        "\(blocks(text))\(note(on: text, of: pcode, number))"
    }

    /// The same with its references as links.
    static func text(
        _ text: String, of pcode: String, _ number: ArticleNumber, _ references: [CitationReference],
        _ links: CitationLinks
    ) -> HTML {
        guard !references.isEmpty, !ArticleBlock.hasFigure(text) else { return Self.text(text, of: pcode, number) }
        let lines = ArticleText.split(text).filter { !$0.allSatisfy(\.isWhitespace) }
        return """
            \(list(lines.map { (String($0), linked($0, references, links)) }, .counted))\(note(on: text, of: pcode, number))
            """
    }

    private static func blocks(_ text: String) -> HTML {
        let setting = Setting(of: text)
        guard case .figure = setting else {
            return list(lines(of: text, isCounted: setting == .counted), setting)
        }
        return
            "\(each: ArticleBlock.all(in: text), { $0.isFigure ? figure($0) : list(lines(of: $0.text, isCounted: false), .plain) })"
    }

    private static func lines(of text: String, isCounted: Bool) -> [(words: String, html: HTML)] {
        ArticleText.lines(of: text, isCounted: isCounted).map { ($0, "\(OddSigns.marked($0))") }
    }

    private static func figure(_ block: ArticleBlock) -> HTML {
        """
        <div class="law-figure" role="group" aria-label="表格或算式" tabindex="0"><pre>\(OddSigns.marked(block.text))</pre></div>
        """
    }

    /// What the mark stands for; nothing for a text without one.
    private static func note(on text: String, of pcode: String, _ number: ArticleNumber) -> HTML {
        guard OddSigns.arePrivate(in: text) else { return .empty }
        let citation = Citation(Statute(pcode, ""), number)
        return """
            <p class="soft small">〓 是法務部檔案裡的造字，沒有通用的字形可以顯示；這個字請看\
            <a href="\(CitationViews.ministryAddress(of: citation))" rel="noopener noreferrer">全國法規資料庫的這一條</a>。</p>
            """
    }

    private static func linked(
        _ line: Substring, _ references: [CitationReference], _ links: CitationLinks
    ) -> HTML {
        var (html, place) = (HTML.empty, line.startIndex)
        for reference in references
        where reference.range.lowerBound >= place && reference.range.upperBound <= line.endIndex {
            guard let target = reference.target else { continue }
            let before = OddSigns.marked(line[place..<reference.range.lowerBound])
            let words = OddSigns.marked(line[reference.range])
            html.append("\(before)\(CitationViews.link(to: target, links, words: words))")
            place = reference.range.upperBound
        }
        html.append("\(OddSigns.marked(line[place...]))")
        return html
    }

    /// Lines of an article: their words, which tell what they are, and their markup.
    static func list(_ lines: [(words: String, html: HTML)], _ setting: Setting) -> HTML {
        var paragraphs: [(html: HTML, parts: [HTML])] = []
        for line in lines {
            if setting != .figure, !paragraphs.isEmpty, ArticleText.isPart(line.words) {
                paragraphs[paragraphs.count - 1].parts.append(line.html)
            } else {
                paragraphs.append((line.html, []))
            }
        }
        return """
            <ol class="law-text\(when: setting != .counted, " law-text-plain")\(when: setting == .figure, " law-text-figure")">\
            \(each: paragraphs, { paragraph in
                "<li><span>\(paragraph.html)\(parts(paragraph.parts))</span></li>"
            })</ol>
            """
    }

    private static func parts(_ parts: [HTML]) -> HTML {
        guard !parts.isEmpty else { return .empty }
        return "<ol>\(each: parts, { "<li>\($0)</li>" })</ol>"
    }
}
