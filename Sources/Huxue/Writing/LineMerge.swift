/// The three-way merge: the changes that two people made to the same lines, put together.
///
/// Source: the algorithm diff3; Khanna, Kunal, Pierce, "A Formal Investigation of Diff3", FSTTCS 2007.
struct LineMerge: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case settled([String])
        /// Both people changed these lines, in different ways.
        case conflict(mine: [String], theirs: [String])
    }

    /// The pieces of the merged text in order, none of them empty.
    let pieces: [Piece]

    init(base: [String], mine: [String], theirs: [String]) {
        let changes = (Self.changes(base, mine), Self.changes(base, theirs))
        var pieces: [Piece] = []
        func add(_ lines: some Sequence<String>) {
            let lines = Array(lines)
            guard !lines.isEmpty else { return }
            if case .settled(let before)? = pieces.last {
                pieces[pieces.count - 1] = .settled(before + lines)
            } else {
                pieces.append(.settled(lines))
            }
        }
        var place = 0
        for group in Self.groups(changes.0, changes.1) {
            add(base[place..<group.base.lowerBound])
            place = group.base.upperBound
            let (left, right) = (Array(mine[group.mine]), Array(theirs[group.theirs]))
            if !group.isMine {
                add(right)
            } else if !group.isTheirs || left == right {
                add(left)
            } else {
                pieces.append(.conflict(mine: left, theirs: right))
            }
        }
        add(base[place...])
        self.pieces = pieces
    }

    var isSettled: Bool {
        pieces.allSatisfy { if case .settled = $0 { true } else { false } }
    }

    /// The merged lines; a conflict appears as both versions between the marks.
    func lines(marks: (mine: String, between: String, theirs: String)) -> [String] {
        pieces.flatMap { piece in
            switch piece {
            case .settled(let lines): lines
            case .conflict(let mine, let theirs): [marks.mine] + mine + [marks.between] + theirs + [marks.theirs]
            }
        }
    }

    private static func changes(_ old: [String], _ new: [String]) -> [TextDifference.Change] {
        TextDifference(TextDifference.keys(old, new)).changes
    }

    /// A range in which changes of one or both people touch, with the lines of all three texts there.
    private struct Group {
        var base: Range<Int>
        var mine: Range<Int>
        var theirs: Range<Int>
        var isMine = false
        var isTheirs = false
    }

    private static func groups(_ mine: [TextDifference.Change], _ theirs: [TextDifference.Change]) -> [Group] {
        var groups: [Group] = []
        var (left, right) = (0, 0)
        // The difference between line numbers of each text and of the base, after the changes handled so far.
        var (leftShift, rightShift) = (0, 0)
        while left < mine.count || right < theirs.count {
            let starts = [
                left < mine.count ? mine[left].old.lowerBound : nil,
                right < theirs.count ? theirs[right].old.lowerBound : nil,
            ]
            guard let start = starts.compactMap({ $0 }).min() else { break }
            var end = start
            var group = Group(base: start..<start, mine: 0..<0, theirs: 0..<0)
            let before = (leftShift, rightShift)
            while true {
                if left < mine.count, mine[left].old.lowerBound <= end {
                    end = max(end, mine[left].old.upperBound)
                    leftShift += mine[left].new.count - mine[left].old.count
                    group.isMine = true
                    left += 1
                } else if right < theirs.count, theirs[right].old.lowerBound <= end {
                    end = max(end, theirs[right].old.upperBound)
                    rightShift += theirs[right].new.count - theirs[right].old.count
                    group.isTheirs = true
                    right += 1
                } else {
                    break
                }
            }
            group.base = start..<end
            group.mine = start + before.0..<end + leftShift
            group.theirs = start + before.1..<end + rightShift
            groups.append(group)
        }
        return groups
    }
}
