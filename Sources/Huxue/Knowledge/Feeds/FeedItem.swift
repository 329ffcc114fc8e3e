/// A saved revision as a feed tells of it.
struct FeedItem: Sendable {
    let page: Page
    let number: Int
    /// What the page was called in this revision.
    let title: String
    let reason: String
    let savedAt: Moment
    /// With the office's answers, as its readers see the page.
    let plainText: String
}
