/// Two texts side by side, line by line.
struct LineComparison: Hashable, Sendable {
    let rows: [Row]

    /// A line of the old text, a line of the new text, or a matching pair of them.
    struct Row: Hashable, Sendable {
        let segments: [Segment]

        /// The old line; empty when the line was added.
        var old: String { segments.map(\.old).joined() }
        /// The new line; empty when the line was removed.
        var new: String { segments.map(\.new).joined() }
        var isSame: Bool { segments.allSatisfy { $0.kind == .same } }
    }

    /// A part of a line that stayed the same, was removed or was added.
    struct Segment: Hashable, Sendable {
        enum Kind: Hashable, Sendable { case same, removed, added }

        let kind: Kind
        /// The part in the old text; empty when added.
        let old: String
        /// The part in the new text; if it stayed the same, it may still differ from `old` in what the keys ignore.
        let new: String
    }

    /// Compares lines in which every character counts.
    init(_ old: [String], _ new: [String]) {
        self.init(old, new) { Int32(bitPattern: $0.value) }
    }

    /// Compares lines by keys of their characters.
    ///
    /// `key`: a number for a character, equal for variants of the same one; nil for characters to ignore.
    init(_ old: [String], _ new: [String], key: (Unicode.Scalar) -> Int32?) {
        let marks = Set(WritingTerms.marks.unicodeScalars.compactMap(key))
        self.init(from: old.map { ComparedLine($0, key: key) }, to: new.map { ComparedLine($0, key: key) }, marks)
    }

    private init(from before: [ComparedLine], to after: [ComparedLine], _ marks: Set<Int32>) {
        rows = LineAlignment.pairs(before, after).map { pair in
            switch pair {
            case (let old?, let new?): Row(segments: Self.segments(from: before[old], to: after[new], marks))
            case (let old?, nil): Row(segments: [Segment(kind: .removed, old: before[old].text, new: "")])
            case (nil, let new?): Row(segments: [Segment(kind: .added, old: "", new: after[new].text)])
            case (nil, nil): Row(segments: [])
            }
        }
    }

    private static func segments(
        from old: ComparedLine, to new: ComparedLine, _ marks: Set<Int32>
    ) -> [Segment] {
        guard old.keys != new.keys else { return [Segment(kind: .same, old: old.text, new: new.text)] }
        var difference = TextDifference((old.keys, new.keys))
        difference.tidy()
        difference.settle(old: old.keys, new: new.keys, behind: marks.contains)
        var segments: [Segment] = []
        var (oldPlace, newPlace) = (0, 0)
        func addSame(before change: TextDifference.Change) {
            guard change.old.lowerBound > oldPlace else { return }
            segments.append(
                Segment(
                    kind: .same, old: old.text(oldPlace..<change.old.lowerBound),
                    new: new.text(newPlace..<change.new.lowerBound)))
        }
        for change in difference.changes {
            addSame(before: change)
            if !change.old.isEmpty { segments.append(Segment(kind: .removed, old: old.text(change.old), new: "")) }
            if !change.new.isEmpty { segments.append(Segment(kind: .added, old: "", new: new.text(change.new))) }
            (oldPlace, newPlace) = (change.old.upperBound, change.new.upperBound)
        }
        let end = TextDifference.Change(
            old: old.keys.count..<old.keys.count, new: new.keys.count..<new.keys.count)
        addSame(before: end)
        return segments
    }

    // MARK: What is shown of it

    /// A line to show, or the number of equal lines left out in its place.
    enum Part: Sendable {
        case row(Row)
        case gap(Int)
    }

    /// How many equal lines are shown before and after a change.
    private static let context = 2

    /// The changed lines and some lines around them; empty when nothing changed.
    var parts: [Part] {
        let changed = rows.indices.filter { !rows[$0].isSame }
        guard !changed.isEmpty else { return [] }
        var parts: [Part] = []
        var place = 0
        func skip(to next: Int) {
            // The note about a single left-out line would take as much room as the line.
            if next - place > 1 {
                parts.append(.gap(next - place))
            } else {
                parts += rows[place..<max(place, next)].map(Part.row)
            }
            place = max(place, next)
        }
        for index in changed {
            skip(to: max(place, index - Self.context))
            let end = min(rows.count, index + Self.context + 1)
            if end > place { parts += rows[place..<end].map(Part.row) }
            place = max(place, end)
        }
        skip(to: rows.count)
        return parts
    }
}

/// A line divided into characters that count, each together with the ignored characters after it.
struct ComparedLine {
    let text: String
    /// The key of each character that counts, equal for variants of the same one.
    let keys: [Int32]
    private let scalars: [Unicode.Scalar]
    /// The index in `scalars` at which each of these characters begins, followed by the end of the last.
    private let starts: [Int]
    /// Pairs of neighbouring keys, sorted.
    private let neighbours: [Int64]

    init(_ text: String, key: (Unicode.Scalar) -> Int32?) {
        self.text = text
        scalars = Array(text.unicodeScalars)
        var keys: [Int32] = []
        var starts: [Int] = []
        for (place, scalar) in scalars.enumerated() {
            guard let key = key(scalar) else { continue }
            starts.append(keys.isEmpty ? 0 : place)
            keys.append(key)
        }
        self.keys = keys
        self.starts = starts + [scalars.count]
        neighbours = zip(keys, keys.dropFirst()).map { Int64($0) << 32 | Int64($1) }.sorted()
    }

    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        return String(String.UnicodeScalarView(scalars[starts[range.lowerBound]..<starts[range.upperBound]]))
    }

    /// The share of common pairs of neighbouring keys (Dice's coefficient), from 0, none, to 1, all.
    func likeness(to other: ComparedLine) -> Double {
        if keys == other.keys { return 1 }
        let (mine, theirs) = (neighbours, other.neighbours)
        guard !mine.isEmpty, !theirs.isEmpty else { return 0 }
        var (shared, left, right) = (0, 0, 0)
        while left < mine.count, right < theirs.count {
            if mine[left] == theirs[right] {
                (shared, left, right) = (shared + 1, left + 1, right + 1)
            } else if mine[left] < theirs[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return Double(2 * shared) / Double(mine.count + theirs.count)
    }
}

/// Finds out which lines of two texts correspond.
enum LineAlignment {
    /// The likeness below which two lines do not count as one changed line.
    private static let leastLikeness = 0.4

    /// The lines of both texts in order, in pairs where they correspond; old lines without a partner precede new ones.
    static func pairs(_ old: [ComparedLine], _ new: [ComparedLine]) -> [(old: Int?, new: Int?)] {
        var pairs: [(old: Int?, new: Int?)] = []
        var (oldPlace, newPlace) = (0, 0)
        func close(_ oldEnd: Int, _ newEnd: Int) {
            pairs += (oldPlace..<oldEnd).map { ($0, nil) } + (newPlace..<newEnd).map { (nil, $0) }
            (oldPlace, newPlace) = (oldEnd, newEnd)
        }
        for change in TextDifference(TextDifference.keys(old.map(\.keys), new.map(\.keys))).changes {
            while oldPlace < change.old.lowerBound {
                pairs.append((oldPlace, newPlace))
                (oldPlace, newPlace) = (oldPlace + 1, newPlace + 1)
            }
            for match in matches(old[change.old], new[change.new]) {
                close(match.old, match.new)
                pairs.append((match.old, match.new))
                (oldPlace, newPlace) = (match.old + 1, match.new + 1)
            }
            close(change.old.upperBound, change.new.upperBound)
        }
        pairs += zip(oldPlace..<old.count, newPlace..<new.count).map { ($0, $1) }
        return pairs
    }

    /// The pairs, in order, with the highest sum of likeness.
    private static func matches(
        _ old: ArraySlice<ComparedLine>, _ new: ArraySlice<ComparedLine>
    ) -> [(old: Int, new: Int)] {
        // With hundreds of lines on both sides, the text was rewritten and not edited, and matching would be slow.
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= 10_000 else { return [] }
        var best = [[Double]](repeating: [Double](repeating: 0, count: new.count + 1), count: old.count + 1)
        var likeness = best
        for (row, left) in old.enumerated().reversed() {
            for (column, right) in new.enumerated().reversed() {
                likeness[row][column] = left.likeness(to: right)
                let alone = max(best[row + 1][column], best[row][column + 1])
                let together = likeness[row][column] + best[row + 1][column + 1]
                best[row][column] = likeness[row][column] < leastLikeness ? alone : max(alone, together)
            }
        }
        var matches: [(old: Int, new: Int)] = []
        var (row, column) = (0, 0)
        while row < old.count, column < new.count {
            let together = likeness[row][column] + best[row + 1][column + 1]
            if likeness[row][column] >= leastLikeness, best[row][column] == together {
                matches.append((old.startIndex + row, new.startIndex + column))
                (row, column) = (row + 1, column + 1)
            } else if best[row][column] == best[row + 1][column] {
                row += 1
            } else {
                column += 1
            }
        }
        return matches
    }
}
