/// Where the pages for everybody stand on this site.
enum PublicAddress {
    static let front: Address = "/public"
    static let faq: Address = "/public/faq"
    static let search: Address = "/public/search"
    static let feed: Address = "/public/feed.atom"

    static func page(_ code: String) -> Address { "/public/pages/\(segment: code)" }
    static func attachment(_ name: String) -> Address { "/public/attachments/\(segment: name)" }
}
