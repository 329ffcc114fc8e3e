/// What waits for a thread: one line for each group, taken from in turn, so that a crowd in one delays no other.
struct WorkQueue<Work> {
    /// Whether the newest of a line comes first.
    ///
    /// For short work: a crowd that comes at once then delays itself, and not who comes after it. The sum of the waits is
    /// the same in any order.
    let isNewestFirst: Bool
    private var lines: [String: [Work]] = [:]
    /// The groups in which something waits, in the order of their turns.
    private var turns: [String] = []

    init(newestFirst: Bool = false) {
        isNewestFirst = newestFirst
    }

    mutating func add(_ work: Work, of group: String) {
        if lines[group] == nil { turns.append(group) }
        lines[group, default: []].append(work)
    }

    /// The next piece of work; nil when nothing waits.
    mutating func next() -> Work? {
        guard let group = turns.first else { return nil }
        turns.removeFirst()
        let work = isNewestFirst ? lines[group]?.popLast() : lines[group]?.removeFirst()
        if lines[group]?.isEmpty ?? true { lines[group] = nil } else { turns.append(group) }
        return work
    }
}
