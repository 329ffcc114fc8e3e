/// A piece of a text around what was looked for, with the found words marked.
struct SearchExcerpt: Equatable, Sendable {
    struct Piece: Equatable, Sendable {
        let text: String
        let isMatch: Bool
    }

    let pieces: [Piece]

    /// Whether anything was found in it.
    var hasMatch: Bool { pieces.contains(where: \.isMatch) }

    /// How many characters an excerpt shows at most.
    private static let length = 96
    private static let lead = 18

    /// The piece of `text` with the most of `phrases` in it; its beginning when there is none.
    init(of text: String, phrases: [[String]], length: Int = SearchExcerpt.length) {
        let scalars = Array(text.unicodeScalars)
        let matches = Self.matches(in: SearchText(text).tokens, phrases: phrases)
        let start = Self.start(matches: matches, length: length, count: scalars.count)
        let end = min(scalars.count, start + length)
        var pieces: [Piece] = start > 0 ? [Piece(text: "…", isMatch: false)] : []
        var place = start
        func add(upTo next: Int, isMatch: Bool) {
            guard next > place else { return }
            let words = String(String.UnicodeScalarView(scalars[place..<next]))
                .split(whereSeparator: \.isNewline).joined(separator: " ")
            pieces.append(Piece(text: words, isMatch: isMatch))
            place = next
        }
        for match in Self.merged(matches.map(\.place)) where match.upperBound > start && match.lowerBound < end {
            add(upTo: max(start, match.lowerBound), isMatch: false)
            add(upTo: min(end, match.upperBound), isMatch: true)
        }
        add(upTo: end, isMatch: false)
        if end < scalars.count { pieces.append(Piece(text: "…", isMatch: false)) }
        self.pieces = pieces
    }

    /// The whole of a short text, such as a title, with the found words marked.
    static func whole(_ text: String, phrases: [[String]]) -> SearchExcerpt {
        SearchExcerpt(of: text, phrases: phrases, length: .max / 2)
    }

    private struct Match {
        let phrase: Int
        let place: Range<Int>
    }

    private static func matches(in tokens: [SearchText.Token], phrases: [[String]]) -> [Match] {
        var found: [Match] = []
        for (index, phrase) in phrases.enumerated() where !phrase.isEmpty && phrase.count <= tokens.count {
            for start in 0...(tokens.count - phrase.count) where fits(phrase, tokens[start..<start + phrase.count]) {
                let last = tokens[start + phrase.count - 1].place
                found.append(Match(phrase: index, place: tokens[start].place.lowerBound..<last.upperBound))
            }
        }
        return found.sorted { $0.place.lowerBound < $1.place.lowerBound }
    }

    /// The last token of a Latin phrase may go on.
    private static func fits(_ phrase: [String], _ tokens: ArraySlice<SearchText.Token>) -> Bool {
        for (wanted, token) in zip(phrase.dropLast(), tokens) where wanted != token.text { return false }
        guard let wanted = phrase.last, let token = tokens.last else { return false }
        if let first = wanted.unicodeScalars.first, first.isASCII { return token.text.hasPrefix(wanted) }
        return wanted == token.text
    }

    /// Where the window with the most different phrases begins, the earliest of them.
    private static func start(matches: [Match], length: Int, count: Int) -> Int {
        var best = (start: 0, phrases: 0)
        for match in matches {
            let window = max(0, match.place.lowerBound - lead)
            let inside = Set(
                matches.filter { $0.place.lowerBound >= window && $0.place.upperBound <= window + length }.map(\.phrase)
            )
            if inside.count > best.phrases { best = (window, inside.count) }
        }
        return count <= length ? 0 : min(best.start, max(0, count - length))
    }

    private static func merged(_ places: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for place in places {
            if let last = merged.last, place.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
            } else {
                merged.append(place)
            }
        }
        return merged
    }
}
