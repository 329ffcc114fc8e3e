/// Finding the piece of a text that shows what was looked for.
extension SearchExcerpt {
    /// How many characters an excerpt shows at most.
    private static let length = 96
    private static let lead = 18

    /// The piece of `text` with the most of `phrases` in it; its beginning when there is none.
    init(of text: String, phrases: [[String]], length: Int = SearchExcerpt.length) {
        let scalars = Array(text.unicodeScalars)
        let matches = Self.matches(in: text, phrases: phrases)
        let start = Self.start(matches: matches, length: length, count: scalars.count)
        let end = min(scalars.count, start + length)
        var pieces: [Piece] = start > 0 ? [Piece(text: "…", isMatch: false)] : []
        var place = start
        func add(upTo next: Int, isMatch: Bool) {
            guard next > place else { return }
            let words = Self.line(scalars[place..<next], after: pieces.last?.text, isLast: next == scalars.count)
            place = next
            if !words.isEmpty { pieces.append(Piece(text: words, isMatch: isMatch)) }
        }
        for match in Self.merged(matches.map(\.place)) where match.upperBound > start && match.lowerBound < end {
            add(upTo: max(start, match.lowerBound), isMatch: false)
            add(upTo: min(end, match.upperBound), isMatch: true)
        }
        add(upTo: end, isMatch: false)
        if end < scalars.count { pieces.append(Piece(text: "…", isMatch: false)) }
        self.init(pieces: pieces)
    }

    /// Lines in one, with a space between them, also where one piece ends with its line and the next goes on below.
    private static func line(_ scalars: ArraySlice<Unicode.Scalar>, after last: String?, isLast: Bool) -> String {
        var line = String.UnicodeScalarView()
        var isSpaced = last.map { $0.hasSuffix(" ") || $0 == "…" } ?? true
        for scalar in scalars {
            let isBreak = Character(scalar).isNewline
            if !isBreak {
                line.append(scalar)
            } else if !isSpaced {
                line.append(" ")
            }
            isSpaced = isBreak || scalar == " "
        }
        if isLast, let end = scalars.last, Character(end).isNewline, line.last == " " { line.removeLast() }
        return String(line)
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
    private static func matches(in text: String, phrases: [[String]]) -> [Match] {
        let distinct = phrases.count > 1 ? Array(Set(phrases)) : phrases
        let wanted = distinct.filter { !$0.isEmpty }.map { SearchTokenKeys.phrase($0) }
        let beginnings = SearchTokenKeys.Beginnings(wanted)
        let keys = SearchTokenKeys(text)
        var found: [Match] = []
        for start in keys.tokens.indices where beginnings.mayBegin(with: keys.tokens[start]) {
            for (place, phrase) in wanted.enumerated() where keys.has(phrase, at: start) {
                let end = keys.tokens[start + phrase.count - 1].end
                found.append(Match(phrase: place, place: Int(keys.tokens[start].start)..<Int(end)))
            }
            if found.count >= matchLimit { break }
        }
        return found
    }

    private static let matchLimit = 1000

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
