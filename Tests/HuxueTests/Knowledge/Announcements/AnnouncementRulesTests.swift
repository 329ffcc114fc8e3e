import Testing

@testable import Huxue

@Suite struct AnnouncementRulesTests {
    private static let today = AnnouncementSample.today

    private static func reading(_ number: Int, at minute: Int = 0) -> AnnouncementReading {
        AnnouncementReading(
            employee: ID(rawValue: 1), number: number, readAt: SampleOffice.morning.adding(minutes: minute),
            isLate: false)
    }

    private static func announcement(required: Int = 2, isWithdrawn: Bool = false) -> Announcement {
        Announcement(
            id: ID(rawValue: 1), pageID: ID(rawValue: 1), unitID: ID(rawValue: 1), audience: .everybody,
            required: required, deadline: today, sentBy: "a", sentAt: SampleOffice.morning,
            withdrawnAt: isWithdrawn ? SampleOffice.morning : nil)
    }

    @Test func `the first tick on what was asked for counts, an earlier one is shown`() {
        #expect(AnnouncementRules.standing([], required: 2) == .unread)
        #expect(AnnouncementRules.standing([Self.reading(1)], required: 2) == .readBefore(Self.reading(1)))
        #expect(AnnouncementRules.standing([Self.reading(1), Self.reading(2)], required: 2) == .read(Self.reading(2)))
        #expect(
            AnnouncementRules.standing([Self.reading(4, at: 9), Self.reading(3, at: 1)], required: 2)
                == .read(Self.reading(3, at: 1)))
    }

    @Test func `whoever has just come has a week`() throws {
        let deadline = try #require(Day("2026-11-30"))
        #expect(AnnouncementRules.lastDay(deadline: deadline, startsOn: nil) == deadline)
        #expect(AnnouncementRules.lastDay(deadline: deadline, startsOn: Day("2026-11-24")) == deadline)
        #expect(AnnouncementRules.lastDay(deadline: deadline, startsOn: Day("2026-11-25")) == Day("2026-12-01"))
        #expect(AnnouncementRules.lastDay(deadline: deadline, startsOn: Day("2027-03-01")) == Day("2027-03-07"))
    }

    static let ticks: [(number: Int, current: Int, refusal: AnnouncementRefusal?)] = [
        (2, 2, nil), (2, 3, nil), (3, 3, nil), (1, 2, .newerRevision(2)), (1, 3, .newerRevision(3)), (4, 3, .missing),
        (0, 3, .missing), (-1, 3, .missing), (Int.max, 3, .missing),
    ]

    @Test(arguments: ticks) func `a tick counts on a revision from the one asked for to the latest`(
        number: Int, current: Int, refusal: AnnouncementRefusal?
    ) throws {
        let found = thrown {
            try AnnouncementRules.checkTick(on: number, of: Self.announcement(), current: current)
        }
        #expect(found == refusal)
        let late = thrown {
            try AnnouncementRules.checkTick(on: number, of: Self.announcement(isWithdrawn: true), current: current)
        }
        #expect(late == .withdrawn)
    }

    @Test func `reminders go once a day and to somebody`() throws {
        func check(_ last: Day?, _ unread: Int) -> AnnouncementRefusal? {
            thrown { try AnnouncementRules.checkReminder(last: last, today: Self.today, unread: unread) }
        }
        #expect(check(nil, 1) == nil)
        #expect(check(Self.today.adding(days: -1), 1) == nil)
        #expect(check(Self.today, 1) == .remindedToday)
        #expect(check(nil, 0) == .everybodyHasRead)
    }

    @Test func `only the latest revision, and a new one, asks again`() throws {
        func check(_ number: Int, _ current: Int) -> AnnouncementRefusal? {
            thrown { try AnnouncementRules.checkRenewal(to: number, of: Self.announcement(), current: current) }
        }
        #expect(check(3, 3) == nil)
        #expect(check(3, 4) == .pageChanged)
        #expect(check(2, 2) == .askedAlready)
    }

    @Test func `a deadline may be today and not before`() {
        func check(_ deadline: Day) -> AnnouncementRefusal? {
            thrown { try AnnouncementRules.check(deadline: deadline, today: Self.today) }
        }
        #expect(check(Self.today) == nil)
        #expect(check(Self.today.adding(days: -1)) == .deadlineOver(Self.today))
    }

    private func thrown(_ body: () throws -> Void) -> AnnouncementRefusal? {
        do {
            try body()
            return nil
        } catch {
            return error as? AnnouncementRefusal
        }
    }
}
