/// Which pages are wanted; everything that is given must fit.
struct PageFilter: Hashable, Sendable {
    /// How far the reader may look.
    enum Reach: Sendable {
        /// Nobody in particular: what is public and in force.
        case open
        /// Whatever is not withdrawn, of announcements those that were sent.
        case staff
        /// Also announcements that wait to be sent.
        case editors
        /// Withdrawn pages too.
        case all
    }

    var reach = Reach.staff
    var kind: PageKind?
    var state: PageState?
    var facets: [PageFacet: String] = [:]
    var unit = ""
    /// As it is written in the file: a role or a login.
    var owner = ""
    /// The same, any of these; nil for any.
    var owners: Set<String>?
    /// Only pages for which the reader answers.
    var isMine = false
    /// Only pages with these codes; nil for any.
    var codes: Set<String>?
    /// Only pages whose review is due.
    var isDue = false
}
