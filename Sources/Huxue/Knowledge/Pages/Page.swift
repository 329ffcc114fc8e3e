/// 知識庫條目: something the office has written down, in force or not.
struct Page: Sendable {
    let id: ID<Page>
    /// Unique in the office, never used again; stands in addresses and file names.
    let code: String
    let kind: PageKind
    let title: String
    let state: PageState
    let owner: PageOwner
    /// 主管單位 as it is written in the file; empty for the office itself.
    let unit: String
    let isPublic: Bool
    let lawAsOf: Day
    /// When somebody last said that it is right, by saving or by confirming.
    let reviewedOn: Day
    let reviewedBy: String
    /// From this day on a review is due.
    let reviewOn: Day
    let currentRevisionID: ID<PageRevision>

    func isOverdue(on today: Day) -> Bool { state == .current && reviewOn <= today }
}

enum PageKind: String, CaseIterable, Codable, Sendable {
    case procedure, interpretation, faq, handbook, announcement
}

enum PageState: String, CaseIterable, Codable, Sendable {
    case current
    /// Kept to be read, but no longer applied 停止適用.
    case superseded
    /// Withdrawn: only editors find it.
    case retired
}

/// Who answers for a page.
enum PageOwner: Hashable, Sendable {
    /// Everybody who has the role over the page's unit.
    case role(Role)
    /// One person, by login.
    case login(String)

    /// Reads the name of a role or a login.
    init(_ text: String) {
        self = Role(rawValue: text).map(PageOwner.role) ?? .login(text)
    }

    /// As it is written in the file.
    var text: String {
        switch self {
        case .role(let role): role.rawValue
        case .login(let login): login
        }
    }
}

/// The ways in which pages are found: by what, for whom, in which service.
enum PageFacet: String, CaseIterable, Sendable {
    case subject, policy, service, audience
}
