/// A run of text with its references as links; those in brackets behind a sentence are quiet, or left out.
struct CitedText {
    private let text: String
    /// Where the run begins in the plain text, in bytes.
    private let start: Int
    private let marks: [(place: Range<Int>, citation: Citation)]
    private let links: CitationLinks

    /// `marks`: references that lie within the run, in order, by their place in the plain text in bytes.
    init(
        _ text: String, at start: Int, marks: [(place: Range<Int>, citation: Citation)], _ links: CitationLinks
    ) {
        (self.text, self.start, self.links) = (text, start, links)
        var end = start
        self.marks = marks.filter { mark in
            guard mark.place.lowerBound >= end else { return false }
            end = mark.place.upperBound
            return true
        }
    }

    func html(showsCitations: Bool = true) -> HTML {
        var html = HTML.empty
        var place = start
        var rest = marks[...]
        for group in groups() {
            html.append(words(place..<group.lowerBound, &rest))
            let cited = words(group, &rest)
            if showsCitations { html.append("<span class=\"cite\">\(cited)</span>") }
            place = group.upperBound
        }
        html.append(words(place..<start + text.utf8.count, &rest))
        return html
    }

    /// The words of a range with their links; `rest`: the references that have not been written.
    private func words(
        _ range: Range<Int>, _ rest: inout ArraySlice<(place: Range<Int>, citation: Citation)>
    ) -> HTML {
        var html = HTML.empty
        var place = range.lowerBound
        while let mark = rest.first, mark.place.lowerBound < range.upperBound {
            rest.removeFirst()
            html.append("\(plain(place..<mark.place.lowerBound))")
            html.append(CitationViews.link(to: mark.citation, links, words: String(plain(mark.place))))
            place = mark.place.upperBound
        }
        html.append("\(plain(place..<range.upperBound))")
        return html
    }

    private func plain(_ range: Range<Int>) -> Substring {
        let utf8 = text.utf8
        let from = utf8.index(utf8.startIndex, offsetBy: range.lowerBound - start)
        return text[from..<utf8.index(from, offsetBy: range.count)]
    }

    /// The brackets in which nothing stands but references and the words between them, in bytes of the plain text.
    private func groups() -> [Range<Int>] {
        guard !marks.isEmpty else { return [] }
        var groups: [Range<Int>] = []
        var opened: Int?
        var rest = marks[...]
        var place = start
        var (isQuiet, isCited) = (true, false)
        for scalar in text.unicodeScalars {
            let next = place + UTF8.width(scalar)
            while let mark = rest.first, mark.place.upperBound <= place { rest.removeFirst() }
            switch scalar {
            case "（": (opened, isQuiet, isCited) = (place, true, false)
            case "）":
                if let opened, isQuiet, isCited {
                    groups.append(opened..<next)
                }
                opened = nil
            default:
                if rest.first.map({ $0.place.contains(place) }) ?? false {
                    isCited = true
                } else if !StatuteTerms.joining.contains(scalar) {
                    isQuiet = false
                }
            }
            place = next
        }
        return groups
    }
}
