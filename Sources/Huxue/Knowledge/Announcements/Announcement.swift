/// 必讀公告: an announcement page that everybody in an audience has to confirm.
struct Announcement: Sendable {
    let id: ID<Announcement>
    let pageID: ID<Page>
    /// In whose name it was sent; the audience is of this unit.
    let unitID: ID<Unit>
    let audience: Audience
    /// The revision that has to be confirmed, or a later one.
    let required: Int
    /// The last day.
    let deadline: Day
    /// A login, or who else the audit log would name.
    let sentBy: String
    let sentAt: Moment
    let withdrawnAt: Moment?
}

/// One tick: somebody has read one exact revision.
struct AnnouncementReading: Hashable, Sendable {
    let employee: ID<Employee>
    let number: Int
    let readAt: Moment
    /// After the last day as it was then.
    let isLate: Bool
}

/// Where somebody in the audience stands.
enum AnnouncementStanding: Hashable, Sendable {
    case read(AnnouncementReading)
    /// Confirmed only a revision before the one that has to be.
    case readBefore(AnnouncementReading)
    case unread

    var isRead: Bool { if case .read = self { true } else { false } }
}

/// An announcement from the point of view of one person in its audience.
struct AnnouncementCall: Sendable {
    let page: Page
    let announcement: Announcement
    /// The page's latest revision.
    let current: Int
    let standing: AnnouncementStanding
    /// For this person; later than the announcement's for somebody who has just come.
    let lastDay: Day
    /// When the sender last asked this person again; nil for never.
    let remindedOn: Day?
}

/// How many have read an announcement, as far as the reader may look.
struct AnnouncementTally: Sendable {
    /// The page.
    struct Subject: Sendable {
        let code: String
        let title: String
        /// Its latest revision.
        let current: Int
    }

    let subject: Subject
    let announcement: Announcement
    let people: Int
    let read: Int
    /// See `AnnouncementOverview.isSender`.
    let isSender: Bool

    var unread: Int { people - read }
    var hasLaterRevision: Bool { subject.current > announcement.required }
}

/// Who has read an announcement, as far as the reader may look.
struct AnnouncementOverview: Sendable {
    struct Line: Sendable {
        let member: StaffMember
        let standing: AnnouncementStanding
        let remindedOn: Day?
        /// Why somebody who confirmed a revision is not in the audience any more; nil for those who are.
        var departure: Departure?
    }

    enum Departure: Hashable, Sendable {
        /// Not in service now.
        case left
        /// In service, but elsewhere or in another position.
        case moved
    }

    let page: Page
    let announcement: Announcement
    let unit: Unit
    let current: Int
    /// Those in the audience who are in service, by unit.
    let lines: [Line]
    /// Those who confirmed a revision and have moved or left since, by unit; none of the counts includes them.
    let departed: [Line]
    /// Whether the reader may remind, ask again and withdraw; otherwise `lines` are those of the reader's own units.
    let isSender: Bool
    let remindedOn: Day?

    var readCount: Int { lines.count { $0.standing.isRead } }
    var unreadCount: Int { lines.count - readCount }
    /// Whether the page has a later revision that readers have not been asked to confirm.
    var hasLaterRevision: Bool { current > announcement.required }
}
