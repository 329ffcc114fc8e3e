/// An examinee who looked at keys of an exam's questions before handing in.
struct KeyViewer: Hashable, Sendable {
    let entry: RosterEntry
    /// How many questions of the exam's pool they saw with keys.
    let seen: Int
    /// How many questions on their own papers they saw with keys beforehand; nil before they began one.
    let drawn: Int?
    let latest: Moment
}

enum KeyDisclosureRules {
    /// One paper of an examinee.
    struct Paper: Sendable {
        /// Nil while open.
        let submittedAt: Moment?
        let codes: Set<String>
    }

    /// Nil for somebody who saw no key of `pool` before handing in their last paper.
    static func viewer(
        _ entry: RosterEntry, views: [KeyDisclosure], papers: [Paper], pool: Set<String>
    ) -> KeyViewer? {
        let isDone = !papers.isEmpty && papers.allSatisfy { $0.submittedAt != nil }
        let end = isDone ? papers.compactMap(\.submittedAt).max() : nil
        let early = views.filter { isBefore($0, end) && !$0.codes(among: pool).isEmpty }
        guard let latest = early.map(\.at).max() else { return nil }
        let drawn = papers.map { paper in
            codes(of: early.filter { isBefore($0, paper.submittedAt) }, among: paper.codes)
        }
        return KeyViewer(
            entry: entry, seen: codes(of: early, among: pool).count,
            drawn: papers.isEmpty ? nil : drawn.reduce(into: Set()) { $0.formUnion($1) }.count, latest: latest)
    }

    private static func isBefore(_ view: KeyDisclosure, _ end: Moment?) -> Bool { end.map { view.at < $0 } ?? true }

    private static func codes(of views: [KeyDisclosure], among codes: Set<String>) -> Set<String> {
        views.reduce(into: Set()) { $0.formUnion($1.codes(among: codes)) }
    }
}
