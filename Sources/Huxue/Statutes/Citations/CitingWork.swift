/// A work that rests on the law, with what it cites read.
@dynamicMemberLookup
struct CitingWork: Hashable, Sendable {
    let work: CitedWork
    /// What of the law it rests on.
    let passage: CitedPassage

    /// Nil when what its feature keeps names no part of the statute.
    init?(_ work: CitedWork) {
        guard let passage = CitedPassage.stored(work.citation, of: work.pcode) else { return nil }
        self.work = work
        self.passage = passage
    }

    subscript<Value>(dynamicMember path: KeyPath<CitedWork, Value>) -> Value { work[keyPath: path] }
}
