/// Finding the piece of a text that shows what was looked for.
extension SearchExcerpt {
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
        self.init(pieces: pieces)
    }

    /// The whole of a short text, such as a title, with the found words marked.
    static func whole(_ text: String, phrases: [[String]]) -> SearchExcerpt {
        SearchExcerpt(of: text, phrases: phrases, length: .max / 2)
    }

    private struct Match {
        let phrase: Int
        let place: Range<Int>
    }

    /// In the order of their places; of more than anybody reads, the first ones.
    private static func matches(in tokens: [SearchText.Token], phrases: [[String]]) -> [Match] {
        let distinct = Array(Set(phrases).filter { !$0.isEmpty })
        // A Latin word may go on, so it is known by its first letter.
        let key = { (token: String) in token.unicodeScalars.first.map { $0.isASCII ? String($0) : token } ?? "" }
        let beginning = Dictionary(grouping: distinct.indices) { key(distinct[$0][0]) }
        var found: [Match] = []
        for start in tokens.indices where found.count < matchLimit {
            for phrase in beginning[key(tokens[start].text)] ?? [] {
                let end = start + distinct[phrase].count
                guard end <= tokens.count, fits(distinct[phrase], tokens[start..<end]) else { continue }
                let place = tokens[start].place.lowerBound..<tokens[end - 1].place.upperBound
                found.append(Match(phrase: phrase, place: place))
            }
        }
        return found
    }

    private static let matchLimit = 1000

    /// The last token of a Latin phrase may go on.
    private static func fits(_ phrase: [String], _ tokens: ArraySlice<SearchText.Token>) -> Bool {
        for (wanted, token) in zip(phrase.dropLast(), tokens) where wanted != token.text { return false }
        guard let wanted = phrase.last, let token = tokens.last else { return false }
        if let first = wanted.unicodeScalars.first, first.isASCII { return token.text.hasPrefix(wanted) }
        return wanted == token.text
    }

    /// Where the window with the most different phrases begins, the earliest of them.
    private static func start(matches: [Match], length: Int, count: Int) -> Int {
        guard count > length else { return 0 }
        var best = (start: 0, phrases: 0)
        var inside: [Int: Int] = [:]
        var (first, next) = (0, 0)
        for match in matches {
            let window = max(0, match.place.lowerBound - lead)
            while next < matches.count, matches[next].place.upperBound <= window + length {
                inside[matches[next].phrase, default: 0] += 1
                next += 1
            }
            while first < next, matches[first].place.lowerBound < window {
                let phrase = matches[first].phrase
                inside[phrase] = inside[phrase].flatMap { $0 > 1 ? $0 - 1 : nil }
                first += 1
            }
            if inside.count > best.phrases { best = (window, inside.count) }
        }
        return min(best.start, max(0, count - length))
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
