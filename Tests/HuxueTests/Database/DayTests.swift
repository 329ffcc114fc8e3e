import Testing

@testable import Huxue

@Suite struct DayTests {
    @Test(arguments: [(2026, 11, 21, 6), (2000, 2, 29, 2), (1912, 1, 1, 1), (1970, 1, 1, 4), (1900, 3, 1, 4)])
    func `a day knows its weekday`(year: Int, month: Int, day: Int, weekday: Int) {
        #expect(Day(year: year, month: month, day: day)?.weekday == weekday)
    }

    @Test func `days follow each other without gap over nine thousand years`() {
        var previous = Day(daysSinceEpoch: -719_528)
        #expect(previous.description == "0000-01-01")
        for number in -719_527...2_932_896 {
            let day = Day(daysSinceEpoch: number)
            guard day.daysSinceEpoch == number, previous < day else {
                Issue.record("\(number) \(day)")
                return
            }
            previous = day
        }
        #expect(previous.description == "9999-12-31")
    }

    @Test(arguments: [
        (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (10000, 1, 1), (-1, 1, 1),
    ])
    func `there is no such day`(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }
}
