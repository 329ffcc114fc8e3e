/// Reviews flow from proposals to reviewers; the next one costs a reviewer more than the last.
///
/// A review is added along a path that gives the proposal one reviewer more, passes reviews of other proposals on from
/// reviewer to reviewer, and ends at the one with the fewest among all who can be reached: the cheapest path of a flow
/// whose costs are the squares of the loads. So after every step the sum of the squares is as small as it can be for the
/// reviews so far (J. Edmonds and R. M. Karp, "Theoretical improvements in algorithmic efficiency for network flow
/// problems", 1972; for loads: N. J. A. Harvey et al., "Semi-matchings for bipartite graphs and load balancing", 2006).
/// When no path ends, none will ever: what it reached is full.
struct AssignmentNetwork {
    /// How a reviewer is reached: by taking a review of `proposal`, from `previous` or as one more.
    private struct Step {
        let proposal: Int
        let previous: Int?
    }

    /// By proposal, then by reviewer: pairs that are open.
    private let isOpen: [[Bool]]
    /// By proposal, then by reviewer: pairs that were added.
    private(set) var isAdded: [[Bool]]
    /// Reviews of each reviewer, locked ones included.
    private(set) var loads: [Int]
    private let maxima: [Int?]
    /// By reviewer: proposals of the pairs that were added.
    private var added: [[Int]]

    /// `isOpen`: one row for each proposal; `loads`, `maxima`: of the reviewers, before any pair is added.
    init(isOpen: [[Bool]], loads: [Int], maxima: [Int?]) {
        self.isOpen = isOpen
        self.loads = loads
        self.maxima = maxima
        isAdded = isOpen.map { $0.map { _ in false } }
        added = loads.map { _ in [] }
    }

    /// Adds a review of `proposal`; false when nobody can be found for it.
    ///
    /// `order`: of the reviewers; of equally loaded ones reached in equally many steps, the first is taken.
    mutating func add(to proposal: Int, order: [Int]) -> Bool {
        let least = order.filter(hasRoom).map { loads[$0] }.min()
        var best: Int?
        let steps = reach(from: proposal, order: order) { reviewer in
            if hasRoom(reviewer), best.map({ loads[reviewer] < loads[$0] }) ?? true { best = reviewer }
            return best.map { loads[$0] == least } ?? false
        }
        guard let best else { return false }
        loads[best] += 1
        var end: Int? = best
        while let reviewer = end, let step = steps[reviewer] {
            isAdded[step.proposal][reviewer] = true
            added[reviewer].append(step.proposal)
            if let previous = step.previous {
                isAdded[step.proposal][previous] = false
                added[previous].removeAll { $0 == step.proposal }
            }
            end = step.previous
        }
        return true
    }

    /// What competes for the same reviewers as `proposal`: reviewers who could take its reviews, and proposals that they
    /// have.
    func contest(of proposal: Int) -> (proposals: Set<Int>, reviewers: Set<Int>) {
        let steps = reach(from: proposal, order: Array(loads.indices)) { _ in false }
        let reviewers = Set(steps.indices.filter { steps[$0] != nil })
        return (reviewers.reduce(into: [proposal]) { $0.formUnion(added[$1]) }, reviewers)
    }

    private func hasRoom(_ reviewer: Int) -> Bool {
        maxima[reviewer].map { loads[reviewer] < $0 } ?? true
    }

    /// Breadth first, from reviewer to reviewer; nil for who is not reached.
    ///
    /// `visit`: is told each reviewer once, and ends the search with true.
    private func reach(from proposal: Int, order: [Int], visit: (Int) -> Bool) -> [Step?] {
        var steps: [Step?] = Array(repeating: nil, count: loads.count)
        var queue: [Int] = []
        /// True when the search is over.
        func offer(_ proposal: Int, from previous: Int?) -> Bool {
            for reviewer in order where steps[reviewer] == nil {
                guard isOpen[proposal][reviewer], !isAdded[proposal][reviewer] else { continue }
                steps[reviewer] = Step(proposal: proposal, previous: previous)
                queue.append(reviewer)
                if visit(reviewer) { return true }
            }
            return false
        }
        if offer(proposal, from: nil) { return steps }
        var next = 0
        while next < queue.count, queue.count < loads.count {
            let reviewer = queue[next]
            next += 1
            for proposal in added[reviewer] where offer(proposal, from: reviewer) { return steps }
        }
        return steps
    }
}
