/// Which of the statutes that the office keeps a file has: one that vanished from a complete file is no longer in the
/// ministry's collection.
///
/// A file holds statutes of one level, such as 法律, or of several. It is taken for complete in a level of which it has
/// more than half of what the office keeps.
struct StatuteFileCoverage: Sendable {
    struct Kept: Hashable, Sendable {
        let pcode: String
        let name: String
        let level: String
        /// 更新日期 of the latest file that had it.
        let published: Day?
        /// The day of the first complete file that had it no more.
        let missingSince: Day?
    }

    private var present: Set<String> = []

    mutating func add(_ pcode: String) { present.insert(pcode) }

    /// `kept`: what the office keeps of the ministry's; `published`: the day of the file.
    func vanished(from kept: [Kept], published: Day) -> [Kept] {
        Dictionary(grouping: kept, by: \.level).values.flatMap { level -> [Kept] in
            let missing = level.filter { !present.contains($0.pcode) }
            guard missing.count * 2 < level.count else { return [] }
            return missing.filter { $0.missingSince == nil && ($0.published.map { $0 < published } ?? true) }
        }.sorted { $0.pcode < $1.pcode }
    }

    /// Those that are in the collection again: an older file than that which had them no more says nothing of it.
    func returned(of kept: [Kept], published: Day) -> [String] {
        kept.filter { $0.missingSince.map { $0 <= published } ?? false && present.contains($0.pcode) }.map(\.pcode)
            .sorted()
    }
}
