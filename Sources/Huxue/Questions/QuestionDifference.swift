/// What changed from one text to another, as runs of characters.
struct QuestionDifference: Sendable {
    enum Run: Hashable, Sendable {
        case same(String)
        case changed(String)
    }

    /// The old text; changed runs are those that were deleted.
    let old: [Run]
    /// The new text; changed runs are those that were inserted.
    let new: [Run]

    /// Longer changed parts are not compared inside.
    private static let limit = 1000

    init(from old: String, to new: String) {
        let (before, after) = (Array(old), Array(new))
        let head = zip(before, after).prefix { $0 == $1 }.count
        let tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let (oldMiddle, newMiddle) = (before.dropFirst(head).dropLast(tail), after.dropFirst(head).dropLast(tail))
        var deleted = Set(oldMiddle.indices)
        var inserted = Set(newMiddle.indices)
        if max(oldMiddle.count, newMiddle.count) <= Self.limit {
            let difference = Array(newMiddle).difference(from: Array(oldMiddle))
            deleted = Set(difference.removals.map { head + Self.offset(of: $0) })
            inserted = Set(difference.insertions.map { head + Self.offset(of: $0) })
        }
        self.old = Self.runs(before, changed: deleted)
        self.new = Self.runs(after, changed: inserted)
    }

    private static func offset(of change: CollectionDifference<Character>.Change) -> Int {
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }

    private static func runs(_ text: [Character], changed: Set<Int>) -> [Run] {
        var runs: [Run] = []
        var start = 0
        while start < text.count {
            let isChanged = changed.contains(start)
            let end = text[start...].indices.first { changed.contains($0) != isChanged } ?? text.count
            let piece = String(text[start..<end])
            runs.append(isChanged ? .changed(piece) : .same(piece))
            start = end
        }
        return runs
    }
}
