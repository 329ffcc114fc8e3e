import Testing

@testable import Huxue

/// Small panels, worked out by hand.
@Suite struct AssignmentRulesTests {
    @Test func `a later proposal with little choice moves an earlier one's reviewer`() throws {
        for seed in 0..<20 {
            // 1 may have both reviewers, 2 the first alone.
            let assignment = try AssignmentRules.assignment(
                for: SampleAssignment.task(needs: [1, 1], reviewers: 2, conflicts: [(2, 2)], seed: "\(seed)"))
            #expect(assignment.pairs == [SamplePanel.pair(1, 2), SamplePanel.pair(2, 1)])
        }
    }

    @Test func `loads are as even as conflicts allow`() throws {
        // 1, 2 and 3 can only go to the first reviewer; 4 to anyone.
        let conflicts = (1...3).flatMap { [($0, 2), ($0, 3)] }
        let assignment = try AssignmentRules.assignment(
            for: SampleAssignment.task(needs: [1, 1, 1, 1], reviewers: 3, conflicts: conflicts))
        let loads = SampleAssignment.loads(assignment)
        #expect(loads.sorted() == [0, 1, 3] && loads[0] == 3)
    }

    @Test func `locked reviews stay and count, also of who has left the panel`() throws {
        // Reviewer 9 has left; reviewer 1 has two reviews already.
        let locked = [(1, 1), (2, 1), (3, 9)]
        let assignment = try AssignmentRules.assignment(
            for: SampleAssignment.task(needs: [2, 2, 2], reviewers: 3, locked: locked))
        #expect(Set(locked.map(SamplePanel.pair)).isSubset(of: assignment.pairs))
        let loads = SampleAssignment.loads(assignment)
        #expect(loads.sorted() == [1, 2, 2] && loads[0] == 2)
        #expect(assignment.pairs.count == 6 && assignment.added.count == 3)
        #expect(!assignment.added.contains { $0.proposal == ID(rawValue: 3) && $0.reviewer == ID(rawValue: 9) })
    }

    @Test func `more locked reviews than wanted take nothing away and add nothing`() throws {
        let locked = [(1, 1), (1, 2), (1, 3)]
        let assignment = try AssignmentRules.assignment(
            for: SampleAssignment.task(needs: [2, 0], reviewers: 3, maxima: [1: 0], locked: locked))
        #expect(assignment.pairs == locked.map(SamplePanel.pair) && assignment.added.isEmpty)
    }

    @Test func `a locked review in conflict is told`() {
        #expect(throws: AssignmentFailure.lockedConflicts([SamplePanel.pair(1, 2)])) {
            try AssignmentRules.assignment(
                for: SampleAssignment.task(
                    needs: [1], reviewers: 3, conflicts: [(1, 2), (1, 3)], locked: [(1, 2), (1, 1)]))
        }
    }

    @Test func `a proposal with more conflicts than reviewers is told with those who are left`() throws {
        let shortages = SampleAssignment.shortages(
            SampleAssignment.task(needs: [2, 2], reviewers: 3, conflicts: [(1, 1), (1, 2)]))
        let shortage = try #require(shortages.first)
        #expect(shortages.count == 1)
        #expect(shortage.proposals == [ID(rawValue: 1)])
        #expect(shortage.gaps == [ReviewerShortage.Gap(proposal: ID(rawValue: 1), missing: 1)])
        #expect(shortage.needed == 2 && shortage.available == 1 && shortage.missing == 1)
        #expect(shortage.choices == [ReviewerShortage.Choice(reviewer: ID(rawValue: 3), open: 1, room: nil)])
    }

    @Test func `proposals that compete for reviewers with little room are told together`() throws {
        // Two reviewers with room for two each, one of which is taken.
        let shortages = SampleAssignment.shortages(
            SampleAssignment.task(
                needs: [2, 2, 2, 1], reviewers: 4, maxima: [1: 2, 2: 2],
                conflicts: (1...3).flatMap { [($0, 3), ($0, 4)] }, locked: [(1, 1)]))
        let shortage = try #require(shortages.first)
        #expect(shortages.count == 1)
        #expect(shortage.proposals.map(\.rawValue) == [1, 2, 3])
        // Of 1, one review is in already.
        #expect(shortage.needed == 5 && shortage.available == 3)
        #expect(
            shortage.choices == [
                ReviewerShortage.Choice(reviewer: ID(rawValue: 1), open: 2, room: 1),
                ReviewerShortage.Choice(reviewer: ID(rawValue: 2), open: 3, room: 2),
            ])
        #expect(shortage.gaps.map(\.missing).reduce(0, +) == 2)
    }

    @Test func `shortages that have nothing to do with each other are told apart`() {
        let shortages = SampleAssignment.shortages(
            SampleAssignment.task(needs: [2, 2, 1], reviewers: 3, conflicts: [(1, 2), (1, 3), (2, 1), (2, 3)]))
        #expect(shortages.map(\.proposals) == [[ID(rawValue: 1)], [ID(rawValue: 2)]])
    }

    @Test func `nobody can review when there is no panel, and nothing is wanted of none`() throws {
        #expect(SampleAssignment.shortages(SampleAssignment.task(needs: [1, 0], reviewers: 0)).map(\.missing) == [1])
        #expect(try AssignmentRules.assignment(for: SampleAssignment.task(needs: [], reviewers: 2)).pairs.isEmpty)
    }
}
