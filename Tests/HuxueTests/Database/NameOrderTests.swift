import Foundation
import GRDB
import Testing

@testable import Huxue

struct NameOrderTests {
    /// By strokes: 1, 1, 2, 4, 6, 7, 8, 11, 12; rare characters among the others.
    private static let ordered = ["一", "乙", "丁一", "王大明", "㐂屋明", "吉田", "𠮷田惠", "李𡘙", "林淑芬", "張雅婷", "黃美玲"]

    @Test(arguments: 1...5)
    func `names stand in the order of strokes, rare characters too`(turn: Int) {
        let mixed = Array(Self.ordered[turn...] + Self.ordered[..<turn]).reversed()
        #expect(mixed.sorted { NameOrder.compare($0, $1) == .orderedAscending } == Self.ordered)
    }

    @Test func `the staff list is in this order, on every connection`() throws {
        let staff = try SampleStaff()
        for _ in 0..<8 {
            let names = try staff.database.readAndWait {
                try EmployeeStore.members(
                    StaffFilter(order: .name), scope: .everywhere, today: SampleStaff.today, in: $0
                ).map(\.employee.name)
            }
            #expect(names == ["𠮷田惠", "林淑芬", "張雅婷", "陳志明", "黃美玲"])
        }
    }
}
