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

    /// The run as markup.
    ///
    /// `parts`: those of a procedure that are shown with it, and a reference to another one is left out; nil for all.
    func html(showsCitations: Bool = true, parts: Set<PagePart>? = nil) -> HTML {
        var html = HTML.empty
        var place = start
        var rest = marks[...]
        let quiet = QuietCitations(in: text, at: start, marks: marks).places.map {
            (place: $0, isShown: showsCitations)
        }
        let elsewhere = parts.map { references(outside: $0) } ?? []
        for cut in (quiet + elsewhere).sorted(by: { $0.place.lowerBound < $1.place.lowerBound })
        where cut.place.lowerBound >= place {
            html.append(words(place..<cut.place.lowerBound, &rest))
            let cited = words(cut.place, &rest)
            if cut.isShown { html.append("<span class=\"cite\">\(cited)</span>") }
            place = cut.place.upperBound
        }
        html.append(words(place..<start + text.utf8.count, &rest))
        return html
    }

    /// Where the text sends to parts that do not stand beside it.
    private func references(outside parts: Set<PagePart>) -> [(place: Range<Int>, isShown: Bool)] {
        PagePart.references(in: text).filter { !parts.contains($0.part) }.map { reference in
            let from = start + text.utf8.distance(from: text.startIndex, to: reference.place.lowerBound)
            let length = text.utf8.distance(from: reference.place.lowerBound, to: reference.place.upperBound)
            return (from..<from + length, false)
        }
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
}
