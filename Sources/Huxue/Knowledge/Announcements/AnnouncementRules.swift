/// Decisions about announcements, without database or clock.
enum AnnouncementRules {
    /// How many days somebody who has just come has at least.
    static let daysForNewcomers = 7

    /// Where a person with these readings stands.
    static func standing(_ readings: [AnnouncementReading], required: Int) -> AnnouncementStanding {
        // The first tick that counts is the one that was asked for.
        if let first = readings.filter({ $0.number >= required }).min(by: { $0.readAt < $1.readAt }) {
            return .read(first)
        }
        return readings.max { $0.number < $1.number }.map(AnnouncementStanding.readBefore) ?? .unread
    }

    /// The last day for somebody who came on that day; nil for long ago.
    static func lastDay(deadline: Day, startsOn: Day?) -> Day {
        max(deadline, startsOn?.adding(days: daysForNewcomers - 1) ?? deadline)
    }

    /// Whether a tick on revision `number` counts while `current` is the latest.
    static func checkTick(
        on number: Int, of announcement: Announcement, current: Int
    ) throws(AnnouncementRefusal) {
        guard announcement.withdrawnAt == nil else { throw .withdrawn }
        guard (1...current).contains(number) else { throw .missing }
        guard number >= announcement.required else { throw .newerRevision(current) }
    }

    static func check(deadline: Day, today: Day) throws(AnnouncementRefusal) {
        guard deadline >= today else { throw .deadlineOver(today) }
    }

    /// At most once a day, and only while somebody has not read it.
    static func checkReminder(last: Day?, today: Day, unread: Int) throws(AnnouncementRefusal) {
        guard last != today else { throw .remindedToday }
        guard unread > 0 else { throw .everybodyHasRead }
    }

    /// Whether revision `number`, which the sender saw as the latest, may ask everybody again.
    static func checkRenewal(
        to number: Int, of announcement: Announcement, current: Int
    ) throws(AnnouncementRefusal) {
        guard number == current else { throw .pageChanged }
        guard number > announcement.required else { throw .askedAlready }
    }
}
