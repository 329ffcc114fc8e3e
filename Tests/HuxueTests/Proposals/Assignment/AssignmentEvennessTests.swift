import Testing

@testable import Huxue

/// Random panels, against every assignment that there is.
@Suite struct AssignmentEvennessTests {
    /// Up to five proposals and reviewers with conflicts, maxima and locked pairs, always the same.
    private func random(_ number: Int) -> AssignmentTask {
        var chance = SeededGenerator("task", "\(number)")
        let (proposals, reviewers) = (1 + chance.below(5), 1 + chance.below(5))
        let needs = (0..<proposals).map { _ in chance.below(4) }
        var (maxima, conflicts, locked): ([Int: Int], [(Int, Int)], [(Int, Int)]) = ([:], [], [])
        let rarity = 2 + chance.below(6)
        for reviewer in 1...reviewers {
            if chance.below(3) == 0 { maxima[reviewer] = chance.below(5) }
            for proposal in 1...proposals {
                switch chance.below(rarity) {
                case 0: conflicts.append((proposal, reviewer))
                case 1 where chance.below(3) == 0: locked.append((proposal, reviewer))
                default: break
                }
            }
        }
        return SampleAssignment.task(
            needs: needs, reviewers: reviewers, maxima: maxima, conflicts: conflicts, locked: locked,
            seed: "\(number)")
    }

    /// The loads of every assignment there is, reviewer by reviewer: all subsets for one proposal after the other.
    ///
    /// `needs`: instead of the task's own.
    private func allLoads(_ task: AssignmentTask, needs: [ID<Proposal>: Int]) -> Set<[Int]> {
        let reviewers = task.panel.sorted()
        let locked = reviewers.map { reviewer in task.locked.count { $0.reviewer == reviewer } }
        var reached: Set<[Int]> = [locked]
        for proposal in needs.keys {
            let need = max(0, needs[proposal, default: 0] - task.locked.count { $0.proposal == proposal })
            let open = reviewers.map { reviewer in
                let pair = ReviewPair(proposal: proposal, reviewer: reviewer)
                return !task.conflicts.contains(pair) && !task.locked.contains(pair)
            }
            var next: Set<[Int]> = []
            for subset in 0..<(1 << reviewers.count) where subset.nonzeroBitCount == need {
                let chosen = reviewers.indices.filter { subset >> $0 & 1 == 1 }
                guard chosen.allSatisfy({ open[$0] }) else { continue }
                for loads in reached {
                    var loads = loads
                    for place in chosen { loads[place] += 1 }
                    let fits = chosen.allSatisfy { loads[$0] <= task.maxima[reviewers[$0], default: .max] }
                    if fits { next.insert(loads) }
                }
            }
            reached = next
        }
        return reached
    }

    private func squares(_ loads: [Int]) -> Int { loads.map { $0 * $0 }.reduce(0, +) }
    private func spread(_ loads: [Int]) -> Int { (loads.max() ?? 0) - (loads.min() ?? 0) }

    @Test func `there is an assignment exactly when some exists, and none is more even`() throws {
        var (solved, uneven) = (0, 0)
        for number in 0..<600 {
            let task = random(number)
            let all = allLoads(task, needs: task.needs)
            guard let assignment = try? AssignmentRules.assignment(for: task) else {
                #expect(all.isEmpty, "\(task)")
                continue
            }
            solved += 1
            let loads = SampleAssignment.loads(assignment)
            #expect(all.contains(loads), "\(task)")
            #expect(squares(loads) == all.map(squares).min(), "\(task)")
            #expect(spread(loads) == all.map(spread).min(), "\(task)")
            #expect(loads.max() == all.compactMap { $0.max() }.min(), "\(task)")
            uneven += spread(loads) > 1 ? 1 : 0
        }
        #expect(solved > 150 && solved < 450 && uneven > 20)
    }

    @Test func `an assignment gives each proposal what it needs, keeps what is locked and no conflict`() throws {
        for number in 0..<600 {
            let task = random(number)
            guard let assignment = try? AssignmentRules.assignment(for: task) else { continue }
            #expect(
                Set(assignment.pairs).count == assignment.pairs.count && assignment.pairs == assignment.pairs.sorted())
            #expect(task.conflicts.isDisjoint(with: assignment.pairs))
            #expect(task.locked.isSubset(of: assignment.pairs))
            #expect(Set(assignment.added) == Set(assignment.pairs).subtracting(task.locked))
            for (proposal, need) in task.needs {
                let locked = task.locked.count { $0.proposal == proposal }
                #expect(assignment.pairs.count { $0.proposal == proposal } == max(need, locked))
            }
            for reviewer in task.panel {
                let load = assignment.pairs.count { $0.reviewer == reviewer }
                let locked = task.locked.count { $0.reviewer == reviewer }
                #expect(assignment.loads[reviewer] == load)
                #expect(load <= max(task.maxima[reviewer, default: .max], locked))
            }
        }
    }

    @Test func `every shortage is one by itself, and as many reviews fewer can be given`() {
        var count = 0
        for number in 0..<600 {
            let task = random(number)
            let shortages = SampleAssignment.shortages(task)
            var needs = task.needs
            for shortage in shortages {
                count += 1
                #expect(shortage.needed > shortage.available)
                #expect(shortage.missing == shortage.gaps.map(\.missing).reduce(0, +))
                #expect(shortage.gaps.allSatisfy { $0.missing > 0 && shortage.proposals.contains($0.proposal) })
                // Even when nothing else is to be reviewed.
                let alone = task.needs.filter { shortage.proposals.contains($0.key) }
                #expect(allLoads(task, needs: alone).isEmpty, "\(task)")
                for gap in shortage.gaps { needs[gap.proposal, default: 0] -= gap.missing }
            }
            #expect(Set(shortages.flatMap(\.proposals)).count == shortages.flatMap(\.proposals).count)
            #expect(!allLoads(task, needs: needs).isEmpty, "\(task)")
        }
        #expect(count > 100)
    }

    @Test func `the same seed gives the same assignment, another another`() throws {
        let needs = Array(repeating: 2, count: 20)
        let again = try (0..<2).map { _ in
            try AssignmentRules.assignment(for: SampleAssignment.task(needs: needs, reviewers: 8))
        }
        #expect(again[0] == again[1])
        let others = try (0..<50).map {
            try AssignmentRules.assignment(for: SampleAssignment.task(needs: needs, reviewers: 8, seed: "\($0)"))
        }
        #expect(Set(others).count == 50)
        #expect(others.allSatisfy { $0.loads.values.allSatisfy { $0 == 5 } })
        // Not always the same two meet.
        let meetings = Set(
            Dictionary(grouping: again[0].pairs, by: \.proposal).values.map { Set($0.map(\.reviewer)) })
        #expect(meetings.count > 10)
    }

    @Test func `500 proposals and 40 reviewers take no time`() throws {
        var chance = SeededGenerator("many")
        let conflicts = (1...500).flatMap { proposal in
            (1...40).filter { _ in chance.below(3) == 0 }.map { (proposal, $0) }
        }
        let task = SampleAssignment.task(needs: Array(repeating: 3, count: 500), reviewers: 40, conflicts: conflicts)
        let time = try ContinuousClock().measure {
            let loads = SampleAssignment.loads(try AssignmentRules.assignment(for: task))
            #expect(loads.reduce(0, +) == 1500 && spread(loads) == 1)
        }
        #expect(time < .seconds(10))
    }
}
