/// What a page says: everything that its file holds.
struct PageContent: Hashable, Sendable {
    var code: String
    var kind: PageKind
    var title: String
    var state: PageState = .current
    /// Of an interpretation alone.
    var interpretation: Interpretation?
    var owner: PageOwner
    var unit: String = ""
    var reviewMonths: Int
    var lawAsOf: Day
    var isPublic: Bool = false
    /// Values of each facet, in the order in which they are written.
    var facets: [PageFacet: [String]] = [:]
    /// Further words by which it is found.
    var keywords: [String] = []
    /// Statutes on which it rests as a whole, beside what its text cites.
    var restsOn: [String] = []
    /// Markdown, without white space at its ends.
    var body: String

    /// 函釋: what a superior body wrote on how articles are to be read.
    struct Interpretation: Hashable, Sendable {
        /// 發文字號.
        var number: String
        var issuedOn: Day
        var issuer: String
    }

    subscript(facet: PageFacet) -> [String] { facets[facet] ?? [] }

    /// Where its file stands in the folder: `procedure/birth-registration.md`.
    var path: String { Self.path(kind, code) }

    static func path(_ kind: PageKind, _ code: String) -> String { "\(kind.rawValue)/\(code).md" }

    static let bodyLimit = 64 * 1024
}
