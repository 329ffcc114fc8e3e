/// One saved state of a page; never changes.
struct PageRevision: Sendable {
    let id: ID<PageRevision>
    let pageID: ID<Page>
    /// Counted from 1.
    let number: Int
    /// The text of the page's file, front matter and all, as `PagePrinter` prints it.
    let source: String
    /// A login, or who else the audit log would name.
    let author: String
    let reason: String
    let savedAt: Moment
}
