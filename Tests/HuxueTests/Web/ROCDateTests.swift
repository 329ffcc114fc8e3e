import Testing

@testable import Huxue

@Suite struct ROCDateTests {
    @Test(arguments: [
        "115/11/21", "115.11.21", "115-11-21", "115年11月21日", "民國115年11月21日", "1151121", "2026-11-21",
        "2026/11/21", "１１５/１１/２１", " 115 / 11 / 21 ",
    ])
    func `every way of writing a day is read`(text: String) {
        #expect(ROCDate.parseDay(text) == Day(year: 2026, month: 11, day: 21))
    }

    @Test(arguments: [
        "", "115/13/1", "115/2/30", "abc", "115/11", "115/11/21/1", "-1/1/1", "99999999999/1/1", "115//21", "年月日",
    ])
    func `what is no day is not read`(text: String) {
        #expect(ROCDate.parseDay(text) == nil)
    }

    @Test(arguments: [("1/1/1", 1912), ("01/01/01", 1912), ("99/12/31", 2010), ("100/1/1", 2011)])
    func `years are the Republic's`(text: String, year: Int) {
        #expect(ROCDate.parseDay(text)?.year == year)
    }

    @Test(arguments: ["115/11/21 17:30", "2026-11-21T17:30", "2026-11-21 17:30:00", "115年11月21日　17:30"])
    func `a time is Taipei's`(text: String) {
        #expect(ROCDate.parseMoment(text)?.description == "2026-11-21T09:30:00.000Z")
    }

    @Test(arguments: ["115/11/21", "115/11/21 24:00", "115/11/21 1:60", "115/11/21 17", "17:30"])
    func `what is no time is not read`(text: String) {
        #expect(ROCDate.parseMoment(text) == nil)
    }

    @Test func `the day changes at Taipei's midnight`() throws {
        let before = try #require(Moment("2026-11-20T15:59:59.999Z"))
        let after = try #require(Moment("2026-11-20T16:00:00.000Z"))
        #expect(ROCDate.withTime(before) == "115/11/20（五）23:59")
        #expect(ROCDate.withTime(after) == "115/11/21（六）00:00")
        #expect(ROCDate.iso(after) == "2026-11-21T00:00:00+08:00")
    }

    @Test func `what a field shows is read back`() throws {
        var generator = SeededGenerator("dates")
        for _ in 0..<2000 {
            let moment = Moment(milliseconds: Int64(generator.below(4_000_000_000)) * 60_000 / 60)
            let minute = Moment(milliseconds: moment.milliseconds / 60_000 * 60_000)
            #expect(ROCDate.parseMoment(ROCDate.field(minute)) == minute)
        }
    }
}
