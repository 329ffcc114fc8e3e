@testable import Huxue

/// Tasks by number, and what comes of them.
enum SampleAssignment {
    static func task(
        needs: [Int], reviewers: Int, maxima: [Int: Int] = [:], conflicts: [(Int, Int)] = [],
        locked: [(Int, Int)] = [], seed: String = "1"
    ) -> AssignmentTask {
        AssignmentTask(
            needs: Dictionary(
                uniqueKeysWithValues: needs.enumerated().map { (ID(rawValue: Int64($0.offset + 1)), $0.element) }),
            panel: Set((0..<reviewers).map { ID(rawValue: Int64($0 + 1)) }),
            maxima: Dictionary(uniqueKeysWithValues: maxima.map { (ID(rawValue: Int64($0.key)), $0.value) }),
            conflicts: Set(conflicts.map(SamplePanel.pair)), locked: Set(locked.map(SamplePanel.pair)), seed: seed)
    }

    static func shortages(_ task: AssignmentTask) -> [ReviewerShortage] {
        do {
            _ = try AssignmentRules.assignment(for: task)
        } catch .shortages(let shortages) {
            return shortages
        } catch {}
        return []
    }

    static func loads(_ assignment: Assignment) -> [Int] {
        assignment.loads.sorted { $0.key < $1.key }.map(\.value)
    }
}
