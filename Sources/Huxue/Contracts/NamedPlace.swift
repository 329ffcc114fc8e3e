/// What a search names as a whole, such as an article by its number.
struct NamedPlace: Sendable {
    enum Kind: Sendable {
        /// The one page that is meant: the search leads there at once.
        case page
        /// The best place, of which the search is still about a part.
        case best
        /// One of several that have this name.
        case oneOfSeveral
        /// A public page outside this site, because the office does not keep it.
        case outside
        /// The statute is here, but what is named in it is not; `words` say so.
        case missing
    }

    let kind: Kind
    let title: String
    /// One sentence on what is there.
    let words: String
    /// A path of this site, or of another for `.outside`.
    let address: Address
}
