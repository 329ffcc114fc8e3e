/// Where pages stand on the site.
enum PageAddress {
    static func page(_ code: String) -> Address { "/pages/\(segment: code)" }
}
