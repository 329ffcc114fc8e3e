/// What changed from one short text to another, as runs of characters.
struct RunDifference: Sendable {
    enum Run: Hashable, Sendable {
        case same(String)
        case changed(String)
    }

    /// The old text; changed runs are those that were deleted.
    let old: [Run]
    /// The new text; changed runs are those that were inserted.
    let new: [Run]

    init(from old: String, to new: String) {
        let (before, after) = (Array(old), Array(new))
        let changes = TextDifference(TextDifference.keys(before, after)).changes
        self.old = Self.runs(before, changed: changes.map(\.old))
        self.new = Self.runs(after, changed: changes.map(\.new))
    }

    private static func runs(_ text: [Character], changed: [Range<Int>]) -> [Run] {
        var runs: [Run] = []
        var place = 0
        func add(to end: Int, _ run: (String) -> Run) {
            if end > place { runs.append(run(String(text[place..<end]))) }
            place = end
        }
        // An empty range is a change in the other text only, so it does not split a run of this one.
        for range in changed where !range.isEmpty {
            add(to: range.lowerBound, Run.same)
            add(to: range.upperBound, Run.changed)
        }
        add(to: text.count, Run.same)
        return runs
    }
}
