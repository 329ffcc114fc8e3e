/// Gives every proposal its reviewers, as evenly as can be.
///
/// Even: among all assignments that keep locked pairs, conflicts and maxima, one whose loads have the smallest sum of
/// squares. Its greatest load is then as small, its least load as great, and their difference as small as in any of
/// them (A. Frank and K. Murota, "Decreasing minimization on M-convex sets", 2022). So loads differ by at most one
/// wherever conflicts, maxima and locked pairs allow that, and else by as little as they allow. Which of the equally even
/// ones it is, the seed decides.
enum AssignmentRules {
    static func assignment(for task: AssignmentTask) throws(AssignmentFailure) -> Assignment {
        let contradictions = task.locked.intersection(task.conflicts).sorted()
        guard contradictions.isEmpty else { throw .lockedConflicts(contradictions) }
        let proposals = task.needs.keys.sorted()
        let reviewers = task.panel.sorted()
        let lockedReviews = Dictionary(grouping: task.locked, by: \.reviewer).mapValues(\.count)
        let lockedNeeds = Dictionary(grouping: task.locked, by: \.proposal).mapValues(\.count)
        let needs = proposals.map { max(0, task.needs[$0, default: 0] - lockedNeeds[$0, default: 0]) }
        let isOpen = proposals.map { proposal in
            reviewers.map { reviewer in
                let pair = ReviewPair(proposal: proposal, reviewer: reviewer)
                return !task.conflicts.contains(pair) && !task.locked.contains(pair)
            }
        }
        let loads = reviewers.map { lockedReviews[$0, default: 0] }
        let maxima = reviewers.map { task.maxima[$0] }
        var network = AssignmentNetwork(isOpen: isOpen, loads: loads, maxima: maxima)
        var missing = needs
        var generator = SeededGenerator("assignment", task.seed)
        for proposal in generator.shuffled(Array(proposals.indices)) {
            // A new order each time, so that not always the same reviewers meet.
            while missing[proposal] > 0,
                network.add(to: proposal, order: generator.shuffled(Array(reviewers.indices)))
            {
                missing[proposal] -= 1
            }
        }
        guard missing.allSatisfy({ $0 == 0 }) else {
            throw .shortages(
                groups(network, missing).map { group in
                    ReviewerShortage(
                        proposals: group.map { proposals[$0] },
                        gaps: group.filter { missing[$0] > 0 }.map {
                            ReviewerShortage.Gap(proposal: proposals[$0], missing: missing[$0])
                        },
                        needed: group.map { needs[$0] }.reduce(0, +),
                        choices: reviewers.indices.map { reviewer in
                            ReviewerShortage.Choice(
                                reviewer: reviewers[reviewer], open: group.count { isOpen[$0][reviewer] },
                                room: maxima[reviewer].map { max(0, $0 - loads[reviewer]) })
                        }.filter { $0.open > 0 })
                })
        }
        let added = proposals.indices.flatMap { proposal in
            reviewers.indices.filter { network.isAdded[proposal][$0] }.map {
                ReviewPair(proposal: proposals[proposal], reviewer: reviewers[$0])
            }
        }
        return Assignment(
            pairs: (added + task.locked).sorted(), added: added,
            loads: Dictionary(uniqueKeysWithValues: zip(reviewers, network.loads)))
    }

    /// Proposals that lack reviewers with all that compete with them, those with a common proposal or reviewer together;
    /// in order.
    private static func groups(_ network: AssignmentNetwork, _ missing: [Int]) -> [[Int]] {
        var groups: [(proposals: Set<Int>, reviewers: Set<Int>)] = []
        for proposal in missing.indices where missing[proposal] > 0 {
            var whole = network.contest(of: proposal)
            groups.removeAll { group in
                let isDisjoint =
                    group.proposals.isDisjoint(with: whole.proposals)
                    && group.reviewers.isDisjoint(with: whole.reviewers)
                if !isDisjoint {
                    whole.proposals.formUnion(group.proposals)
                    whole.reviewers.formUnion(group.reviewers)
                }
                return !isDisjoint
            }
            groups.append(whole)
        }
        return groups.map { $0.proposals.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }
}
