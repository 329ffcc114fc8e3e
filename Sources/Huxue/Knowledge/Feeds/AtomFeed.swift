/// A feed that readers of news subscribe to.
///
/// Source: RFC 4287.
struct AtomFeed: Sendable {
    struct Entry: Sendable {
        /// See `FeedIdentity`.
        let id: String
        let title: String
        let updated: Moment
        /// Whole, with scheme and host.
        let link: String
        let summary: String
        let category: String
    }

    let id: String
    let title: String
    /// The office.
    let author: String
    /// Its own address, whole.
    let selfLink: String
    /// The page behind it, whole.
    let link: String
    /// The latest first.
    let entries: [Entry]
    /// Of a feed without entries.
    let emptySince: Moment

    static let type = "application/atom+xml; charset=utf-8"
    static let limit = 50

    /// As UTF-8.
    var bytes: [UInt8] {
        var xml = XMLWriter()
        xml.open("feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "zh-Hant-TW")])
        xml.element("id", id)
        xml.element("title", title)
        xml.element("updated", ROCDate.iso(entries.map(\.updated).max() ?? emptySince))
        xml.open("author")
        xml.element("name", author)
        xml.close("author")
        xml.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", selfLink)])
        xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", link)])
        for entry in entries { Self.write(entry, into: &xml) }
        xml.close("feed")
        return xml.bytes
    }

    private static func write(_ entry: Entry, into xml: inout XMLWriter) {
        xml.open("entry")
        xml.element("id", entry.id)
        xml.element("title", entry.title)
        xml.element("updated", ROCDate.iso(entry.updated))
        xml.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", entry.link)])
        xml.empty("category", [("term", entry.category)])
        xml.element("summary", entry.summary, [("type", "text")])
        xml.close("entry")
    }
}
