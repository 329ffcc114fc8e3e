import Testing

@testable import Huxue

@Suite struct MomentTests {
    @Test func `what is written is read back, and sorts as time does`() {
        var chance = SeededGenerator("moments")
        var moments: [Moment] = [Moment(milliseconds: .min), Moment(milliseconds: .max), Moment(milliseconds: 0)]
        for _ in 0..<5000 {
            let span = UInt64(Moment.representable.upperBound - Moment.representable.lowerBound)
            moments.append(Moment(milliseconds: Moment.representable.lowerBound + Int64(chance.next() % span)))
        }
        for moment in moments {
            #expect(Moment(moment.description) == moment)
            #expect(moment.description.utf8.count == 24)
        }
        #expect(moments.sorted().map(\.description) == moments.map(\.description).sorted())
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T06:55:41Z", "2026-13-21T06:55:41.123Z", "2026-02-30T06:55:41.123Z",
        "2026-11-21T24:00:00.000Z", "2026-11-21T06:60:41.123Z", "2026-11-21 06:55:41.123Z", "2026-11-21T06:55:41.123+",
        "2026-11-21T06:55:4a.123Z", "２０２６-11-21T06:55:41.1Z", "-026-11-21T06:55:41.123Z",
    ])
    func `any other form is refused`(text: String) {
        #expect(Moment(text) == nil)
    }

    @Test func `adding never traps`() {
        let now = Moment(milliseconds: 1_795_226_400_000)
        #expect(now.adding(minutes: .max) == Moment(milliseconds: .max))
        #expect(now.adding(minutes: .min) == Moment(milliseconds: .min))
        #expect(now.adding(seconds: .max) == Moment(milliseconds: .max))
        #expect(now.adding(seconds: -1).seconds(since: now) == -1)
        #expect(Moment(milliseconds: 1500).seconds(since: Moment(milliseconds: 0)) == 1)
        #expect(Moment(milliseconds: -1).seconds(since: Moment(milliseconds: 0)) == -1)
    }
}
