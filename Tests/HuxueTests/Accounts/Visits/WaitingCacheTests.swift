import Testing

@testable import Huxue

@Suite struct WaitingCacheTests {
    static let ages: [(seconds: Int64, isKnown: Bool)] = [
        (-1, false), (0, true), (29, true), (30, false), (3600, false),
    ]

    @Test(arguments: ages) func `counts hold for half a minute`(seconds: Int64, isKnown: Bool) {
        let (cache, person, now) = (WaitingCache(), ID<Employee>(rawValue: 1), SampleOffice.morning)
        cache.keep(["/": 3], of: person, now: now)
        #expect((cache.counts(of: person, now: now.adding(seconds: seconds)) == ["/": 3]) == isKnown)
        #expect(cache.counts(of: ID(rawValue: 2), now: now) == nil)
    }

    @Test func `whoever sends a form is counted for anew`() {
        let (cache, now) = (WaitingCache(), SampleOffice.morning)
        for number in [1, 2] { cache.keep(["/": number], of: ID(rawValue: Int64(number)), now: now) }
        cache.forget(ID(rawValue: 1))
        #expect(cache.counts(of: ID(rawValue: 1), now: now) == nil)
        #expect(cache.counts(of: ID(rawValue: 2), now: now) == ["/": 2])
    }

    @Test(
        arguments: [
            ("/", true), ("/exams", true), ("/manage/results/1", true), ("/static/x/huxue.js", false),
            ("/attempts/0123456789012345678901", false), ("/attempts/0123456789012345678901/responses", false),
            ("/search", true), ("/search/suggestions", false),
        ])
    func `pages without the menu are not counted for`(path: String, isCounted: Bool) {
        #expect(WaitingCache.isCounted(at: path) == isCounted)
    }

    @Test func `notes that only inform do not count, and each entry has its own`() {
        func note(waits: Bool) -> ManagerNote {
            ManagerNote(title: "", sentence: "", links: [], tone: .info, waits: waits)
        }
        let item = DueItem(
            due: SampleOffice.morning, title: "", icon: Icon.test, kind: "", facts: "", address: "/exams/1", verb: "",
            isUrgent: true)
        let waiting = Waiting(
            dues: [DueList(entry: "/exams", items: [item, item]), DueList(items: [item])],
            notes: [
                ManagerNotes(
                    title: "", link: ("/manage/exams", ""), notes: [note(waits: true), note(waits: false)], place: 1),
                ManagerNotes(title: "", link: ("/exams", ""), notes: [note(waits: true)], place: 2),
            ])
        #expect(waiting.count == 5)
        #expect(waiting.counts == ["/": 5, "/exams": 3, "/manage/exams": 1])
    }
}
