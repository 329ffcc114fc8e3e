/// The Markdown of a procedure, part by part; an unchanged text is joined to the same bytes.
///
/// A place is a part; nil is the text before the first heading. Texts have no heading and no blank lines around them.
struct PageParts: Hashable, Sendable {
    /// Why a text cannot be shown part by part without changing it.
    enum Obstacle: Error, Hashable {
        /// A heading of no part, a second one of the same, or one out of order.
        case heading(PageProblem.Kind)
        /// A part without text, or headings and blank lines that are written in another way.
        case spacing
        /// Both wordings of a place that two people changed are still there.
        case undecided
    }

    /// All places in their order.
    static let places: [PagePart?] = [nil] + PagePart.allCases

    private var texts: [PagePart?: String] = [:]

    subscript(place: PagePart?) -> String {
        get { texts[place] ?? "" }
        set {
            let text = Self.withoutBlankEnds(newValue)
            texts[place] = text.isEmpty ? nil : text
        }
    }

    init() {}

    /// Divides the text.
    /// - Throws: `Obstacle` unless joining would give back exactly this text.
    init(_ body: String) throws(Obstacle) {
        guard !MergeMarks.areLeft(in: body) else { throw .undecided }
        var rest = PagePart.allCases[...]
        for section in Self.sections(of: body) {
            guard let title = section.title else {
                self[nil] = section.text
                continue
            }
            guard let part = PagePart(title: title) else { throw .heading(.unknownPart(title)) }
            guard let place = rest.firstIndex(of: part) else {
                throw .heading(self[part].isEmpty ? .partOutOfOrder(title) : .partTwice(title))
            }
            rest = rest[(place + 1)...]
            self[part] = section.text
        }
        guard self.body.utf8.elementsEqual(body.utf8) else { throw .spacing }
    }

    /// Puts any text in order and loses no words of it: what no part is named after stays where it stands.
    ///
    /// A heading becomes one of the third level unless the part's own title says the same.
    init(ordering body: String) {
        var place: PagePart?
        var found: [PagePart?: [String]] = [:]
        for section in Self.sections(of: body) {
            var text = section.text
            if let title = section.title {
                let words = Self.plain(title)
                place = PagePart(title: words) ?? PagePart(meantBy: words) ?? place
                if !words.isEmpty, place?.title.contains(words) != true { text = "### \(title)\n\(text)" }
            }
            text = Self.withoutBlankEnds(text)
            if !text.isEmpty { found[place, default: []].append(text) }
        }
        for (place, texts) in found { self[place] = texts.joined(separator: "\n\n") }
    }

    /// The parts of a form; nil when it has none, or the text as a whole.
    /// - Throws: `CommonRefusal.invalid` for a part that was sent twice.
    init?(sent form: Form) throws {
        guard !form.has(PageField.body.rawValue) else { return nil }
        let sent = Self.places.filter { form.has(Self.name(of: $0)) }
        guard !sent.isEmpty else { return nil }
        for place in sent { self[place] = PageForm.typed(try form.verbatim(Self.name(of: place))) }
    }

    /// The field of a form that holds the place.
    static func name(of place: PagePart?) -> String { "part-\(place?.rawValue ?? "lead")" }

    var isEmpty: Bool { texts.isEmpty }

    /// The whole text.
    var body: String { written.map(Self.joined).joined(separator: "\n\n") }

    /// The place of a line of `body`, both counted from 1; the first part for a line that stands nowhere.
    func place(ofLine line: Int) -> (place: PagePart?, line: Int) {
        var found: (place: PagePart?, line: Int) = (PagePart.allCases.first, 1)
        var start = 1
        for (place, text) in written where start <= line {
            found = (place, max(1, line - start + (place == nil ? 1 : 0)))
            start += Self.lines(of: Self.joined(place, text)).count + 1
        }
        return found
    }

    private var written: [(place: PagePart?, text: String)] {
        Self.places.compactMap { place in texts[place].map { (place, $0) } }
    }

    private static func joined(_ place: PagePart?, _ text: String) -> String {
        place.map { "## \($0.title)\n\(text)" } ?? text
    }

    // MARK: Reading

    /// The text before the first heading of the second level, and each of these headings with what is below it.
    private static func sections(of body: String) -> [(title: String?, text: String)] {
        var sections: [(title: String?, lines: [Substring])] = [(nil, [])]
        var fence: Substring?
        for line in lines(of: body) {
            let words = line.drop { $0 == " " || $0 == "\t" }
            let signs = words.prefix { $0 == words.first && "`~".contains($0) }
            let rest = words.dropFirst(signs.count)
            if let open = fence {
                if signs.hasPrefix(open), rest.allSatisfy(\.isWhitespace) { fence = nil }
            } else if signs.count >= 3, rest.unicodeScalars.allSatisfy({ $0.isASCII && $0 != "`" && $0 != "~" }) {
                fence = signs
            } else if let title = title(of: line) {
                sections.append((title, []))
                continue
            }
            sections[sections.count - 1].lines.append(line)
        }
        return sections.map { ($0.title, $0.lines.joined(separator: "\n")) }
    }

    /// The words of a heading of the second level; nil for any other line.
    private static func title(of line: Substring) -> String? {
        let signs = line.drop { $0 == " " }
        let words = signs.dropFirst(2)
        guard line.count - signs.count <= 3, signs.hasPrefix("##"), words.first.map({ " \t".contains($0) }) ?? true
        else { return nil }
        return trimmed(words, of: " \t")
    }

    /// A heading without emphasis, a colon or signs at its end.
    private static func plain(_ title: String) -> String { trimmed(title[...], of: " *_#:\u{FF1A}") }

    private static func trimmed(_ text: Substring, of signs: String) -> String {
        var text = text.drop { signs.contains($0) }
        while let last = text.last, signs.contains(last) { text.removeLast() }
        return String(text)
    }

    private static func withoutBlankEnds(_ text: String) -> String {
        var lines = lines(of: text)[...]
        while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
