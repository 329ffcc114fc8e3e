/// Where the knowledge base stands on this site.
enum PageAddress {
    static func page(_ code: String) -> Address { "/pages/\(segment: code)" }
}
