/// What one reviewer has to score in a call, and how far they are.
struct ReviewQueue: Sendable {
    struct Item: Sendable {
        let id: ID<Proposal>
        let isAside: Bool
        /// Of their sheet; nil before it is begun.
        let state: ScoreState?

        var isDone: Bool { state == .handedIn }
    }

    let call: ProposalCall
    /// By number.
    let items: [Item]

    var done: Int { items.count(where: \.isDone) }

    /// The next to score after `id`, in the order of the numbers and from the beginning again; what was put aside comes
    /// last.
    ///
    /// `id`: nil to begin with the first. Nil when nothing else is left.
    func next(after id: ID<Proposal>?) -> ID<Proposal>? {
        let place = items.firstIndex { $0.id == id }.map { $0 + 1 } ?? 0
        let others = (items[place...] + items[..<place]).filter { !$0.isDone && $0.id != id }
        return (others.first { !$0.isAside } ?? others.first)?.id
    }
}
