/// The differences between two sequences: the fewest changes from one to the other, within a bound of work.
///
/// Source: Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986).
struct TextDifference {
    /// Elements `old` of the old sequence are replaced by elements `new` of the new one; either range may be empty.
    struct Change: Hashable {
        var old: Range<Int>
        var new: Range<Int>

        var length: Int { max(old.count, new.count) }
    }

    /// The changes in order; between any two of them, at least one element stays the same.
    private(set) var changes: [Change]

    /// With more differences than this, everything between the common beginning and end counts as one change.
    private static let bound = 1000

    /// - Parameter keys: numbers for the elements, equal for equal elements.
    init(_ keys: (old: [Int32], new: [Int32])) {
        let (old, new) = keys
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, old[start] == new[start] { start += 1 }
        var end = 0
        while end < shorter - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        let middle = Change(old: start..<old.count - end, new: start..<new.count - end)
        guard !middle.old.isEmpty, !middle.new.isEmpty else {
            changes = middle.length == 0 ? [] : [middle]
            return
        }
        let found = Self.shortest(Array(old[middle.old]), Array(new[middle.new]))
        changes =
            found.map { found in
                found.map {
                    Change(
                        old: $0.old.lowerBound + start..<$0.old.upperBound + start,
                        new: $0.new.lowerBound + start..<$0.new.upperBound + start)
                }
            } ?? [middle]
    }

    /// Numbers for the elements of two sequences, equal for equal elements.
    static func keys<Element: Hashable>(_ old: [Element], _ new: [Element]) -> (old: [Int32], new: [Int32]) {
        var known: [Element: Int32] = [:]
        func key(_ element: Element) -> Int32 {
            if let key = known[element] { return key }
            let key = Int32(known.count)
            known[element] = key
            return key
        }
        return (old.map(key), new.map(key))
    }

    /// The fewest changes; nil when there are more differences than the bound.
    private static func shortest(_ old: [Int32], _ new: [Int32]) -> [Change]? {
        let bound = min(Self.bound, old.count + new.count)
        // The furthest index in `old` on each diagonal; `trace` keeps the state before each step.
        var reach = [Int32](repeating: 0, count: 2 * bound + 3)
        var trace: [[Int32]] = []
        let middle = bound + 1
        for step in 0...bound {
            trace.append(Array(reach[(middle - step)...(middle + step)]))
            for diagonal in stride(from: -step, through: step, by: 2) {
                let isDown =
                    diagonal == -step
                    || (diagonal != step && reach[middle + diagonal - 1] < reach[middle + diagonal + 1])
                var x = Int(isDown ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1)
                if step == 0 { x = 0 }
                while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
                reach[middle + diagonal] = Int32(x)
                if x >= old.count, x - diagonal >= new.count { return changes(back: trace, old.count, new.count) }
            }
        }
        return nil
    }

    private static func changes(back trace: [[Int32]], _ oldCount: Int, _ newCount: Int) -> [Change] {
        var changes: [Change] = []
        var (x, y) = (oldCount, newCount)
        for step in stride(from: trace.count - 1, to: 0, by: -1) {
            let reach = trace[step]
            let diagonal = x - y
            let isDown =
                diagonal == -step || (diagonal != step && reach[step + diagonal - 1] < reach[step + diagonal + 1])
            let from = isDown ? diagonal + 1 : diagonal - 1
            let fromX = Int(reach[step + from])
            let fromY = fromX - from
            let change = Change(
                old: fromX..<(isDown ? fromX : fromX + 1), new: fromY..<(isDown ? fromY + 1 : fromY))
            if let last = changes.last, last.old.lowerBound == change.old.upperBound,
                last.new.lowerBound == change.new.upperBound
            {
                changes[changes.count - 1] = Change(
                    old: change.old.lowerBound..<last.old.upperBound, new: change.new.lowerBound..<last.new.upperBound)
            } else {
                changes.append(change)
            }
            (x, y) = (fromX, fromY)
        }
        return changes.reversed()
    }

    /// Joins changes that are separated by so few equal elements that showing these separately would not help a reader.
    ///
    /// That is one equal element, or two or three if each of the changes is at least as long.
    mutating func tidy() {
        var joined: [Change] = []
        for change in changes {
            joined.append(change)
            while joined.count > 1 {
                let (before, after) = (joined[joined.count - 2], joined[joined.count - 1])
                let same = after.old.lowerBound - before.old.upperBound
                guard same == 1 || (same <= 3 && same <= before.length && same <= after.length) else { break }
                joined.removeLast()
                joined[joined.count - 1] = Change(
                    old: before.old.lowerBound..<after.old.upperBound,
                    new: before.new.lowerBound..<after.new.upperBound)
            }
        }
        changes = joined
    }

    /// Shifts pure insertions and deletions so that they end with a punctuation mark, where equal elements allow it.
    ///
    /// An inserted sentence is then shown as `乙。` and not as `。乙`.
    mutating func settle(old: [Int32], new: [Int32], behind isMark: (Int32) -> Bool) {
        for index in changes.indices {
            let change = changes[index]
            guard change.old.isEmpty || change.new.isEmpty else { continue }
            let keys = change.old.isEmpty ? new : old
            let range = change.old.isEmpty ? change.new : change.old
            let floor = index > 0 ? changes[index - 1].old.upperBound + 1 : 0
            var shift = 0
            while !isMark(keys[range.upperBound - 1 - shift]), change.old.lowerBound - shift > floor,
                range.lowerBound - shift > 0,
                keys[range.lowerBound - 1 - shift] == keys[range.upperBound - 1 - shift]
            {
                shift += 1
            }
            guard shift > 0, isMark(keys[range.upperBound - 1 - shift]) else { continue }
            changes[index] = Change(
                old: change.old.lowerBound - shift..<change.old.upperBound - shift,
                new: change.new.lowerBound - shift..<change.new.upperBound - shift)
        }
    }
}
